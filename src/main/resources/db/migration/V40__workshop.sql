-- What analysts say of alerts: true, false or useless, and why. The latest word about a development counts.
CREATE TABLE verdict (
  number ${number},
  alert_key TEXT NOT NULL,
  development TEXT NOT NULL,
  verdict TEXT NOT NULL,
  why TEXT NOT NULL,
  made BIGINT NOT NULL
);
CREATE INDEX verdict_by_development ON verdict (development);

-- Each set of rules that was taken in or turned away: when, its version, what came of it, the folder as a zip (Base64).
CREATE TABLE rule_set (
  number ${number},
  at BIGINT NOT NULL,
  version TEXT NOT NULL,
  taken INTEGER NOT NULL,
  told TEXT NOT NULL,
  folder TEXT NOT NULL
);
