-- What is known of each feed beyond feeds.yml.
CREATE TABLE feed (
  url TEXT PRIMARY KEY,
  next_check BIGINT NOT NULL,
  next_reason TEXT NOT NULL,
  lease_until BIGINT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  failures INTEGER NOT NULL,
  problem TEXT NOT NULL,
  repairs TEXT NOT NULL,
  last_success BIGINT,
  last_new BIGINT,
  gap BIGINT NOT NULL,
  polls BIGINT NOT NULL,
  items BIGINT NOT NULL
);
CREATE INDEX feed_by_next ON feed (next_check);
