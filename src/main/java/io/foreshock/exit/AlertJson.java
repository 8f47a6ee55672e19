package io.foreshock.exit;

import io.foreshock.alert.Alert;
import io.foreshock.signal.Report;
import io.foreshock.signal.Signal;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An alert as JSON: the keys of the reading guide and the alert guide, absent fields left out.
public final class AlertJson {
  private static final JsonMapper JSON = JsonMapper.shared();

  private AlertJson() {}

  /// `{"kind","key","sequence","raised",…}`.
  public static ObjectNode of(Alert alert) {
    var node = JSON.createObjectNode().put("kind", alert.kind()).put("key", alert.key());
    put(node, "place", alert.place());
    put(node, "actor", alert.actor());
    put(node, "target", alert.target());
    node.put("severity", alert.severity().word())
        .put("certainty", alert.certainty().word())
        .put("sequence", alert.sequence())
        .put("change", alert.change().word())
        .put("raised", alert.raised().toString())
        .put("publishers", alert.publishers())
        .put("reports", alert.account().reports());
    alert.account().effective().ifPresent(day -> node.put("effective", day.toString()));
    var sides = node.putArray("sides");
    alert.sides().forEach(side -> sides.add(side.name().toLowerCase(Locale.ROOT)));
    var signals = node.putArray("signals");
    alert.reports().forEach(report -> signals.add(of(report)));
    return node.put("because", alert.because())
        .put("rule", alert.rule())
        .put("rules", alert.rules());
  }

  private static ObjectNode of(Report report) {
    var node = of(report.signal());
    node.put("item", report.item().id());
    node.put("publisher", report.item().publisher().name());
    put(node, "link", report.item().link());
    return node;
  }

  /// `{"type","phase","factuality",…}`.
  public static ObjectNode of(Signal signal) {
    var node =
        JSON.createObjectNode()
            .put("type", signal.type())
            .put("phase", signal.phase())
            .put("factuality", signal.factuality().word());
    put(node, "place", signal.place());
    put(node, "actor", signal.actor());
    put(node, "target", signal.target());
    if (signal.count() > 0) {
      node.put("count", signal.count()).put("countQualifier", signal.countQualifier().word());
    }
    signal.date().ifPresent(date -> node.put("date", date.toString()));
    return node.put("evidence", signal.evidence()).put("rule", signal.rule());
  }

  private static void put(ObjectNode node, String key, String value) {
    if (!value.isEmpty()) {
      node.put(key, value);
    }
  }
}
