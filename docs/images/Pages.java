import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import javax.imageio.ImageIO;

/// Takes three letters of the demo out of their `.eml` files, as pages that a browser can open: the
/// last release, the exchange, and the last update of an emergency.
final class Pages {
  private static final int MOST_COLOURS = 255;

  private String html = "";
  private String picture = "";

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("crop")) {
      crop(new File(arguments[1]));
      return;
    }
    var letters = Path.of(arguments[0]);
    var out = Path.of(arguments[1]);
    try (var files = Files.list(letters)) {
      for (var file : files.sorted().toList()) {
        var message = read(file);
        var language = message.getHeader("Content-Language")[0];
        var update = message.getHeader("In-Reply-To") != null;
        switch (message.getHeader("X-Foreshock-Kind")[0]) {
          case "prisoner-release" -> write(message, language, "en", out.resolve("release.html"));
          case "exchange" -> write(message, language, "pl", out.resolve("exchange.html"));
          case "new-state-of-emergency" -> {
            if (update) {
              write(message, language, "en", out.resolve("emergency.html"));
            }
          }
          default -> {
            // not one of the three
          }
        }
      }
    }
  }

  /// Cuts off the empty ground below the page, and keeps few colours: less than half the size.
  private static void crop(File file) throws Exception {
    var image = ImageIO.read(file);
    int ground = image.getRGB(image.getWidth() / 2, image.getHeight() - 1);
    int height = image.getHeight();
    while (height > 1 && image.getRGB(image.getWidth() / 2, height - 1) == ground) {
      height--;
    }
    height = Math.min(image.getHeight(), height + 1);
    ImageIO.write(withPalette(image.getSubimage(0, 0, image.getWidth(), height)), "png", file);
  }

  /// Each pixel becomes the nearest of the 255 colours that are most frequent.
  private static BufferedImage withPalette(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var often = new HashMap<Integer, Integer>();
    for (int pixel : pixels) {
      often.merge(pixel, 1, Integer::sum);
    }
    int[] colours =
        often.entrySet().stream()
            .sorted(Map.Entry.<Integer, Integer>comparingByValue().reversed())
            .limit(MOST_COLOURS)
            .mapToInt(Map.Entry::getKey)
            .toArray();
    var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    var result = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
    result.setRGB(0, 0, width, height, pixels, 0, width);
    return result;
  }

  private static MimeMessage read(Path file) throws Exception {
    try (var in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in);
    }
  }

  private static void write(MimeMessage message, String language, String wanted, Path page)
      throws Exception {
    if (language.equals(wanted)) {
      var parts = new Pages();
      parts.collect(message);
      Files.writeString(
          page,
          parts.html.replaceAll("cid:[^\"]+", "data:image/png;base64," + parts.picture));
    }
  }

  private void collect(Part part) throws Exception {
    if (part.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        BodyPart each = several.getBodyPart(i);
        collect(each);
      }
    } else if (part.isMimeType("text/html")) {
      html = (String) part.getContent();
    } else if (part.isMimeType("image/png")) {
      picture = Base64.getEncoder().encodeToString(part.getInputStream().readAllBytes());
    }
  }
}
