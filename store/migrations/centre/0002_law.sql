-- What holds at a date: rule sets, procedures, forms, calendars. Versions are added, never changed.
create table rule_set (
  key text primary key,
  from_on date not null unique,
  act text not null,
  code_identifier text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source text not null
);
comment on column rule_set.code_identifier is 'Agency identifier that opens a dossier code while this rule set is in force.';

create table procedure (
  key text not null,
  version integer not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  content jsonb not null,
  primary key (key, version),
  unique (key, from_on)
);

create table form (
  key text not null,
  version integer not null,
  from_on date not null,
  content jsonb not null,
  primary key (key, version)
);

create table calendar (
  name text not null check (name in ('counting', 'reception')),
  version integer not null,
  entered_at timestamptz not null,
  content jsonb not null,
  primary key (name, version)
);
comment on table calendar is 'The newest version holds. Due moments already issued are not touched by a new one.';

-- One row. Every change of what a decision reads (law, people, calendars) raises it in the same transaction;
-- a decision made on an older version is not written but made again.
create table law_version (
  is_only boolean primary key default true check (is_only),
  version bigint not null
);
insert into law_version (version) values (1);

create table import (
  id uuid primary key,
  at timestamptz not null,
  content_hash text not null,
  summary jsonb not null
);
comment on table import is 'Each import of the centre''s files: what it added, changed and ended.';
