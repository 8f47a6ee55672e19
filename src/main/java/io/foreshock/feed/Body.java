package io.foreshock.feed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.brotli.dec.BrotliInputStream;

/// The body of an answer, decoded within limits: the limits hold for what comes out, not for what
/// came over the line.
final class Body {
  private static final int MOST_CODINGS = 2;
  private static final int MOST_RATIO = 100;
  private static final int RATIO_FROM = 1 << 20;
  private static final int CHUNK = 16 << 10;
  private static final int ZLIB = 0x78;

  private final int mostBytes;

  /// @param mostBytes of a document, decoded
  Body(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// A body is larger than allowed, or packed in a way that is not.
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /// All of a body.
  ///
  /// @param encoding `Content-Encoding` as sent, or empty (RFC 9110, 8.4)
  /// @throws Refused where it is too large, or expands more than a hundredfold
  byte[] read(InputStream raw, String encoding) throws IOException {
    var counted = new Counted(raw);
    var bytes = drain(decoded(counted, codings(encoding)), counted);
    boolean packedUnsaid = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
    if (!packedUnsaid) {
      return bytes;
    }
    var again = new Counted(new ByteArrayInputStream(bytes));
    return drain(new GZIPInputStream(again), again);
  }

  private static List<String> codings(String encoding) throws Refused {
    var codings =
        List.of(encoding.toLowerCase(Locale.ROOT).split(",")).stream()
            .map(String::strip)
            .filter(each -> !each.isEmpty() && !each.equals("identity"))
            .toList();
    if (codings.size() > MOST_CODINGS) {
      throw new Refused("it is packed " + codings.size() + " times over");
    }
    return codings.reversed();
  }

  private static InputStream decoded(InputStream body, List<String> codings) throws IOException {
    var stream = body;
    for (var coding : codings) {
      stream =
          switch (coding) {
            case "gzip", "x-gzip" -> new GZIPInputStream(stream);
            case "deflate" -> inflated(stream);
            case "br" -> new BrotliInputStream(stream);
            default ->
                throw new Refused("it is packed as \"" + coding + "\", which was not asked for");
          };
    }
    return stream;
  }

  /// Most servers mean zlib, some raw deflate.
  private static InputStream inflated(InputStream stream) throws IOException {
    var peekable = new java.io.PushbackInputStream(stream);
    int first = peekable.read();
    if (first < 0) {
      return peekable;
    }
    peekable.unread(first);
    return first == ZLIB
        ? new InflaterInputStream(peekable)
        : new InflaterInputStream(peekable, new Inflater(true));
  }

  private byte[] drain(InputStream stream, Counted counted) throws IOException {
    var bytes = new ByteArrayOutputStream(CHUNK);
    var chunk = new byte[CHUNK];
    for (int read = stream.read(chunk); read >= 0; read = stream.read(chunk)) {
      bytes.write(chunk, 0, read);
      if (bytes.size() > mostBytes) {
        throw new Refused("the document is larger than " + mostBytes + " bytes");
      }
      if (bytes.size() > RATIO_FROM && bytes.size() / MOST_RATIO > counted.count) {
        throw new Refused("it unpacks to more than " + MOST_RATIO + " times its size");
      }
    }
    return bytes.toByteArray();
  }

  private static final class Counted extends java.io.FilterInputStream {
    private long count;

    Counted(InputStream stream) {
      super(stream);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int read = super.read(into, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
