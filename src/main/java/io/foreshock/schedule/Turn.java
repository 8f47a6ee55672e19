package io.foreshock.schedule;

import org.jspecify.annotations.Nullable;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One turn of a duty.
@DisallowConcurrentExecution
final class Turn implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(Turn.class);

  private final @Nullable Duty duty;

  /// @param duty none where another version of Foreshock scheduled a duty that this one does not
  ///   have
  Turn(@Nullable Duty duty) {
    this.duty = duty;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (duty == null) {
      return;
    }
    try {
      int done = duty.work().getAsInt();
      if (done > 0 && duty.next().isPresent()) {
        context.getScheduler().triggerJob(JobKey.jobKey(duty.next().get()));
      }
    } catch (SchedulerException e) {
      LOG.warn("{} was not followed by {} at once", duty.name(), duty.next().orElse(""), e);
    } catch (RuntimeException e) {
      LOG.error("{} failed and will be tried again", duty.name(), e);
    }
  }
}
