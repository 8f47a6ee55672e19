-- A webhook call is a row before it is a call.
CREATE TABLE hook_call (
  id TEXT NOT NULL,
  url TEXT NOT NULL,
  body TEXT NOT NULL,
  made BIGINT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  next_try BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (id, url)
);
CREATE INDEX hook_call_due ON hook_call (state, next_try);
