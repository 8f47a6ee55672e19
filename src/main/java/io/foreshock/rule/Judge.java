package io.foreshock.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/// Rules asked about a few facts at a time, again and again; it remembers nothing between two
/// calls.
///
/// One thread only. The session is made once and emptied after each call: a new one for each item
/// would cost more than the item.
public final class Judge implements AutoCloseable {
  private static final int MOST_FIRINGS = 2_000;

  private final KieSession session;

  /// @param globals by their names in the rules
  /// @param onRule told the name of each rule before it concludes
  Judge(RuleBase rules, Map<String, Object> globals, Consumer<String> onRule) {
    this.session = rules.base().newKieSession();
    globals.forEach(session::setGlobal);
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            onRule.accept(event.getMatch().getRule().getName());
          }
        });
  }

  /// Lets the rules see these facts; returns how many times a rule fired, 2,000 at the most.
  public int judge(Collection<?> facts) {
    var handles = List.copyOf(facts).stream().map(session::insert).toList();
    try {
      return session.fireAllRules(MOST_FIRINGS);
    } finally {
      handles.forEach(session::delete);
    }
  }

  @Override
  public void close() {
    session.dispose();
  }
}
