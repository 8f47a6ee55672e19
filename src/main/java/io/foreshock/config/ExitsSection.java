package io.foreshock.config;

import io.foreshock.exit.ExitSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// `exits:` of `foreshock.yml`.
final class ExitsSection {
  private final Section section;
  private final Map<String, String> environment;

  ExitsSection(Section section, Map<String, String> environment) {
    this.section = section.of("atom", "cap-folder", "webhooks");
    this.environment = environment;
  }

  /// @param sender who says it: the sender of the letters
  ExitSettings read(String sender) {
    return new ExitSettings(
        path("atom"),
        path("cap-folder"),
        sender,
        section.sections("webhooks").stream().flatMap(each -> hook(each).stream()).toList());
  }

  private Optional<Path> path(String key) {
    var text = section.text(key, "");
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
  }

  private Optional<ExitSettings.Hook> hook(Section hook) {
    hook.of("url", "secret-file", "secret-variable", "places", "kinds", "severity", "certainty");
    var url = hook.needed("url", "add whom to call, such as https://desk.example/foreshock");
    var secret = new Secrets(hook, environment).read("secret", "url", "a webhook without a secret");
    if (url.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return hook.make(
        "url",
        fields -> new ExitSettings.Hook(URI.create(url), secret, RecipientsSection.wishes(fields)));
  }
}
