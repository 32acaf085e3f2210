-- What one person handed in at one counter on one day.
alter table dossier_search add column visit uuid;
create index dossier_search_of_visit on dossier_search (visit) where visit is not null;

-- Registers of certification (Decree 23/2015/NĐ-CP): what was certified, under which number, signed by whom. Added when
-- the leader has signed, and never changed.
create table certification (
  id uuid primary key,
  book text not null,
  year integer not null,
  number integer not null check (number > 0),
  on_day date not null,
  at timestamptz not null,
  unit text not null,
  dossier_code text,
  searched text not null,
  content jsonb not null,
  unique (book, year, number)
);
comment on column certification.searched is 'Folded as `domain/people/searched.ts` folds: name and number of the person.';
create index certification_by_day on certification (book, on_day, number);
create index certification_text on certification using gin (searched public.gin_trgm_ops);
create index certification_of_dossier on certification (dossier_code) where dossier_code is not null;

-- An entry that was spoiled: its number stays used.
create table certification_void (
  certification_id uuid primary key references certification (id),
  at timestamptz not null,
  staff_id uuid not null,
  reason text
);
comment on column certification_void.reason is 'Null where the result was sent back and signed anew, with another number.';
