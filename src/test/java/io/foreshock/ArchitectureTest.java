package io.foreshock;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Holds the code to what ARCHITECTURE.md says.
@AnalyzeClasses(packages = "io.foreshock", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  /// The annotations that a fact of the rules may carry wherever its record lives.
  private static final String FACT_NOTES = "org.kie.api.definition.type";

  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|([^|]*)\\|.*$");
  private static final Pattern FEATURE = Pattern.compile("^io\\.foreshock\\.(\\w+)");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  @ArchTest
  void a_package_knows_only_what_the_table_gives_it(JavaClasses classes) throws IOException {
    var allowed = table(Files.readString(Path.of("ARCHITECTURE.md")));
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        var from = feature(each);
        var to = feature(dependency.getTargetClass());
        if (!from.isEmpty() && !to.isEmpty() && !from.equals(to)) {
          assertThat(allowed.get(from)).as(dependency.getDescription()).contains(to);
        }
      }
    }
  }

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices().matching("io.foreshock.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_rule_package_knows_drools =
      onlyIn("rule", "org.kie..", "org.drools..");

  @ArchTest
  static final ArchRule only_the_schedule_package_knows_quartz = onlyIn("schedule", "org.quartz..");

  @ArchTest
  static final ArchRule only_the_feed_package_knows_rome = onlyIn("feed", "com.rometools..");

  @ArchTest
  static final ArchRule only_the_feed_package_speaks_http_to_publishers =
      onlyIn("feed", "okhttp3..", "org.brotli..");

  @ArchTest
  static final ArchRule only_the_reading_package_knows_morphologies =
      onlyIn("reading", "morfologik..", "org.tartarus..", "org.apache.lucene..");

  @ArchTest static final ArchRule nobody_prints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest
  static final ArchRule time_comes_from_the_clock_that_was_given =
      noClasses().should().callMethod(Instant.class, "now");

  private static ArchRule onlyIn(String home, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("io.foreshock." + home + "..")
        .should()
        .dependOnClassesThat(resideInAnyPackage(libraries).and(not(resideInAPackage(FACT_NOTES))));
  }

  private static Map<String, Set<String>> table(String markdown) {
    var allowed = new TreeMap<String, Set<String>>();
    for (var row : ROW.matcher(markdown).results().toList()) {
      var names = NAME.matcher(row.group(2)).results().map(name -> name.group(1));
      var everyone = row.group(2).contains("every package above");
      allowed.put(row.group(1), everyone ? Set.copyOf(allowed.keySet()) : names.collect(toSet()));
    }
    return allowed;
  }

  private static String feature(JavaClass type) {
    var matcher = FEATURE.matcher(type.getPackageName());
    return matcher.find() ? matcher.group(1) : "";
  }
}
