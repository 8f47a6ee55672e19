package io.foreshock.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The database, open and migrated; threads may share it.
///
/// SQLite allows one writer: there the pool has one connection, so that transactions queue here and
/// never meet `SQLITE_BUSY`.
public final class Store implements AutoCloseable {
  private static final int POSTGRESQL_CONNECTIONS = 10;
  private static final Map<String, String> SQLITE_TYPES =
      Map.of("number", "INTEGER PRIMARY KEY AUTOINCREMENT");
  private static final Map<String, String> POSTGRESQL_TYPES =
      Map.of("number", "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY");

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final boolean postgresql;

  private Store(HikariDataSource source, boolean postgresql) {
    this.source = source;
    this.jdbi = Jdbi.create(source);
    this.postgresql = postgresql;
  }

  /// Opens the database behind a JDBC URL (`jdbc:sqlite:foreshock.db`, `jdbc:postgresql://…`) and
  /// brings its schema up to date.
  public static Store open(String url) {
    boolean postgresql = url.startsWith("jdbc:postgresql:");
    var source = new HikariDataSource(pool(url, postgresql));
    try {
      Flyway.configure()
          .dataSource(source)
          .placeholders(postgresql ? POSTGRESQL_TYPES : SQLITE_TYPES)
          .load()
          .migrate();
      return new Store(source, postgresql);
    } catch (RuntimeException e) {
      source.close();
      throw e;
    }
  }

  private static HikariConfig pool(String url, boolean postgresql) {
    var config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setPoolName("store");
    config.setMaximumPoolSize(postgresql ? POSTGRESQL_CONNECTIONS : 1);
    if (!postgresql) {
      config.addDataSourceProperty("journal_mode", "WAL");
      config.addDataSourceProperty("synchronous", "FULL");
      config.addDataSourceProperty("foreign_keys", "true");
      config.addDataSourceProperty("busy_timeout", "10000");
    }
    return config;
  }

  /// Whether several nodes may share this database.
  public boolean isShared() {
    return postgresql;
  }

  /// For Quartz's own tables.
  public DataSource dataSource() {
    return source;
  }

  /// Does all of `work` or nothing of it. A failure is thrown as it came.
  public <T> T transaction(Function<Handle, T> work) {
    return jdbi.inTransaction(work::apply);
  }

  /// Does all of `work` or nothing of it.
  public void run(Consumer<Handle> work) {
    jdbi.useTransaction(work::accept);
  }

  @Override
  public void close() {
    source.close();
  }
}
