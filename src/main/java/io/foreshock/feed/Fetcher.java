package io.foreshock.feed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// Asks for a feed: conditionally, politely, within limits. Threads may share it.
///
/// No cookies, no referrer, credentials to the feed's own host only, at most five redirects, each
/// over http or https and to an address that may be asked ([Gate]). The deadline holds for all of
/// it, names and body included.
final class Fetcher implements Asking {
  private static final int MOST_HOPS = 5;
  private static final int IDLE_CONNECTIONS = 8;
  private static final String ACCEPTED =
      "application/rss+xml, application/atom+xml, application/feed+json;q=0.9,"
          + " application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1";

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FeedSettings settings;
  private final Freshness freshness;
  private final Body body;
  private final Names names;
  private final Spacing spacing;
  private final OkHttpClient outside;
  private final OkHttpClient inside;

  Fetcher(FeedSettings settings, InstantSource clock) {
    this(settings, clock, new OkHttpClient());
  }

  /// @param basis whose trust in certificates is taken over; the rest is set here
  Fetcher(FeedSettings settings, InstantSource clock, OkHttpClient basis) {
    this.settings = settings;
    this.freshness = new Freshness(clock);
    this.body = new Body(settings.mostBytes());
    this.names = new Names(settings.connect());
    this.spacing = new Spacing(settings.hostGap());
    this.outside = client(basis, new Gate(false));
    this.inside = client(basis, new Gate(true));
  }

