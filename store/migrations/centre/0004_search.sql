-- What a dossier is found by. Written once, with the receipt: who handed it in for whom does not change with a step, so
-- the steps, which are many, write nothing here.
create extension if not exists pg_trgm schema public;

create table dossier_search (
  dossier_id uuid primary key references dossier (id),
  received_at timestamptz not null,
  unit text not null,
  procedure_key text not null,
  applicant_number text,
  owner_number text,
  searched text not null
);
comment on column dossier_search.searched is 'Folded as `domain/people/searched.ts` folds: code, names, telephones and numbers of applicant and owner, joined by one space.';

insert into dossier_search
select id, received_at, unit, procedure_key, state -> 'applicant' ->> 'idNumber', state -> 'owner' ->> 'idNumber',
  btrim(regexp_replace(replace(lower(regexp_replace(normalize(concat_ws(' ',
    code,
    state -> 'applicant' ->> 'name', state -> 'applicant' ->> 'phone', state -> 'applicant' ->> 'idNumber',
    nullif(state -> 'owner' ->> 'name', state -> 'applicant' ->> 'name'),
    nullif(state -> 'owner' ->> 'phone', state -> 'applicant' ->> 'phone'),
    nullif(state -> 'owner' ->> 'idNumber', state -> 'applicant' ->> 'idNumber')
  ), NFD), '[\u0300-\u036f]+', '', 'g')), 'đ', 'd'), '[^[:alnum:]]+', ' ', 'g'))
from dossier;

create index dossier_search_text on dossier_search using gin (searched public.gin_trgm_ops);
create index dossier_search_by_receipt on dossier_search (received_at desc, dossier_id desc);
create index dossier_search_of_unit on dossier_search (unit, received_at desc, dossier_id desc);
create index dossier_search_of_applicant on dossier_search (applicant_number, received_at desc) where applicant_number is not null;
create index dossier_search_of_owner on dossier_search (owner_number, received_at desc) where owner_number is not null;
