-- Results as electronic documents: each revision that was signed or sealed, written with the event that names it.
create table result_document (
  sha256 bytea primary key,
  dossier_id uuid not null references dossier (id),
  stage text not null check (stage in ('approved', 'sealed')),
  at timestamptz not null,
  places jsonb not null,
  bytes bytea not null
);
create index result_document_of_dossier on result_document (dossier_id);
comment on column result_document.places is 'Where number, day, signature and seal stand on its pages.';
