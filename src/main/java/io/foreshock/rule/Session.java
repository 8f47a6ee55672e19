package io.foreshock.rule;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.drools.core.ClockType;
import org.kie.api.KieServices;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.ClassObjectFilter;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.api.runtime.rule.FactHandle;
import org.kie.api.time.SessionPseudoClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A long-lived session of rules over a stream of facts, on a clock that is driven from outside.
///
/// One thread only. A rule whose right-hand side throws is counted and passed over; the others go
/// on.
public final class Session implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Session.class);
  private static final int MOST_FIRINGS = 10_000;
  private static final int MOST_FAILURES = 100;

  private final KieSession session;
  private final SessionPseudoClock clock;
  private final Map<String, Integer> failures = new TreeMap<>();

  Session(RuleBase rules, Map<String, Object> globals, Consumer<String> onRule) {
    var configuration = KieServices.get().newKieSessionConfiguration();
    configuration.setOption(ClockTypeOption.get(ClockType.PSEUDO_CLOCK.getId()));
    this.session = rules.base().newKieSession(configuration, null);
    this.clock = session.getSessionClock();
    globals.forEach(session::setGlobal);
    session.addEventListener(
        new DefaultAgendaEventListener() {
          @Override
          public void beforeMatchFired(BeforeMatchFiredEvent event) {
            onRule.accept(event.getMatch().getRule().getName());
          }
        });
  }

  /// The session's own time.
  public Instant now() {
    return Instant.ofEpochMilli(clock.getCurrentTime());
  }

  /// Brings the clock to `time`; it never goes back.
  public void advanceTo(Instant time) {
    long step = time.toEpochMilli() - clock.getCurrentTime();
    if (step > 0) {
      clock.advanceTime(step, TimeUnit.MILLISECONDS);
    }
  }

  /// Adds a fact.
  public void insert(Object fact) {
    session.insert(fact);
  }

  /// Fires what is due while this fact is there, and takes it away again.
  public void fireWith(Object passing) {
    var handle = session.insert(passing);
    fire();
    session.delete(handle);
  }

  /// The facts of a class, in no order.
  public <T> List<T> facts(Class<T> kind) {
    return session.getObjects(new ClassObjectFilter(kind)).stream().<T>map(kind::cast).toList();
  }

  /// Takes away the facts of a class and puts these in their place.
  public <T> void replace(Class<T> kind, Collection<? extends T> facts) {
    for (FactHandle handle :
        List.copyOf(session.<FactHandle>getFactHandles(new ClassObjectFilter(kind)))) {
      session.delete(handle);
    }
    facts.forEach(session::insert);
  }

  /// How many facts are in memory.
  public long size() {
    return session.getFactCount();
  }

  /// Fires what is due, at most 10,000 rules.
  public void fire() {
    for (int failed = 0; failed < MOST_FAILURES; failed++) {
      try {
        if (session.fireAllRules(MOST_FIRINGS) == MOST_FIRINGS) {
          LOG.error(
              "rules fired {} times at once and were stopped; a rule may feed itself",
              MOST_FIRINGS);
        }
        return;
      } catch (RuntimeException e) {
        failures.merge(String.valueOf(e.getMessage()), 1, Integer::sum);
        LOG.error("a rule failed and was passed over: {}", e.getMessage());
      }
    }
  }

  /// Messages of rules that failed, and how often.
  public Map<String, Integer> failures() {
    return Map.copyOf(failures);
  }

  @Override
  public void close() {
    session.dispose();
  }
}
