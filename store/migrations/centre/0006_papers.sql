-- Papers as they were printed: the same bytes for ever, with what they were printed from.
create table paper (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  form text not null,
  at timestamptz not null,
  staff_id uuid not null,
  data jsonb not null,
  bytes bytea not null,
  unique (dossier_id, form)
);
comment on column paper.form is 'Form by its name, never its number: numbers mean other papers before and after 15 September 2025.';

-- Each time a paper was given out again.
create table paper_reprint (
  id uuid primary key,
  paper_id uuid not null references paper (id),
  at timestamptz not null,
  staff_id uuid not null
);
create index paper_reprint_of_paper on paper_reprint (paper_id, at);
