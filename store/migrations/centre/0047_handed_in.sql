-- A file that was handed in waits in quarantine until it has been checked: nobody opens it, no dossier takes it.
alter table filing_file
  add column checked_at timestamptz,
  add column checked_for text check (checked_for in ('kind', 'viruses')),
  add column tried_at timestamptz,
  add column findings jsonb not null default '[]',
  add column dossier_id uuid references dossier (id),
  add column scan_component text,
  add check ((checked_at is null) = (checked_for is null));
update filing_file set checked_at = at, checked_for = 'kind';
create index filing_file_in_quarantine on filing_file (tried_at nulls first, id) where checked_at is null and bytes is not null;
comment on column filing_file.checked_for is 'Kind alone where no scanner for viruses is configured.';
comment on column filing_file.tried_at is 'When the scanner was last asked in vain.';
comment on column filing_file.findings is 'What is hard to read on it, as it was measured.';

comment on column filing_file.dossier_id is 'Beside which dossier it goes once it leaves quarantine; null while it stands with a draft or filing.';
comment on column filing_file.scan_component is 'Which paper of the case it is then.';

-- What carried a virus: that it came stays known; of its content nothing is kept.
create table infected_file (
  id uuid primary key,
  filing_id uuid not null,
  component text not null,
  found text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  handed_in_at timestamptz not null,
  found_at timestamptz not null
);
create index infected_file_of_filing on infected_file (filing_id, id);
create index infected_file_by_day on infected_file (found_at);
comment on column infected_file.found is 'What the scanner calls it.';

-- A file on its way, as far as it has come. It is no paper of anything before it is whole and has been taken.
create table upload (
  id uuid primary key,
  of_id uuid not null,
  person text not null,
  component text not null,
  name text not null,
  size integer not null,
  sha256 bytea,
  received integer not null default 0,
  outcome jsonb,
  begun_at timestamptz not null,
  moved_at timestamptz not null,
  check (received between 0 and size)
);
create index upload_of on upload (of_id, begun_at, id);
create index upload_of_person on upload (person) where outcome is null;
create index upload_by_age on upload (moved_at);
comment on column upload.of_id is 'The draft it is for.';
comment on column upload.person is 'Whose room it takes: an account, or a browser by its hash.';
comment on column upload.sha256 is 'As the sender announced it; null where it did not.';
comment on column upload.outcome is 'What became of it once it was whole: a refusal, or that it was taken.';

create table upload_part (
  upload_id uuid not null references upload (id) on delete cascade,
  at_byte integer not null,
  bytes bytea not null,
  primary key (upload_id, at_byte)
);
