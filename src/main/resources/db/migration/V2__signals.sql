-- The numbered log that the watch consumes: reports of signals, and the ends of days (day set, item not).
CREATE TABLE signal_log (
  number BIGINT PRIMARY KEY,
  day BIGINT,
  item TEXT,
  edition INTEGER,
  type TEXT,
  phase TEXT,
  factuality TEXT,
  place TEXT,
  actor TEXT,
  target TEXT,
  count INTEGER,
  count_qualifier TEXT,
  date TEXT,
  evidence TEXT,
  rule TEXT
);
CREATE INDEX signal_log_by_item ON signal_log (item);

-- Its row is locked while numbers are given out, so that they grow in the order of commit.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value BIGINT NOT NULL
);
INSERT INTO counter (name, value) VALUES ('signal_log', 0), ('watch', 0);

CREATE TABLE agenda (
  item TEXT NOT NULL,
  place TEXT NOT NULL,
  actor TEXT NOT NULL,
  target TEXT NOT NULL,
  from_day BIGINT NOT NULL,
  to_day BIGINT NOT NULL,
  evidence TEXT NOT NULL,
  PRIMARY KEY (item, from_day, evidence)
);
CREATE INDEX agenda_by_day ON agenda (from_day);
