package io.foreshock.exit;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.foreshock.alert.Alert;
import io.foreshock.alert.AlertTable;
import io.foreshock.alert.Change;
import io.foreshock.alert.Silence;
import io.foreshock.mail.Samples;
import io.foreshock.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationTest {
  @TempDir private Path folder;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open("jdbc:sqlite:" + folder.resolve("exits.db"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Publication publication() {
    return new Publication(
        store,
        new ExitSettings(
            Optional.of(folder.resolve("alerts.atom")),
            Optional.of(folder.resolve("cap")),
            "foreshock@desk.example",
            List.of()));
  }

  private void raise(Alert alert, Optional<Silence> silence) {
    store.run(handle -> new AlertTable(handle).store(alert, silence));
  }

  private SyndFeed feed() throws Exception {
    try (var reader = Files.newBufferedReader(folder.resolve("alerts.atom"))) {
      return new SyndFeedInput().build(reader);
    }
  }

  @Test
  void a_development_is_one_entry_that_its_updates_update() throws Exception {
    var first = Samples.release("wire.example", "Belarus frees 100", 100);
    var more = Samples.release("other.example", "Belarus frees 123", 123);
    raise(Samples.alert(0, Change.NEW_DEVELOPMENT, first), Optional.empty());
    raise(Samples.alert(1, Change.HIGHER_COUNT, first, more), Optional.empty());

    publication().publish();

    assertThat(feed().getEntries()).hasSize(1);
    assertThat(feed().getEntries().getFirst().getTitle())
        .isEqualTo("Belarus frees 123 prisoners — confirmed by 2 publishers");
    assertThat(feed().getEntries().getFirst().getUri())
        .isEqualTo("urn:foreshock:development:0123456789abcdef0123");
  }

  @Test
  void each_alert_is_a_document_that_is_written_once() throws Exception {
    raise(Samples.alert(), Optional.empty());
    publication().publish();
    var file = folder.resolve("cap/foreshock.0123456789abcdef0123.0.xml");
    var before = Files.getLastModifiedTime(file);

    publication().publish();

    assertThat(file).content().contains("<msgType>Alert</msgType>");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(before);
  }

  @Test
  void what_a_silence_holds_back_is_not_published() throws Exception {
    raise(
        Samples.alert(),
        Optional.of(new Silence("BY", Instant.parse("2026-01-01T00:00:00Z"), "known")));

    publication().publish();

    assertThat(feed().getEntries()).isEmpty();
    assertThat(folder.resolve("cap")).doesNotExist();
  }

  @Test
  void where_nothing_is_wanted_nothing_is_written() {
    raise(Samples.alert(), Optional.empty());

    assertThat(new Publication(store, ExitSettings.none()).publish()).isZero();
  }
}
