-- Times are milliseconds since 1970-01-01T00:00Z; truth values are 0 and 1.
CREATE TABLE item (
  id TEXT PRIMARY KEY,
  feed TEXT NOT NULL,
  publisher TEXT NOT NULL,
  family TEXT NOT NULL,
  side TEXT NOT NULL,
  trusted INTEGER NOT NULL,
  language TEXT,
  published BIGINT NOT NULL,
  seen BIGINT NOT NULL,
  link TEXT NOT NULL,
  background INTEGER NOT NULL
);
CREATE INDEX item_by_time ON item (published);

CREATE TABLE edition (
  item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  edition INTEGER NOT NULL,
  seen BIGINT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  read_at BIGINT,
  PRIMARY KEY (item, edition)
);
CREATE INDEX edition_unread ON edition (read_at);
