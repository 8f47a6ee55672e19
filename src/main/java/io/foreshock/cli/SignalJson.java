package io.foreshock.cli;

import io.foreshock.alert.Alert;
import io.foreshock.exit.AlertJson;
import io.foreshock.item.Item;
import io.foreshock.signal.Agenda;
import io.foreshock.signal.CountQualifier;
import io.foreshock.signal.Factuality;
import io.foreshock.signal.Read;
import io.foreshock.signal.Signal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of the command line: the keys of the reading guide and the alert guide, absent fields
/// left out.
final class SignalJson {
  private final JsonMapper json = JsonMapper.shared();

  /// `{"id","lang","signals":[…],"agenda":[…]}`.
  ObjectNode read(Item item, Read read) {
    var node = json.createObjectNode().put("id", item.id());
    read.language().ifPresent(language -> node.put("lang", language));
    var signals = node.putArray("signals");
    read.signals().forEach(signal -> signals.add(AlertJson.of(signal)));
    if (!read.agenda().isEmpty()) {
      var agenda = node.putArray("agenda");
      read.agenda().forEach(entry -> agenda.add(agenda(entry)));
    }
    return node;
  }

  /// `{"kind","key","sequence","raised",…}`.
  ObjectNode alert(Alert alert) {
    return AlertJson.of(alert);
  }

  private ObjectNode agenda(Agenda entry) {
    var node = json.createObjectNode();
    put(node, "place", entry.place());
    put(node, "actor", entry.actor());
    put(node, "target", entry.target());
    return node.put("from", entry.from().toString())
        .put("to", entry.to().toString())
        .put("evidence", entry.evidence());
  }

  private static void put(ObjectNode node, String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, value);
    }
  }

  /// A signal from the JSON of a labels file.
  Signal signal(JsonNode node) {
    var date = node.path("date").asString("");
    return new Signal(
        node.path("type").asString(),
        node.path("phase").asString(),
        Factuality.valueOf(node.path("factuality").asString("actual").toUpperCase(Locale.ROOT)),
        node.path("place").asString(""),
        node.path("actor").asString(""),
        node.path("target").asString(""),
        node.path("count").asInt(0),
        Arrays.stream(CountQualifier.values())
            .filter(each -> each.word().equals(node.path("countQualifier").asString("exact")))
            .findFirst()
            .orElse(CountQualifier.EXACT),
        date.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(date)),
        node.path("evidence").asString(""),
        node.path("rule").asString("label"));
  }
}
