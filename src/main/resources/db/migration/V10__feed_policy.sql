-- Each host is asked by one poll at a time, and not before its gap is over.
CREATE TABLE host (
  name TEXT PRIMARY KEY,
  free_at BIGINT NOT NULL,
  lease_until BIGINT NOT NULL
);

-- What politeness and health rest on.
ALTER TABLE feed ADD COLUMN host TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN answers TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN moving TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN moving_since BIGINT;
ALTER TABLE feed ADD COLUMN moving_seen INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN why TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN failing_since BIGINT;
ALTER TABLE feed ADD COLUMN last_full BIGINT;
ALTER TABLE feed ADD COLUMN last_document BIGINT;
ALTER TABLE feed ADD COLUMN pause BIGINT NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN took BIGINT NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN entries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN undated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN remark TEXT NOT NULL DEFAULT '';
ALTER TABLE feed ADD COLUMN pace TEXT NOT NULL DEFAULT '';

-- What was told to the operator: one row from an outage's beginning to its end. Feed '*': all.
CREATE TABLE feed_outage (
  feed TEXT NOT NULL,
  kind TEXT NOT NULL,
  began BIGINT NOT NULL,
  told BIGINT NOT NULL,
  ended BIGINT,
  PRIMARY KEY (feed, kind, told)
);
CREATE UNIQUE INDEX feed_outage_open ON feed_outage (feed) WHERE ended IS NULL;

-- By which of its keys an item is known: guid, guid and link, link, title and day.
CREATE TABLE item_key (
  key_hash TEXT PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE
);
CREATE INDEX item_key_by_item ON item_key (item);

ALTER TABLE item ADD COLUMN last_seen BIGINT NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN reappeared INTEGER NOT NULL DEFAULT 0;
ALTER TABLE edition ADD COLUMN changed TEXT NOT NULL DEFAULT '';
CREATE INDEX item_by_feed ON item (feed, published);
