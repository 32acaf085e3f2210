-- What citizens write to the centre: remarks, proposals and complaints. The words and who wrote them never change; how it
-- stands is in state, and what happened to it in feedback_event.
create table feedback (
  id uuid primary key,
  code text not null unique,
  key_hash text not null,
  received_at timestamptz not null,
  kind text not null,
  stage text not null,
  unit text,
  staff_id uuid references staff (id),
  due_at timestamptz,
  published_at timestamptz,
  version integer not null,
  state jsonb not null,
  citizen_id uuid references citizen (id),
  name text,
  contact text,
  address text,
  dossier_code text,
  body text not null,
  file_name text,
  file_sha256 bytea references scan_content (sha256)
);
comment on column feedback.key_hash is 'SHA-256 of the key that opens it together with the code.';
create index feedback_by_due on feedback (due_at, id) where due_at is not null;
create index feedback_published on feedback (published_at, id) where published_at is not null;

create table feedback_event (
  id uuid primary key,
  feedback_id uuid not null references feedback (id),
  version integer not null,
  at timestamptz not null,
  type text not null,
  content jsonb not null,
  unique (feedback_id, version)
);
comment on column feedback_event.id is 'The id of the command that wrote it.';

-- Whoever has to answer was reminded, once for each due moment.
create table feedback_reminder (
  feedback_id uuid not null references feedback (id),
  kind text not null,
  basis timestamptz not null,
  at timestamptz not null,
  primary key (feedback_id, kind, basis)
);