  private OkHttpClient client(OkHttpClient basis, Gate gate) {
    return basis
        .newBuilder()
        .socketFactory(gate)
        .dns(names)
        .proxy(Proxy.NO_PROXY)
        .connectTimeout(settings.connect())
        .readTimeout(settings.total())
        .followRedirects(false)
        .followSslRedirects(false)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 30, TimeUnit.SECONDS))
        .build();
  }

  @Override
  public Fetched fetch(Feed feed, URI url, Fetched.Validators validators) {
    var journey = new Journey(feed, url, validators);
    var answer = threads.submit(journey::go);
    try {
      return answer.get(settings.total().toMillis() + 500, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      answer.cancel(true);
      return journey.failed(Fetched.Why.UNREACHABLE, late());
    } catch (ExecutionException e) {
      return journey.failed(Fetched.Why.REFUSED, "cannot be fetched: " + e.getCause());
    } catch (InterruptedException _) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return journey.failed(Fetched.Why.UNREACHABLE, "interrupted");
    }
  }

  private String late() {
    return "no complete answer within " + settings.total().toMillis() / 1000.0 + " s";
  }

  @Override
  public void close() {
    threads.shutdownNow();
    names.close();
    outside.connectionPool().evictAll();
    inside.connectionPool().evictAll();
  }

  /// One feed's way from address to address.
  private final class Journey {
    private final Feed feed;
    private final Fetched.Validators validators;
    private final List<String> hosts = new CopyOnWriteArrayList<>(); // read when time is over too
    private final long began = System.nanoTime();
    private volatile URI url;
    private volatile Optional<URI> moved = Optional.empty();
    private boolean permanent = true;

    Journey(Feed feed, URI url, Fetched.Validators validators) {
      this.feed = feed;
      this.url = url;
      this.validators = validators;
    }

    private Fetched.Route route() {
      return new Fetched.Route(url, moved, hosts);
    }

    Fetched.Failed failed(Fetched.Why why, String reason) {
      return new Fetched.Failed(why, reason, Optional.empty(), route());
    }

    Fetched go() {
      for (int hop = 0; hop <= MOST_HOPS; hop++) {
        var host = Hosts.of(url);
        if (hop > 0 && !hosts.contains(host)) {
          LockSupport.parkNanos(spacing.reserve(host).toNanos());
        }
        hosts.add(host);
        var answer = ask();
        if (answer.isPresent()) {
          return answer.get();
        }
      }
      return failed(Fetched.Why.REFUSED, "more than " + MOST_HOPS + " redirects");
    }

    /// The answer, or none where the way goes on.
    private Optional<Fetched> ask() {
      var target = HttpUrl.parse(url.toString());
      if (target == null) {
        return Optional.of(failed(Fetched.Why.REFUSED, "will not ask \"" + url + "\""));
      }
      var left = settings.total().minusNanos(System.nanoTime() - began);
      if (left.compareTo(Duration.ofMillis(1)) < 0) {
        return Optional.of(failed(Fetched.Why.UNREACHABLE, late()));
      }
      var call = (isOwnHost() && feed.privateAddress() ? inside : outside).newCall(request(target));
      call.timeout().timeout(left.toMillis(), TimeUnit.MILLISECONDS);
      try (var response = call.execute()) {
        return answer(target, response);
      } catch (IOException | RuntimeException e) {
        return Optional.of(failure(e));
      }
    }

    private boolean isOwnHost() {
      return Hosts.of(url).equals(Hosts.of(feed.url()));
    }

    private Request request(HttpUrl target) {
      var request =
          new Request.Builder()
              .url(target)
              .header("User-Agent", settings.userAgent())
              .header("Accept", ACCEPTED)
              .header("Accept-Encoding", "gzip, deflate, br");
      if (!validators.etag().isEmpty()) {
        request.headers(plus(request, "If-None-Match", validators.etag()));
      }
      if (!validators.lastModified().isEmpty()) {
        request.headers(plus(request, "If-Modified-Since", validators.lastModified()));
      }
      credentials().ifPresent(value -> request.header("Authorization", value));
      return request.build();
    }

    /// Validators go back as they came, whatever characters they have.
    private static Headers plus(Request.Builder request, String name, String value) {
      return request
          .build()
          .headers()
          .newBuilder()
          .addUnsafeNonAscii(name, value.replaceAll("[\\r\\n\\x00]", ""))
          .build();
    }

    /// Of the feed's own address, for its own host, never over a less safe line.
    private Optional<String> credentials() {
      var own = HttpUrl.parse(feed.url().toString());
      if (own == null || own.username().isEmpty() || !isOwnHost()) {
        return Optional.empty();
      }
      if (own.isHttps() && !"https".equals(url.getScheme())) {
        return Optional.empty();
      }
      return Optional.of(Credentials.basic(own.username(), own.password()));
    }

    private Optional<Fetched> answer(HttpUrl target, Response response) throws IOException {
      int status = response.code();
      if (status == 304) {
        return Optional.of(unchanged(response.headers()));
      }
      if (status >= 300 && status < 400) {
        return redirected(target, response);
      }
      return Optional.of(
          status == 200 || status == 203
              ? fresh(response)
              : refused(status, freshness.retryAfter(response.headers())));
    }

    private Fetched unchanged(Headers headers) {
      boolean asked = !validators.equals(Fetched.Validators.NONE);
      if (!asked) {
        return failed(Fetched.Why.SERVER, "the server answers 304 to an unconditional request");
      }
      var newer = validators(headers);
      return new Fetched.Unchanged(
          route(),
          new Fetched.Validators(
              newer.etag().isEmpty() ? validators.etag() : newer.etag(),
              newer.lastModified().isEmpty() ? validators.lastModified() : newer.lastModified()),
          freshness.of(headers));
    }

    private Optional<Fetched> redirected(HttpUrl target, Response response) {
      var location = response.header("Location");
      var next = location == null ? null : target.resolve(location.strip());
      if (next == null) {
        var where = location == null ? "without an address" : "to \"" + location + "\"";
        return Optional.of(
            failed(Fetched.Why.REFUSED, "redirected (" + response.code() + ") " + where));
      }
      url = next.newBuilder().fragment(null).build().uri();
      permanent &= response.code() == 301 || response.code() == 308;
      if (permanent) {
        moved = Optional.of(url);
      }
      return Optional.empty();
    }

    private Fetched refused(int status, Optional<Duration> retryAfter) {
      var why =
          switch (status) {
            case 429, 503 -> Fetched.Why.BUSY;
            case 401, 403, 451 -> Fetched.Why.FORBIDDEN;
            case 410 -> Fetched.Why.GONE;
            default -> Fetched.Why.SERVER;
          };
      return new Fetched.Failed(why, "the server answers " + status, retryAfter, route());
    }

    private Fetched fresh(Response response) throws IOException {
      var headers = response.headers();
      var bytes =
          body.read(
              response.body().byteStream(), String.join(",", headers.values("Content-Encoding")));
      return new Fetched.Fresh(
          ByteBuffer.wrap(bytes),
          Optional.ofNullable(headers.get("Content-Type")).orElse(""),
          route(),
          Freshness.isStale(headers) ? Fetched.Validators.NONE : validators(headers),
          freshness.of(headers));
    }

    private static Fetched.Validators validators(Headers headers) {
      return new Fetched.Validators(
          Optional.ofNullable(headers.get("ETag")).orElse(""),
          Optional.ofNullable(headers.get("Last-Modified")).orElse(""));
    }

    private Fetched failure(Exception problem) {
      var host = Hosts.of(url);
      return switch (problem) {
        case Gate.Refused refused -> failed(Fetched.Why.REFUSED, words(refused));
        case Body.Refused refused -> failed(Fetched.Why.REFUSED, words(refused));
        case UnknownHostException _ -> failed(Fetched.Why.UNREACHABLE, "no such host: " + host);
        case SocketTimeoutException _ ->
            failed(Fetched.Why.UNREACHABLE, "no connection to " + host + " in time");
        case InterruptedIOException _ -> failed(Fetched.Why.UNREACHABLE, late());
        case SSLException e ->
            failed(Fetched.Why.REFUSED, host + " cannot prove who it is: " + words(e));
        case EOFException _ ->
            failed(Fetched.Why.UNREACHABLE, "the answer of " + host + " ends early");
        default -> failed(Fetched.Why.UNREACHABLE, host + " cannot be asked: " + words(problem));
      };
    }

    private static String words(Exception problem) {
      var suppressed = problem.getSuppressed();
      for (var each : suppressed) {
        if (each instanceof Gate.Refused) {
          return String.valueOf(each.getMessage());
        }
      }
      return problem.getMessage() == null
          ? problem.getClass().getSimpleName()
          : problem.getMessage();
    }
  }
}
