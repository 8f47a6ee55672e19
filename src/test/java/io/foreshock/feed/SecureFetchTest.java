package io.foreshock.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecureFetchTest {
  private final SettableClock clock = new SettableClock("2026-03-02T12:00:00Z");
  private final HeldCertificate certificate =
      new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
  private MockWebServer server;
  private Feed feed;

  @BeforeEach
  void start() throws IOException {
    server = new MockWebServer();
    server.useHttps(
        new HandshakeCertificates.Builder()
            .heldCertificate(certificate)
            .build()
            .sslSocketFactory());
    server.start(InetAddress.getLoopbackAddress(), 0);
    server.enqueue(
        new MockResponse.Builder().body(Documents.rss(Documents.item("1", "Talks"))).build());
    feed = Documents.feed(URI.create("https://127.0.0.1:" + server.getPort() + "/rss"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() {
    try (var fetcher = new Fetcher(FeedSettings.standard(), clock)) {
      var fetched = fetcher.fetch(feed, feed.url(), Fetched.Validators.NONE);

      assertThat(fetched).isInstanceOf(Fetched.Failed.class);
      assertThat(((Fetched.Failed) fetched).reason()).contains("cannot prove who it is");
    }
  }

  @Test
  void with_one_that_is_trusted_it_speaks_http_2() throws InterruptedException {
    var trusting =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(certificate.certificate())
            .build();
    var basis =
        new OkHttpClient.Builder()
            .sslSocketFactory(trusting.sslSocketFactory(), trusting.trustManager())
            .build();
    try (var fetcher = new Fetcher(FeedSettings.standard(), clock, basis)) {
      var fetched = fetcher.fetch(feed, feed.url(), Fetched.Validators.NONE);

      assertThat(fetched).as(fetched.toString()).isInstanceOf(Fetched.Fresh.class);
      assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
    }
  }
}
