package io.foreshock.exit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the body of a call (HMAC-SHA256, RFC 2104), with the time, so that a recorded call cannot
/// be played again later.
final class Signature {
  private static final String ALGORITHM = "HmacSHA256";

  private Signature() {}

  /// `t=SECONDS,v1=HEX`.
  static String of(String secret, String body, Instant now) {
    long time = now.getEpochSecond();
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var signature = mac.doFinal((time + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + time + ",v1=" + HexFormat.of().formatHex(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
