package io.foreshock.alert;

import org.jdbi.v3.core.Handle;

/// A way out for alerts: letters, files, webhooks.
public interface Exit {
  /// Notes down what must go out for this alert, in the transaction that stores the alert; sends
  /// nothing itself.
  void take(Handle transaction, Alert alert);
}
