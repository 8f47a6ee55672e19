-- What the watch knows that does not follow from the log of its window: voices of items, the ledger, the book.
CREATE TABLE memory (
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  time BIGINT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, name)
);
CREATE INDEX memory_by_time ON memory (kind, time);
CREATE INDEX signal_log_by_day ON signal_log (day);
