-- A document of a dossier has one number of its book; one that is given up is void, with its reason, and stays used.
alter table number_taken add column document text check (document in ('result', 'apology'));
comment on column number_taken.document is 'Which document of the dossier `taken_for` bears it; null for what is none, such as a receipt.';
update number_taken set document = 'result' where book like 'certification:%';
create index number_taken_of_document on number_taken (taken_for) where document is not null;

create table number_void (
  number_id uuid primary key references number_taken (id),
  at timestamptz not null,
  staff_id uuid not null,
  reason text
);
comment on column number_void.reason is 'Null where the document got another number afterwards.';

-- An entry in a register of certifications has the id of its number.
insert into number_void select certification_id, at, staff_id, reason from certification_void;
drop table certification_void;

-- On whose behalf the holder signs: form (TM, KT, TL, TUQ), principal and own position; null where it does not say.
alter table mandate add column capacity jsonb;
alter table delegation add column capacity jsonb;
