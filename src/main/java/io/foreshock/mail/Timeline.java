package io.foreshock.mail;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.DateTickUnit;
import org.jfree.chart.axis.DateTickUnitType;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// Draws the steps of a story along a date axis: dots on a line, each with a label on a stem.
///
/// The picture is twice as large as it is shown, for sharp screens; its ground is opaque, so that
/// it reads the same where the reader's device is dark. Labels climb to the lowest level on which
/// they meet no other.
final class Timeline {
  /// In pixels of the picture; it is shown at half of it.
  static final int WIDTH = 1200;

  private static final int PADDING = 24;
  private static final int RIGHT = 64; // half of a date may stand beyond the end of the axis
  private static final int INNER = WIDTH - PADDING - RIGHT;
  private static final int AXIS = 44;
  private static final int BASE = 16;
  private static final int LINE = 38;
  private static final int BETWEEN_LEVELS = 22;
  private static final int GAP = 22;
  private static final int LONGEST_LINE = 25;
  private static final int LABEL_LINES = 4;
  private static final int LEFT = 30;
  private static final int STEM = 30;
  private static final int ASIDE = 10;

  private static final Color PAPER = new Color(0xff, 0xff, 0xff);
  private static final Color INK = new Color(0x1c, 0x1c, 0x1c);
  private static final Color RULE = new Color(0xb9, 0xb1, 0xa2);
  private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 31);
  private static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 31);
  private static final Font TICK = new Font(Font.SANS_SERIF, Font.PLAIN, 25);

  private final Locale locale;
  private final ZoneId zone;

  Timeline(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
  }

  /// What part a step plays.
  enum Tone {
    /// It was only talked of, or announced.
    SIGN(0, new Color(0xc7, 0x77, 0x00)),
    /// It belongs to an earlier development.
    EARLIER(1, new Color(0x8a, 0x83, 0x78)),
    /// The alert rests on it.
    EVENT(2, new Color(0xb3, 0x26, 0x1e));

    private final int series;
    private final Color colour;

    Tone(int series, Color colour) {
      this.series = series;
      this.colour = colour;
    }
  }

  /// A step.
  ///
  /// @param at when
  /// @param day the same, as it is written
  /// @param what in a few words
  /// @param tone what part it plays
  record Mark(Instant at, String day, String what, Tone tone) {}

  private record Placed(Mark mark, int level, List<String> lines) {}

  /// How time becomes pixels: every label finds room to the right of its stem, so that no stem
  /// crosses a label of a step before it.
  private record Scale(double from, double millisPerPixel) {
    static Scale of(List<Mark> marks, FontMetrics metrics) {
      double from = marks.getFirst().at().toEpochMilli();
      double span = Math.max(1, marks.getLast().at().toEpochMilli() - from);
      double widest = 0;
      for (var mark : marks) {
        int room = INNER - LEFT - width(lines(mark), metrics);
        widest = Math.max(widest, (mark.at().toEpochMilli() - from) / room);
      }
      double millisPerPixel = Math.max(widest, span / (INNER - LEFT));
      return new Scale(from - LEFT * millisPerPixel, millisPerPixel);
    }

    double pixel(Mark mark) {
      return (mark.at().toEpochMilli() - from) / millisPerPixel;
    }

    double to() {
      return from + INNER * millisPerPixel;
    }
  }

  /// The picture, PNG in Base64.
  ///
  /// @param marks at least two, at different times, oldest first
  String png(List<Mark> marks) {
    var metrics = metrics();
    var scale = Scale.of(marks, metrics);
    var placed = place(marks, scale, metrics);
    int levels = placed.stream().mapToInt(Placed::level).max().orElse(0) + 1;
    int level = LINE * placed.stream().mapToInt(each -> each.lines().size()).max().orElse(0);
    int height = BASE + STEM + levels * (level + BETWEEN_LEVELS);
    var plot = plot(marks, scale, height);
    placed.forEach(each -> label(plot, each, scale, level + BETWEEN_LEVELS));
    return encoded(chart(plot).createBufferedImage(WIDTH, height + AXIS + 2 * PADDING));
  }

  private static List<Placed> place(List<Mark> marks, Scale scale, FontMetrics metrics) {
    var taken = new ArrayList<Double>(); // where the leftmost label of each level begins
    var placed = new ArrayList<Placed>();
    for (var mark : marks.reversed()) {
      var lines = lines(mark);
      double begin = scale.pixel(mark);
      int level = free(taken, begin + width(lines, metrics) + GAP);
      taken.set(level, begin);
      placed.add(new Placed(mark, level, lines));
    }
    return placed;
  }

  /// The lowest level on which a label that ends here is free.
  private static int free(List<Double> taken, double end) {
    for (int level = 0; level < taken.size(); level++) {
      if (end < taken.get(level)) {
        return level;
      }
    }
    taken.add(Double.MAX_VALUE);
    return taken.size() - 1;
  }

  private static int width(List<String> lines, FontMetrics metrics) {
    return lines.stream().mapToInt(metrics::stringWidth).max().orElse(0) + ASIDE;
  }

  private static FontMetrics metrics() {
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return graphics.getFontMetrics(BOLD);
    } finally {
      graphics.dispose();
    }
  }

  /// The day, then what happened in at most four short lines; a number stays with what it counts.
  private static List<String> lines(Mark mark) {
    var lines = new ArrayList<>(List.of(mark.day()));
    var line = new StringBuilder();
    for (var word : mark.what().replaceAll("(\\d) (?=\\p{L})", "$1\u00A0").split(" ", -1)) {
      if (!line.isEmpty() && line.length() + word.length() >= LONGEST_LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    if (lines.size() > LABEL_LINES + 1) {
      var shortened = new ArrayList<>(lines.subList(0, LABEL_LINES + 1));
      shortened.set(LABEL_LINES, shortened.get(LABEL_LINES) + "…");
      return shortened;
    }
    return lines;
  }

  private XYPlot plot(List<Mark> marks, Scale scale, int height) {
    var days = new DateAxis("", TimeZone.getTimeZone(zone), locale);
    days.setRange(scale.from(), scale.to());
    days.setTickLabelFont(TICK);
    days.setTickLabelPaint(INK);
    days.setAxisLineVisible(false);
    days.setTickMarkPaint(RULE);
    days.setTickMarkOutsideLength(8);
    days.setStandardTickUnits(units());
    var heights = new NumberAxis();
    heights.setRange(0, height);
    heights.setVisible(false);
    var plot = new XYPlot(dataset(marks), days, heights, dots());
    plot.setBackgroundPaint(PAPER);
    plot.setOutlineVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    var below = new AxisSpace();
    below.setBottom(AXIS);
    plot.setFixedDomainAxisSpace(below);
    plot.setFixedRangeAxisSpace(new AxisSpace());
    plot.getRenderer()
        .addAnnotation(
            new XYLineAnnotation(scale.from(), BASE, scale.to(), BASE, new BasicStroke(3f), RULE),
            Layer.BACKGROUND);
    return plot;
  }

  /// Days while the story is short, then months, then years; as the language writes them.
  private TickUnits units() {
    var units = new TickUnits();
    for (int days : new int[] {1, 2, 4, 7, 14}) {
      units.add(new DateTickUnit(DateTickUnitType.DAY, days, format("d MMM")));
    }
    for (int months : new int[] {1, 2, 3, 6}) {
      units.add(new DateTickUnit(DateTickUnitType.MONTH, months, format("LLL yyyy")));
    }
    units.add(new DateTickUnit(DateTickUnitType.YEAR, 1, format("yyyy")));
    return units;
  }

  private SimpleDateFormat format(String pattern) {
    var format = new SimpleDateFormat(pattern, locale);
    format.setTimeZone(TimeZone.getTimeZone(zone));
    return format;
  }

  private static XYSeriesCollection dataset(List<Mark> marks) {
    var dataset = new XYSeriesCollection();
    for (var tone : Tone.values()) {
      var series = new XYSeries(tone);
      marks.stream()
          .filter(mark -> mark.tone() == tone)
          .forEach(mark -> series.add((double) mark.at().toEpochMilli(), BASE));
      dataset.addSeries(series);
    }
    return dataset;
  }

  private static XYLineAndShapeRenderer dots() {
    var dots = new XYLineAndShapeRenderer(false, true);
    var circle = new Ellipse2D.Double(-12, -12, 24, 24);
    for (var tone : Tone.values()) {
      int series = tone.series;
      dots.setSeriesShape(series, circle);
      dots.setSeriesPaint(series, tone.colour);
      dots.setSeriesShapesFilled(series, tone != Tone.SIGN);
      dots.setSeriesStroke(series, new BasicStroke(5f));
      dots.setSeriesOutlineStroke(series, new BasicStroke(5f));
    }
    return dots;
  }

  private static void label(XYPlot plot, Placed placed, Scale scale, int level) {
    double x = placed.mark().at().toEpochMilli();
    double bottom = BASE + STEM + placed.level() * level;
    double top = bottom + placed.lines().size() * LINE - 6;
    var colour = placed.mark().tone().colour;
    plot.addAnnotation(
        new XYLineAnnotation(x, BASE + 12, x, top, new BasicStroke(2.5f), colour), false);
    for (int line = 0; line < placed.lines().size(); line++) {
      double y = bottom + (placed.lines().size() - 1 - line) * LINE;
      var text =
          new XYTextAnnotation(placed.lines().get(line), x + ASIDE * scale.millisPerPixel(), y);
      text.setFont(line == 0 ? BOLD : PLAIN);
      text.setPaint(line == 0 ? colour : INK);
      text.setTextAnchor(TextAnchor.BOTTOM_LEFT);
      plot.addAnnotation(text, false);
    }
  }

  private static JFreeChart chart(XYPlot plot) {
    var chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(PAPER);
    chart.setPadding(new RectangleInsets(PADDING, PADDING, PADDING, RIGHT));
    chart.setBorderVisible(false);
    chart.setTextAntiAlias(true);
    return chart;
  }

  /// In a palette of its own colours, which is a third of the size: mail programs cut large
  /// letters.
  private static String encoded(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try (var memory = new MemoryCacheImageOutputStream(out)) { // the usual one is a file
      ImageIO.write(Palette.of(image), "png", memory);
    } catch (IOException e) {
      throw new UncheckedIOException("a picture in memory cannot be written", e);
    }
    return Base64.getEncoder().encodeToString(out.toByteArray());
  }
}
