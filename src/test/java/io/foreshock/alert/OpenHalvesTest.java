package io.foreshock.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.mail.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OpenHalvesTest {
  @Test
  void a_release_is_half_an_exchange_for_as_long_as_the_rule_says() throws IOException {
    var rule = Files.readString(Path.of("rules/patterns/exchange.drl"));

    assertThat(rule).contains("within(" + OpenHalves.EXCHANGE_DAYS + ",");
    assertThat(OpenHalves.of(Samples.alert()))
        .contains(
            new Ahead(
                "open-relief",
                LocalDate.of(2025, 12, 13),
                LocalDate.of(2025, 12, 27),
                "sanctions eased or lifted"));
  }

  @Test
  void an_exchange_has_no_open_half() {
    assertThat(OpenHalves.of(Samples.exchange())).isEmpty();
  }
}
