package io.foreshock.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Cuts text into words and sentences, in one pass.
///
/// A word is a run of letters, digits and inner apostrophes; `U.S.` is one word, `1,000` and `1
/// 000` one number. Hyphens separate.
final class Tokenizer {
  private static final String HYPHENS = "-‐‑–";
  private static final int COMMA = 3;
  private static final int COLON = 5;
  static final int SENTENCE = 100;

  private final Set<String> abbreviations;
  private final Senses senses;
  private final int most;

  /// @param abbreviations folded words whose full stop ends no sentence
  /// @param senses the morphology, given the word as written
  /// @param most how many words are read; what follows is left out
  Tokenizer(Set<String> abbreviations, Senses senses, int most) {
    this.abbreviations = abbreviations;
    this.senses = senses;
    this.most = most;
  }

  /// The words of `text`; `titleEnds` is the offset behind the title, which always ends a sentence.
  List<Word> words(String text, int titleEnds) {
    var words = new ArrayList<Word>();
    int at = 0;
    int sentence = 0;
    int i = 0;
    int weight = 0;
    while (i < text.length() && words.size() < most) {
      int end = wordEnd(text, i);
      if (end == i) {
        weight += weight(text, i, words);
        i += Character.charCount(text.codePointAt(i));
        continue;
      }
      boolean fresh = !words.isEmpty() && words.getLast().start() < titleEnds && i >= titleEnds;
      if (!words.isEmpty() && (weight >= SENTENCE || fresh)) {
        sentence++;
        weight = Math.max(weight, SENTENCE);
      }
      at += 1 + weight;
      weight = 0;
      words.add(word(text, words.size(), at, sentence, i, end));
      i = end;
    }
    return words;
  }

  /// Whether a character may join two words to one name.
  static boolean isHyphen(char c) {
    return HYPHENS.indexOf(c) >= 0;
  }

  private Word word(String text, int index, int at, int sentence, int start, int end) {
    var written = text.substring(start, end);
    var known = senses.known(written);
    return new Word(
        index, at, sentence, start, end, known.written(), known.folded(), known.senses());
  }

  private static int wordEnd(String text, int start) {
    int i = start;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isPart(c) || (i > start && isInner(text, i))) {
        i += Character.charCount(c);
      } else {
        break;
      }
    }
    return dotted(text, start, i);
  }

  private static boolean isPart(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == 0x00AD
        || c == '%';
  }

  /// An apostrophe between letters, or a separator between groups of digits.
  private static boolean isInner(String text, int i) {
    if (i + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(i - 1);
    char c = text.charAt(i);
    char after = text.charAt(i + 1);
    if (c == '\'' || c == '’' || c == 'ʼ') {
      return Character.isLetter(before) && Character.isLetter(after);
    }
    if (!Character.isDigit(before) || !Character.isDigit(after)) {
      return false;
    }
    return c == '.' || c == ',' || c == ':' || (isSpace(c) && isThousands(text, i));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
  }

  /// Whether exactly three digits follow, after at most three before.
  private static boolean isThousands(String text, int space) {
    int from = space;
    while (from > 0 && Character.isDigit(text.charAt(from - 1))) {
      from--;
    }
    int to = space + 1;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return to - space == 4 && space - from <= 3;
  }

  /// `U.S.`: single letters with full stops are one word.
  private static int dotted(String text, int start, int end) {
    int i = end;
    while (i - start >= 1
        && i + 1 < text.length()
        && text.charAt(i) == '.'
        && Character.isLetter(text.charAt(i - 1))
        && (i - 1 == start || text.charAt(i - 2) == '.')
        && Character.isUpperCase(text.charAt(i + 1))
        && (i + 2 >= text.length() || !Character.isLetter(text.charAt(i + 2)))) {
      i += 2;
    }
    return i > end && i < text.length() && text.charAt(i) == '.' ? i + 1 : i;
  }

  private int weight(String text, int i, List<Word> before) {
    return switch (text.charAt(i)) {
      case ',', '(', ')', '/' -> COMMA;
      case ';', ':', '–', '—' -> COLON;
      case '-' -> i > 0 && Character.isWhitespace(text.charAt(i - 1)) ? COLON : 0;
      case '!', '?', '…', '|' -> SENTENCE;
      case '\n' -> before.isEmpty() ? 0 : COLON;
      case '.' -> endsSentence(text, i, before) ? SENTENCE : 0;
      default -> 0;
    };
  }

  private boolean endsSentence(String text, int dot, List<Word> before) {
    if (before.isEmpty() || before.getLast().end() != dot) {
      return !before.isEmpty();
    }
    int next = dot + 1;
    while (next < text.length() && !Character.isLetterOrDigit(text.charAt(next))) {
      next++;
    }
    if (next >= text.length() || next == dot + 1) {
      return next >= text.length();
    }
    var last = before.getLast();
    boolean initial =
        last.written().length() == 1 && Character.isUpperCase(last.written().charAt(0));
    boolean ordinal = last.isNumber() && last.written().length() <= 2;
    boolean lowerFollows = Character.isLowerCase(text.charAt(next));
    return !initial && !ordinal && !lowerFollows && !abbreviations.contains(last.folded());
  }
}
