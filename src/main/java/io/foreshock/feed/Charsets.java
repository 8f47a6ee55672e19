package io.foreshock.feed;

import com.ibm.icu.text.CharsetDetector;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides in which charset a document is: byte order mark, then what it is valid in, then what it
/// and the server say, then a guess. Servers and documents err more often than bytes.
final class Charsets {
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]+)[\"']");
  private static final Pattern SENT =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?([A-Za-z0-9._:-]+)");
  private static final int PROLOGUE = 400;
  private static final int DAMAGE_RATIO = 8;
  private static final Charset EBCDIC = Charset.forName("IBM037");

  private Charsets() {}

  /// Text in a charset.
  record Decoded(String text, String charset, boolean guessed) {}

  static Decoded decode(byte[] bytes, String contentType) {
    var marked = byMark(bytes);
    if (marked.isPresent()) {
      return marked.get();
    }
    var wide = byWidth(bytes);
    if (wide.isPresent()) {
      return wide.get();
    }
    var declared = declared(bytes);
    var sent = charset(SENT, contentType);
    boolean sevenBit = isSevenBit(bytes);
    var utf8 = sevenBit ? Optional.<String>empty() : strict(bytes, StandardCharsets.UTF_8);
    if (utf8.isPresent()) {
      return new Decoded(utf8.get(), "UTF-8", false);
    }
    for (var charset : List.of(sent, declared)) {
      var decoded =
          charset.flatMap(
              each -> strict(bytes, each).map(text -> new Decoded(text, each.name(), false)));
      if (decoded.isPresent()) {
        return decoded.get();
      }
    }
    if (sevenBit) {
      return new Decoded(new String(bytes, StandardCharsets.UTF_8), "UTF-8", false);
    }
    return damaged(bytes, List.of(Optional.of(StandardCharsets.UTF_8), sent, declared))
        .orElseGet(() -> guess(bytes));
  }

  /// A document in one of these charsets, but for a few bytes: better some lost than all misread.
  private static Optional<Decoded> damaged(byte[] bytes, List<Optional<Charset>> charsets) {
    for (var charset : charsets) {
      if (charset.isPresent()) {
        var text = new String(bytes, charset.get());
        long lost = text.chars().filter(c -> c == '\uFFFD').count();
        long kept = text.chars().filter(c -> c >= 0x80 && c != '\uFFFD').count();
        if (lost * DAMAGE_RATIO < kept) {
          return Optional.of(new Decoded(text, charset.get().name() + ", damaged", true));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Decoded> byMark(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return decoded(bytes, 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return decoded(bytes, 4, Charset.forName("UTF-32LE"));
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return decoded(bytes, 4, Charset.forName("UTF-32BE"));
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return decoded(bytes, 2, StandardCharsets.UTF_16BE);
    }
    return starts(bytes, 0xFF, 0xFE)
        ? decoded(bytes, 2, StandardCharsets.UTF_16LE)
        : Optional.empty();
  }

  /// A `<` between zero bytes tells UTF-16 and UTF-32 without a mark (XML 1.0, appendix F).
  private static Optional<Decoded> byWidth(byte[] bytes) {
    if (starts(bytes, 0, 0, 0, 0x3C)) {
      return decoded(bytes, 0, Charset.forName("UTF-32BE"));
    }
    if (starts(bytes, 0x3C, 0, 0, 0)) {
      return decoded(bytes, 0, Charset.forName("UTF-32LE"));
    }
    if (starts(bytes, 0, 0x3C)) {
      return decoded(bytes, 0, StandardCharsets.UTF_16BE);
    }
    if (starts(bytes, 0x3C, 0)) {
      return decoded(bytes, 0, StandardCharsets.UTF_16LE);
    }
    return starts(bytes, 0x4C, 0x6F, 0xA7, 0x94) ? ebcdic(bytes) : Optional.empty();
  }

  private static Optional<Decoded> ebcdic(byte[] bytes) {
    var text = new String(bytes, EBCDIC);
    var charset = charset(DECLARED, text.substring(0, Math.min(PROLOGUE, text.length())));
    return decoded(bytes, 0, charset.orElse(EBCDIC));
  }

  private static boolean starts(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xff) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Decoded> decoded(byte[] bytes, int skip, Charset charset) {
    var text = new String(bytes, skip, bytes.length - skip, charset);
    return Optional.of(new Decoded(text, charset.name(), false));
  }

  private static boolean isSevenBit(byte[] bytes) {
    for (byte each : bytes) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Charset> declared(byte[] bytes) {
    var prologue =
        new String(bytes, 0, Math.min(PROLOGUE, bytes.length), StandardCharsets.ISO_8859_1);
    return charset(DECLARED, prologue);
  }

  private static Optional<Charset> charset(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? named(matcher.group(1)) : Optional.empty();
  }

  /// Latin-1 means Windows-1252 to everybody who writes it (WHATWG Encoding).
  private static Optional<Charset> named(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    var meant =
        switch (plain) {
          case "iso-8859-1", "latin1", "us-ascii", "ascii" -> "windows-1252";
          case "gb2312", "gbk" -> "GB18030";
          case "iso-8859-9" -> "windows-1254";
          default -> name;
        };
    try {
      return Optional.of(Charset.forName(meant));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // a charset that does not exist declares nothing
    }
  }

  private static Optional<String> strict(byte[] bytes, Charset charset) {
    try {
      var decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(
                  charset.name().startsWith("windows")
                      ? CodingErrorAction.REPLACE
                      : CodingErrorAction.REPORT);
      return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  private static Decoded guess(byte[] bytes) {
    var match = new CharsetDetector().setText(bytes).detect();
    var charset =
        match == null
            ? StandardCharsets.UTF_8
            : named(match.getName()).orElse(StandardCharsets.UTF_8);
    return new Decoded(new String(bytes, charset), charset.name(), true);
  }
}
