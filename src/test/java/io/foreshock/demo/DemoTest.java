package io.foreshock.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.foreshock.OurRules;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir private Path folder;

  private List<MimeMessage> play() throws IOException, MessagingException {
    var letters = folder.resolve("letters");
    var said = new ArrayList<String>();
    try (var demo = new Demo(OurRules.RULES, folder, letters, said::add)) {
      assertThat(demo.play()).isEqualTo(said.size());
    }
    var messages = new ArrayList<MimeMessage>();
    try (var files = Files.list(letters)) {
      for (var file : files.sorted().toList()) {
        try (var in = Files.newInputStream(file)) {
          messages.add(new MimeMessage(Session.getInstance(new Properties()), in));
        }
      }
    }
    return messages;
  }

  @Test
  void the_story_of_the_autumn_becomes_letters_in_both_languages_each_once() throws Exception {
    var letters = play();
    var subjects = new ArrayList<String>();
    var ids = new ArrayList<String>();
    for (var letter : letters) {
      subjects.add(letter.getSubject());
      ids.add(letter.getMessageID());
    }

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(subjects)
        .anyMatch(subject -> subject.startsWith("Belarus frees 52 prisoners"))
        .anyMatch(subject -> subject.startsWith("Białoruś uwalnia 52 więźniów"))
        .anyMatch(
            subject -> subject.startsWith("Lithuania") && subject.contains("state of emergency"));
  }
}
