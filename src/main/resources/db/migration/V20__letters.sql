-- A letter's picture (PNG, Base64) and its CAP document, by their hashes: many letters share them; and its
-- headers for machines, one a line.
CREATE TABLE enclosure (
  hash TEXT PRIMARY KEY,
  content TEXT NOT NULL
);
ALTER TABLE letter ADD COLUMN picture TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN cap TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN headers TEXT NOT NULL DEFAULT '';
CREATE INDEX letter_by_address ON letter (address, made);

-- Alerts that wait to go out with others in one letter; message_id is empty until they have.
CREATE TABLE gathered (
  development TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  address TEXT NOT NULL,
  occasion TEXT NOT NULL,
  due BIGINT NOT NULL,
  message_id TEXT NOT NULL,
  PRIMARY KEY (development, sequence, address)
);
CREATE INDEX gathered_due ON gathered (address, message_id, due);

-- The last moment for which each address has had its digest.
CREATE TABLE digest (
  address TEXT PRIMARY KEY,
  written BIGINT NOT NULL
);
