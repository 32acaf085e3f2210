-- A copy made here of a paper: one PDF/A of everything that was scanned or photographed in one go.
create table digital_copy (
  scan_id uuid primary key references scan (id),
  pages integer not null,
  declared_pages integer,
  originals jsonb not null,
  findings jsonb not null
);
comment on column digital_copy.originals is 'What was sent: name, type, size and SHA-256 of each file, in the order of the pages.';

-- Compared with the original by the digitising officer: an act of its own, with the hash of what was compared.
create table copy_certified (
  scan_id uuid primary key references digital_copy (scan_id),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  sha256 bytea not null,
  signed_sha256 bytea references scan_content (sha256),
  valid_until date,
  note text
);
create index copy_certified_by_moment on copy_certified (at);
comment on column copy_certified.signed_sha256 is 'The same copy with the officer''s signature in it; null where no certificate is configured.';

-- A copy that stands for a paper of another dossier too: the same content by its hash, nothing is copied.
create table copy_reused (
  scan_id uuid primary key references scan (id),
  from_scan uuid not null references digital_copy (scan_id),
  at timestamptz not null,
  purpose text not null
);
create index copy_reused_by_moment on copy_reused (at);
create index copy_reused_of on copy_reused (from_scan);

-- Data that stand in for papers, each with the days from which it may be used and from which no paper may be asked for.
create table data_source (
  key text primary key,
  name text not null,
  keeper text not null,
  from_on date not null,
  until_on date,
  duty_from date,
  components jsonb not null,
  ground text not null,
  confidence text not null,
  source text not null
);

-- Papers asked for although data should do are found by when it happened.
create index dossier_event_of_paper_despite_data on dossier_event (at)
  where jsonb_path_exists(data, '$.components[*].paperDespiteData');
