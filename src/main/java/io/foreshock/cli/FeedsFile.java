package io.foreshock.cli;

import io.foreshock.feed.Opml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// `feeds.yml` as text: entries are added at its end, what stands there stays as it is.
final class FeedsFile {
  private static final Pattern ENTRY = Pattern.compile("(?m)^( *)- ");
  private static final Pattern EMPTY = Pattern.compile("(?m)^feeds: *\\[ *\\] *$");
  private static final Pattern LANGUAGE = Pattern.compile("(?:pl|en|ru|uk|be|lt|de)(?:[-_].*)?");

  private final Path file;

  FeedsFile(Path file) {
    this.file = file;
  }

  /// Adds feeds; the file is replaced as a whole, so that nobody ever reads half of it.
  void add(List<Opml.Subscription> subscriptions) throws IOException {
    var before = Files.exists(file) ? Files.readString(file) : "feeds:\n";
    var text = EMPTY.matcher(before).replaceFirst("feeds:");
    var first = ENTRY.matcher(text);
    var indent = first.find() ? first.group(1) : "  ";
    var after = new StringBuilder(text.endsWith("\n") ? text : text + "\n");
    subscriptions.forEach(
        each -> after.append(entry(indent, each.name(), each.url().toString(), each.language())));
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, after);
    Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// A feed as lines of the file; its publisher is its host until a person says better.
  static String entry(String indent, String name, String url, String language) {
    var code = language.toLowerCase(Locale.ROOT);
    var host = URI.create(url).getHost();
    var publisher = host.startsWith("www.") ? host.substring(4) : host;
    var lines =
        indent
            + "- name: "
            + quoted(name.isBlank() ? publisher : name)
            + "\n"
            + indent
            + "  url: "
            + quoted(url)
            + "\n"
            + indent
            + "  publisher: "
            + publisher
            + "\n";
    return LANGUAGE.matcher(code).matches()
        ? lines + indent + "  language: " + code.substring(0, 2) + "\n"
        : lines;
  }

  private static String quoted(String text) {
    var plain = text.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
    return "\"" + plain.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
