package io.foreshock.signal;

import java.time.LocalDate;

/// An entry of the numbered log that the watch consumes.
public sealed interface LogEntry {
  /// Position in the log, from 1.
  long number();

  /// An item reports a signal.
  record Reported(Report report) implements LogEntry {
    @Override
    public long number() {
      return report.number();
    }
  }

  /// A day has ended, UTC.
  record DayEnded(long number, LocalDate day) implements LogEntry {}
}
