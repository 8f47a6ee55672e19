package io.foreshock.config;

import io.foreshock.alert.Certainty;
import io.foreshock.alert.Severity;
import io.foreshock.mail.MailSettings;
import io.foreshock.mail.Recipient;
import io.foreshock.mail.Words;
import io.foreshock.source.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `mail:` and `recipients:` of `foreshock.yml`.
final class MailSection {
  private static final int SUBMISSION = 587;

  private final Section section;
  private final Map<String, String> environment;

  MailSection(Section section, Map<String, String> environment) {
    this.section =
        section.of(
            "host",
            "port",
            "tls",
            "user",
            "password-file",
            "password-variable",
            "from",
            "domain",
            "timeout",
            "give-up");
    this.environment = environment;
  }

  MailSettings read() {
    return section.make("port", this::settings).orElseGet(() -> settings("localhost"));
  }

  private MailSettings settings(Section mail) {
    var from = mail.text("from", "foreshock@localhost");
    return new MailSettings(
        mail.text("host", "localhost"),
        mail.whole("port", SUBMISSION),
        mail.choice("tls", MailSettings.Tls.STARTTLS),
        login(),
        from,
        mail.text("domain", from.substring(from.indexOf('@') + 1)),
        mail.duration("timeout", Duration.ofSeconds(20)),
        mail.duration("give-up", Duration.ofDays(3)));
  }

  private static MailSettings settings(String host) {
    return new MailSettings(
        host,
        SUBMISSION,
        MailSettings.Tls.STARTTLS,
        Optional.empty(),
        "foreshock@localhost",
        "localhost",
        Duration.ofSeconds(20),
        Duration.ofDays(3));
  }

  private Optional<MailSettings.Login> login() {
    var user = section.text("user", "");
    return user.isEmpty() ? Optional.empty() : Optional.of(new MailSettings.Login(user, secret()));
  }

  private String secret() {
    var variable = section.text("password-variable", "");
    if (!variable.isEmpty()) {
      return Optional.ofNullable(environment.get(variable))
          .orElseGet(() -> missing("password-variable", "$" + variable + " is not set"));
    }
    var file = section.text("password-file", "");
    if (file.isEmpty()) {
      return missing("user", "a user without a password");
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException _) {
      return missing("password-file", "cannot read " + file);
    }
  }

  private String missing(String key, String message) {
    section.problem(
        key, message, "put it into a file (password-file) or the environment (password-variable)");
    return "";
  }

  List<Recipient> recipients(List<Section> sections) {
    return sections.stream().flatMap(each -> recipient(each).stream()).toList();
  }

  private static Optional<Recipient> recipient(Section section) {
    section.of("address", "language", "places", "kinds", "severity", "certainty", "operator");
    var address =
        section.needed("address", "add an address, such as \"address: anna@desk.example\"");
    var language = section.text("language", "en");
    if (!Words.LANGUAGES.contains(language)) {
      section.problem(
          "language",
          "no letters in \"" + language + "\"",
          Nearest.advice(language, Words.LANGUAGES));
    }
    if (address.isEmpty() || !Words.LANGUAGES.contains(language)) {
      return Optional.empty();
    }
    return section.make(
        "address",
        fields ->
            new Recipient(
                address,
                language,
                fields.texts("places"),
                fields.texts("kinds"),
                fields.choice("severity", Severity.MINOR),
                fields.choice("certainty", Certainty.POSSIBLE),
                fields.flag("operator")));
  }
}
