-- What the results of procedures say: fields and template, for dossiers received from a day on, until another day.
create table result_form (
  hash text primary key,
  key text not null,
  from_on date not null,
  until_on date,
  content jsonb not null,
  main text not null,
  files jsonb not null,
  unique (key, from_on)
);
comment on column result_form.hash is 'SHA-256 of content, main and files, with key and first day.';

-- Versions of the result of a dossier: written beside its events, never changed. What was approved is named by an event.
create table result_draft (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  number int not null,
  form text not null references result_form (hash),
  field_values jsonb not null,
  data jsonb not null,
  why text not null,
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  unit text not null,
  post text not null,
  unique (dossier_id, number)
);
comment on column result_draft.field_values is 'As they were typed, by field.';
comment on column result_draft.data is 'What is printed: values as they stand on the paper, with the head of that day.';

create table result_draft_comment (
  id uuid primary key,
  dossier_id uuid not null,
  number int not null,
  text text not null,
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  unit text not null,
  post text not null,
  foreign key (dossier_id, number) references result_draft (dossier_id, number)
);
create index result_draft_comment_of on result_draft_comment (dossier_id, number);

-- The newest version: saving one and approving one both go by this row, so that of two at once one wins.
alter table dossier add column draft int;

-- What is signed by hand is kept as it was approved, too.
alter table result_document drop constraint result_document_stage_check;
alter table result_document add check (stage in ('approved', 'sealed', 'on-paper'));
