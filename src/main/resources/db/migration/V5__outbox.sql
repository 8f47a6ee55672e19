-- A letter is a row before it is a mail.
CREATE TABLE letter (
  message_id TEXT PRIMARY KEY,
  root_id TEXT NOT NULL,
  development TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  kind TEXT NOT NULL,
  severity TEXT NOT NULL,
  subject TEXT NOT NULL,
  body_text TEXT NOT NULL,
  body_html TEXT NOT NULL,
  made BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_try BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  answer TEXT NOT NULL,
  UNIQUE (development, sequence, address)
);
CREATE INDEX letter_due ON letter (state, next_try);
