package io.foreshock.feed;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// A document that is broken on purpose, and how.
///
/// @param number which of the documents
/// @param wounds what is done to it, in this order
record Broken(int number, List<Wound> wounds) {
  private static final int MOST_WOUNDS = 6;
  private static final int LONGEST = 200;
  private static final int MOST_TIMES = 400;
  private static final int PLACES = 1_000_000;
  private static final List<String> SHARDS =
      List.of(
          "<",
          ">",
          "&",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "<?",
          "?>",
          "&#x",
          "&#0;",
          "\0",
          "\uFFFF",
          "<!DOCTYPE x [",
          "<!ENTITY a \"b\">",
          "xmlns:a=\"\"",
          "xmlns=\"u\"",
          "<a:b>",
          "</channel>",
          "<item>",
          "<entry>",
          "\"",
          "'",
          "=",
          "\u202E",
          "<br/>",
          "xml:base=\"//[\"",
          "{",
          "}",
          "[",
          "mode=\"base64\"",
          "<guid>",
          "<ttl>9999999999</ttl>",
          "<pubDate>99999999999</pubDate>");

  /// One thing that is done to a document. Places are millionths of its length.
  sealed interface Wound {
    byte[] to(byte[] bytes);
  }

  /// Some bytes are left out.
  record Cut(int place, int length) implements Wound {
    @Override
    public byte[] to(byte[] bytes) {
      int at = at(bytes, place);
      return spliced(bytes, at, Math.min(length, bytes.length - at), new byte[0]);
    }
  }

  /// Some bytes stand there twice.
  record Twice(int place, int length) implements Wound {
    @Override
    public byte[] to(byte[] bytes) {
      int at = at(bytes, place);
      return spliced(
          bytes, at, 0, Arrays.copyOfRange(bytes, at, Math.min(at + length, bytes.length)));
    }
  }

  /// Something is put in, so many times.
  record Shard(int place, String text, int times) implements Wound {
    @Override
    public byte[] to(byte[] bytes) {
      var shards = text.repeat(times).getBytes(StandardCharsets.UTF_8);
      return spliced(bytes, at(bytes, place), 0, shards);
    }
  }

  /// One byte is another.
  record Flip(int place, byte value) implements Wound {
    @Override
    public byte[] to(byte[] bytes) {
      return bytes.length == 0 ? bytes : spliced(bytes, at(bytes, place), 1, new byte[] {value});
    }
  }

  /// The rest never came.
  record End(int place) implements Wound {
    @Override
    public byte[] to(byte[] bytes) {
      return Arrays.copyOf(bytes, at(bytes, place));
    }
  }

  private static int at(byte[] bytes, int place) {
    return (int) ((long) place * bytes.length / PLACES);
  }

  private static byte[] spliced(byte[] bytes, int at, int length, byte[] instead) {
    var result = new byte[bytes.length - length + instead.length];
    System.arraycopy(bytes, 0, result, 0, at);
    System.arraycopy(instead, 0, result, at, instead.length);
    System.arraycopy(bytes, at + length, result, at + instead.length, bytes.length - at - length);
    return result;
  }

  /// One of so many documents, with a few wounds; it shrinks to fewer and smaller ones.
  static Arbitrary<Broken> anyOf(int documents) {
    return Combinators.combine(
            Arbitraries.integers().between(0, documents - 1),
            anyWound().list().ofMinSize(1).ofMaxSize(MOST_WOUNDS))
        .as(Broken::new);
  }

  private static Arbitrary<Wound> anyWound() {
    var places = Arbitraries.integers().between(0, PLACES - 1).withoutEdgeCases();
    var lengths = Arbitraries.integers().between(1, LONGEST).withoutEdgeCases();
    var times = Arbitraries.integers().between(1, MOST_TIMES).withoutEdgeCases();
    return Arbitraries.oneOf(
        Combinators.combine(places, lengths).as(Cut::new),
        Combinators.combine(places, lengths).as(Twice::new),
        Combinators.combine(places, Arbitraries.of(SHARDS), Arbitraries.just(1)).as(Shard::new),
        Combinators.combine(places, Arbitraries.of(SHARDS), times).as(Shard::new),
        Combinators.combine(places, Arbitraries.bytes()).as(Flip::new),
        places.map(End::new));
  }

  /// The document as it is then.
  byte[] of(List<byte[]> documents) {
    var bytes = documents.get(number);
    for (var wound : wounds) {
      bytes = wound.to(bytes);
    }
    return bytes;
  }
}
