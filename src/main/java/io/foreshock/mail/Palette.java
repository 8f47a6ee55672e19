package io.foreshock.mail;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/// Pictures with few colours. Each channel is rounded to sixteen steps, which nobody sees in text
/// and lines, and the colours that are left become the palette.
final class Palette {
  private static final int STEP = 0x11;
  private static final int MOST = 256;

  private Palette() {}

  /// The same picture with a palette; the picture itself where it has too many colours for one.
  static BufferedImage of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    var pixels = image.getRGB(0, 0, width, height, null, 0, width);
    var numbers = new LinkedHashMap<Integer, Integer>();
    var indexes = new byte[pixels.length];
    int number = 0;
    for (int i = 0; i < pixels.length; i++) {
      if (i == 0 || pixels[i] != pixels[i - 1]) { // most of a picture is ground
        number = numbers.computeIfAbsent(rounded(pixels[i]), _ -> numbers.size());
      }
      if (number >= MOST) {
        return image;
      }
      indexes[i] = (byte) number;
    }
    var palette = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(numbers));
    palette.getRaster().setDataElements(0, 0, width, height, indexes);
    return palette;
  }

  private static IndexColorModel model(Map<Integer, Integer> numbers) {
    var colours = numbers.keySet().stream().mapToInt(Integer::intValue).toArray();
    return new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
  }

  private static int rounded(int colour) {
    return channel(colour, 16) | channel(colour, 8) | channel(colour, 0);
  }

  private static int channel(int colour, int shift) {
    int value = (colour >> shift) & 0xFF;
    return ((value + STEP / 2) / STEP * STEP) << shift;
  }
}
