package io.foreshock.feed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/// Asks for a feed: conditionally, politely, within limits. Threads may share it.
///
/// No cookies, no referrer, at most five redirects, each to http or https and to an address that
/// may be asked. The deadline holds for all of it, body included.
final class Fetcher implements AutoCloseable {
  private static final int MOST_HOPS = 5;
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;
  private static final int GONE = 410;

  private final HttpClient client;
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();
  private final FeedSettings settings;
  private final Freshness freshness;

  Fetcher(FeedSettings settings, InstantSource clock) {
    this.settings = settings;
    this.freshness = new Freshness(clock);
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(threads)
            .build();
  }

  /// Asks for `feed`, unless the version with these validators is still the newest.
  Fetched fetch(Feed feed, Fetched.Validators validators) {
    var answer = CompletableFuture.supplyAsync(() -> follow(feed, validators), threads);
    try {
      return answer.get(settings.total().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      answer.cancel(true);
      return Fetched.failed("no complete answer within " + settings.total().toSeconds() + " s");
    } catch (ExecutionException e) {
      return Fetched.failed("cannot be fetched: " + e.getCause());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Fetched.failed("interrupted");
    }
  }

  private Fetched follow(Feed feed, Fetched.Validators validators) {
    var url = feed.url();
    for (int hop = 0; hop <= MOST_HOPS; hop++) {
      var refused = refusal(url, feed);
      if (refused.isPresent()) {
        return Fetched.failed(refused.get());
      }
      var step = ask(url, validators);
      if (!(step instanceof Step.Elsewhere(var target))) {
        return ((Step.Answer) step).fetched();
      }
      url = target;
    }
    return Fetched.failed("more than " + MOST_HOPS + " redirects");
  }

  private sealed interface Step {
    record Elsewhere(URI url) implements Step {}

    record Answer(Fetched fetched) implements Step {}
  }

  private static Optional<String> refusal(URI url, Feed feed) {
    var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.of("will not ask " + scheme + " addresses (" + url + ")");
    }
    if (feed.privateAddress()) {
      return Optional.empty();
    }
    try {
      for (var address : InetAddress.getAllByName(url.getHost())) {
        if (Addresses.isInside(address)) {
          return Optional.of(
              url.getHost()
                  + " lies at "
                  + address.getHostAddress()
                  + ", not on the public Internet; write private: yes if that is meant");
        }
      }
      return Optional.empty();
    } catch (UnknownHostException _) {
      return Optional.of("no such host: " + url.getHost());
    }
  }

  private Step ask(URI url, Fetched.Validators validators) {
    try {
      var response =
          client.send(request(url, validators), HttpResponse.BodyHandlers.ofInputStream());
      try (var body = response.body()) {
        return answer(url, response, body);
      }
    } catch (HttpTimeoutException _) {
      return new Step.Answer(Fetched.failed("no connection to " + url.getHost() + " in time"));
    } catch (IOException | IllegalArgumentException e) {
      return new Step.Answer(Fetched.failed(reason(url, e)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Step.Answer(Fetched.failed("interrupted"));
    }
  }

  private static String reason(URI url, Exception problem) {
    var message =
        problem.getMessage() == null ? problem.getClass().getSimpleName() : problem.getMessage();
    return url.getHost() + " cannot be asked: " + message;
  }

  private HttpRequest request(URI url, Fetched.Validators validators) {
    var request =
        HttpRequest.newBuilder(url)
            .timeout(settings.total())
            .header("User-Agent", settings.userAgent())
            .header(
                "Accept",
                "application/rss+xml, application/atom+xml, application/feed+json;q=0.9,"
                    + " application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1")
            .header("Accept-Encoding", "gzip, deflate");
    if (!validators.etag().isEmpty()) {
      request.header("If-None-Match", validators.etag());
    }
    if (!validators.lastModified().isEmpty()) {
      request.header("If-Modified-Since", validators.lastModified());
    }
    return request.GET().build();
  }

  private Step answer(URI url, HttpResponse<InputStream> response, InputStream body)
      throws IOException {
    int status = response.statusCode();
    var headers = response.headers();
    if (status == NOT_MODIFIED) {
      return new Step.Answer(new Fetched.Unchanged(freshness.of(headers)));
    }
    if (status >= 300 && status < 400) {
      var target = headers.firstValue("Location");
      return target.isPresent()
          ? new Step.Elsewhere(url.resolve(target.get()))
          : new Step.Answer(Fetched.failed("redirected (" + status + ") without an address"));
    }
    if (status != OK) {
      return new Step.Answer(
          new Fetched.Failed(
              "the server answers " + status, freshness.retryAfter(headers), status == GONE));
    }
    var validators =
        new Fetched.Validators(
            headers.firstValue("ETag").orElse(""), headers.firstValue("Last-Modified").orElse(""));
    var bytes = read(decoded(body, headers.firstValue("Content-Encoding").orElse("")));
    return new Step.Answer(
        bytes.length > settings.mostBytes()
            ? Fetched.failed("the document is larger than " + settings.mostBytes() + " bytes")
            : new Fetched.Fresh(
                ByteBuffer.wrap(bytes),
                headers.firstValue("Content-Type").orElse(""),
                url,
                validators,
                freshness.of(headers)));
  }

  private static InputStream decoded(InputStream body, String encoding) throws IOException {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "gzip", "x-gzip" -> new GZIPInputStream(body);
      case "deflate" -> new InflaterInputStream(body);
      default -> body;
    };
  }

  /// One byte more than allowed tells that there is more.
  private byte[] read(InputStream body) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(body.readNBytes(settings.mostBytes() + 1));
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    client.shutdownNow();
    threads.shutdownNow();
  }

  /// How long all of one feed may take, with a little room.
  Duration deadline() {
    return settings.total().plusSeconds(1);
  }
}
