package io.foreshock.config;

import io.foreshock.mail.MailSettings;
import java.time.Duration;
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
    return new Secrets(section, environment).read("password", "user", "a user without a password");
  }
}
