package io.foreshock.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import io.foreshock.reading.Form;
import io.foreshock.reading.Said;
import io.foreshock.rule.RuleBase;
import io.foreshock.rule.RuleFile;
import io.foreshock.rule.RuleFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Concepts that no rule can use are kept from the rules, and nothing else changes.
class InterestTest {
  private static final RuleBase OURS =
      compiled(RuleFolder.read(OurRules.FOLDER.resolve("reading"), new ArrayList<>()));

  private static RuleBase compiled(List<RuleFile> files) {
    return ((RuleBase.Compiled.Ready) RuleBase.compile(files, Optional.empty())).rules();
  }

  @Property(tries = 300)
  void the_rules_conclude_the_same_from_what_is_left(@ForAll("texts") List<Said> said) {
    assertThat(drafts(OURS, new Interest(OURS.texts()).in(said))).isEqualTo(drafts(OURS, said));
  }

  @Property(tries = 100)
  void so_do_rules_that_ask_for_other_things_than_a_name(@ForAll("texts") List<Said> said) {
    var odd =
        compiled(
            List.of(
                new RuleFile(
                    "odd.drl",
                    """
                    package reading;
                    import io.foreshock.reading.Said
                    import io.foreshock.signal.Drafts
                    global Drafts signals;
                    rule "Anything but talks, beside a border"
                    when
                      $what : Said(concept == "border")
                      $does : Said(concept != "talks", this != $what)
                    then
                      signals.say("border", "closed", $does, $what);
                    end
                    rule "Either"
                    when
                      $what : Said(concept == "airspace")
                      (Said(concept == "close") or Said(concept == "open"))
                    then
                      signals.say("airspace", "closed", $what);
                    end
                    """)));
    assertThat(drafts(odd, new Interest(odd.texts()).in(said))).isEqualTo(drafts(odd, said));
  }

  @Example
  void a_concept_without_its_partner_is_left_out() {
    var alone = List.of(said("sanctions", 1), said("border", 4), said("close", 6));
    assertThat(new Interest(OURS.texts()).in(alone)).containsExactly(alone.get(1), alone.get(2));
  }

  private static List<Draft> drafts(RuleBase rules, List<?> said) {
    var drafts = new Drafts();
    try (var judge = rules.judge(Map.of("signals", drafts), drafts::by)) {
      judge.judge(said);
    }
    return drafts.all();
  }

  @Provide
  Arbitrary<List<Said>> texts() {
    var concepts =
        OURS.conditions().stream()
            .flatMap(rule -> rule.facts().stream().flatMap(fact -> fact.words().stream()))
            .distinct()
            .sorted()
            .toList();
    var words = new ArrayList<>(concepts);
    words.addAll(List.of("person", "envoy", "prisoner-release/released", "border/closed"));
    return Combinators.combine(Arbitraries.of(words), Arbitraries.integers().between(0, 40))
        .as(InterestTest::said)
        .list()
        .ofMaxSize(9)
        .uniqueElements(Said::at);
  }

  private static Said said(String concept, int at) {
    return new Said(concept, Form.TOLD, at, at, at, at, 0, concept);
  }
}
