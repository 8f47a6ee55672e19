package io.foreshock.schedule;

import io.foreshock.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/// Runs duties by Quartz: few jobs, none overlapping itself; a missed turn is not made up for.
///
/// Alone it keeps its triggers in memory; on a shared database they are in Quartz's own tables, and
/// each turn is taken by one node of the cluster.
public final class Schedule implements AutoCloseable {
  private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

  private final List<Scheduler> schedulers;

  private Schedule(List<Scheduler> schedulers) {
    this.schedulers = schedulers;
  }

  /// Starts the duties; each has its first turn at once.
  public static Schedule start(Store store, List<Duty> duties) {
    var schedulers = new ArrayList<Scheduler>();
    try {
      var shared = duties.stream().filter(duty -> store.isShared() && !duty.ofEachNode()).toList();
      var own = duties.stream().filter(duty -> !shared.contains(duty)).toList();
      if (!own.isEmpty()) {
        schedulers.add(started(alone(own.size()), own));
      }
      if (!shared.isEmpty()) {
        schedulers.add(started(shared(store, shared.size()), shared));
      }
      return new Schedule(List.copyOf(schedulers));
    } catch (SchedulerException e) {
      shutDown(schedulers);
      throw new IllegalStateException("the schedule cannot start", e);
    }
  }

  private static Scheduler started(Properties properties, List<Duty> duties)
      throws SchedulerException {
    var scheduler = new StdSchedulerFactory(properties).getScheduler();
    var byName = new HashMap<String, Duty>();
    duties.forEach(duty -> byName.put(duty.name(), duty));
    scheduler.setJobFactory(
        (turn, _) -> new Turn(byName.get(turn.getJobDetail().getKey().getName())));
    for (var duty : duties) {
      add(scheduler, duty);
    }
    scheduler.start();
    return scheduler;
  }

  private static Properties alone(int threads) {
    return properties(
        Map.of(
            "org.quartz.scheduler.instanceName",
            "foreshock-" + UUID.randomUUID(),
            "org.quartz.jobStore.class",
            "org.quartz.simpl.RAMJobStore"),
        threads);
  }

  private static Properties shared(Store store, int threads) {
    createTables(store);
    var source = "store-" + UUID.randomUUID(); // the registry is one for the whole process
    DBConnectionManager.getInstance().addConnectionProvider(source, new Pool(store.dataSource()));
    return properties(
        Map.of(
            "org.quartz.scheduler.instanceName", "foreshock",
            "org.quartz.scheduler.instanceId", "AUTO",
            "org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX",
            "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate",
            "org.quartz.jobStore.dataSource", source,
            "org.quartz.jobStore.isClustered", "true",
            "org.quartz.jobStore.acquireTriggersWithinLock", "true"),
        threads);
  }

  private static Properties properties(Map<String, String> own, int threads) {
    var properties = new Properties();
    properties.putAll(own);
    properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
    properties.put("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    properties.put("org.quartz.threadPool.threadCount", String.valueOf(threads));
    return properties;
  }

  /// Quartz ships the script of its tables; it is run once.
  private static void createTables(Store store) {
    store.run(handle -> {
      handle.execute("SELECT pg_advisory_xact_lock(7041)");
      var known = handle.createQuery("SELECT to_regclass('qrtz_triggers')").mapTo(String.class);
      if (known.findOne().isEmpty()) {
        handle.createScript(script()).execute();
      }
    });
  }

  private static String script() {
    try (var stream = Objects.requireNonNull(Scheduler.class.getResourceAsStream(TABLES))) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("(?i)(?m)^\\s*(COMMIT|BEGIN)\\s*;\\s*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException("Quartz's tables cannot be read", e);
    }
  }

  private static void add(Scheduler scheduler, Duty duty) throws SchedulerException {
    var job = JobBuilder.newJob(Turn.class).withIdentity(duty.name()).build();
    var rhythm =
        SimpleScheduleBuilder.simpleSchedule()
            .withIntervalInMilliseconds(duty.every().toMillis())
            .repeatForever()
            .withMisfireHandlingInstructionNextWithRemainingCount();
    var trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(duty.name())
            .withSchedule(rhythm)
            .startNow()
            .build();
    scheduler.scheduleJobs(Map.of(job, java.util.Set.of(trigger)), true);
  }

  /// The store's pool, as Quartz wants it.
  private record Pool(DataSource source) implements ConnectionProvider {
    @Override
    public Connection getConnection() throws SQLException {
      return source.getConnection();
    }

    @Override
    public void shutdown() {
      // the store closes its own pool
    }

    @Override
    public void initialize() {
      // the store opened it
    }
  }

  /// Lets running turns end and starts no more.
  @Override
  public void close() {
    shutDown(schedulers);
  }

  private static void shutDown(List<Scheduler> schedulers) {
    for (var scheduler : schedulers) {
      try {
        scheduler.shutdown(true);
      } catch (SchedulerException e) {
        throw new IllegalStateException("the schedule did not end cleanly", e);
      }
    }
  }
}
