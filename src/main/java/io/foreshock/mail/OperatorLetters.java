package io.foreshock.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jsoup.nodes.Entities;

/// Writes down letters to the operators: about Foreshock itself, in English, as plain as can be.
public final class OperatorLetters {
  private static final String KIND = "feed-silent";

  private final List<Recipient> operators;
  private final String domain;

  /// @param domain right-hand side of Message-IDs
  public OperatorLetters(List<Recipient> recipients, String domain) {
    this.operators = recipients.stream().filter(Recipient::isOperator).toList();
    this.domain = domain;
  }

  /// A letter to each operator, in the caller's transaction.
  ///
  /// @param occasion what makes it this letter and no other: the same is written once
  /// @param title one line
  /// @param lines the text
  /// @param at when it happened
  public void write(
      Handle transaction, String occasion, String title, List<String> lines, Instant at) {
    var table = new OutboxTable(transaction);
    var development = UUID.nameUUIDFromBytes(occasion.getBytes(StandardCharsets.UTF_8)).toString();
    for (var operator : operators) {
      var to = UUID.nameUUIDFromBytes(operator.address().getBytes(StandardCharsets.UTF_8));
      var id = "<%s.%s@%s>".formatted(development, to.toString().substring(0, 8), domain);
      table.add(
          new OutboxTable.Waiting(
              id,
              id,
              development,
              0,
              operator.address(),
              operator.language(),
              KIND,
              "Minor",
              letter(title, lines),
              at,
              0));
    }
  }

  private static Letter letter(String title, List<String> lines) {
    var text = title + "\n\n- " + String.join("\n- ", lines) + "\n\nforeshock feeds shows all.\n";
    var html = new StringBuilder("<!doctype html><html lang=\"en\"><body><h1>");
    html.append(Entities.escape(title)).append("</h1><ul>");
    lines.forEach(line -> html.append("<li>").append(Entities.escape(line)).append("</li>"));
    html.append("</ul><p><code>foreshock feeds</code> shows all.</p></body></html>");
    return new Letter("Foreshock: " + title, text, html.toString());
  }
}
