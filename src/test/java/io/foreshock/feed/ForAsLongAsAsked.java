package io.foreshock.feed;

import java.time.Duration;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/// Tries a property again and again, each time from another seed, until the time is over that
/// `-Dforeshock.fuzz` gives (`PT5M`) or it fails; leaves it out where no time is given.
final class ForAsLongAsAsked implements AroundPropertyHook, SkipExecutionHook {
  private static final String TIME = "foreshock.fuzz";

  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    return System.getProperty(TIME) == null
        ? SkipResult.skip("takes its time: -D" + TIME + "=PT5M")
        : SkipResult.doNotSkip();
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
    long end = System.nanoTime() + Duration.parse(System.getProperty(TIME, "PT0S")).toNanos();
    var result = property.execute();
    while (result.status() == PropertyExecutionResult.Status.SUCCESSFUL
        && System.nanoTime() < end) {
      result = property.execute();
    }
    return result;
  }
}
