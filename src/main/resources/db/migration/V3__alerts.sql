CREATE TABLE alert (
  development TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  kind TEXT NOT NULL,
  alert_key TEXT NOT NULL,
  place TEXT NOT NULL,
  raised BIGINT NOT NULL,
  held TEXT NOT NULL,
  acknowledged TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (development, sequence)
);
CREATE INDEX alert_by_time ON alert (raised);

CREATE TABLE silence (
  number ${number},
  matches TEXT NOT NULL,
  until BIGINT NOT NULL,
  reason TEXT NOT NULL,
  made BIGINT NOT NULL
);
