package io.foreshock.mail;

import java.time.LocalDate;
import java.util.List;

/// A day of Foreshock, for its operators.
///
/// @param day which
/// @param feeds how many there are
/// @param ill those that are not well: `name: what ails it`
/// @param items read on that day
/// @param alerts alerts and updates raised
/// @param sent letters that mail servers took
/// @param waiting letters that wait
/// @param undeliverable letters given up on that day
/// @param hooks webhook calls by state, in words; empty where none is set up
/// @param silentRules rules that have not fired for a while
/// @param silentDays for how many days
public record DailyReport(
    LocalDate day,
    int feeds,
    List<String> ill,
    int items,
    int alerts,
    int sent,
    int waiting,
    int undeliverable,
    String hooks,
    List<String> silentRules,
    int silentDays) {
  /// Copies the lists.
  public DailyReport {
    ill = List.copyOf(ill);
    silentRules = List.copyOf(silentRules);
  }

  /// Whether nobody needs to do anything.
  public boolean isWell() {
    return ill.isEmpty() && undeliverable == 0 && (items > 0 || feeds == 0);
  }
}
