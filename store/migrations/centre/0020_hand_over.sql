-- Papers are carried in batches, each with a numbered sheet that both sides confirm. Where the papers of a dossier lie
-- is its own state; a sheet is written with the events of its dossiers in one transaction.
create table hand_over_sheet (
  id uuid primary key,
  year integer not null,
  number integer not null,
  from_unit text not null references unit (code),
  to_unit text not null references unit (code) check (to_unit <> from_unit),
  given_by uuid not null references staff (id),
  given_post text not null,
  given_at timestamptz not null,
  given_hash bytea not null,
  closed text check (closed in ('confirmed', 'refused', 'taken-back')),
  closed_by uuid references staff (id),
  closed_post text,
  closed_at timestamptz,
  closing_id uuid unique,
  closing_hash bytea,
  reason text,
  unique (year, number),
  check ((closed is null) = (closed_at is null) and (closed is null) = (closed_by is null))
);
create index hand_over_sheet_from on hand_over_sheet (from_unit, given_at desc, id);
create index hand_over_sheet_to on hand_over_sheet (to_unit, given_at desc, id);
create index hand_over_sheet_open on hand_over_sheet (given_at) where closed is null;

-- What a sheet says of each dossier stays as it was when it was given.
create table hand_over_line (
  sheet_id uuid not null references hand_over_sheet (id),
  place integer not null,
  dossier_code text not null,
  content jsonb not null,
  due timestamptz,
  is_in_time boolean not null,
  is_accepted boolean,
  missing jsonb,
  note text,
  primary key (sheet_id, place),
  unique (sheet_id, dossier_code)
);

-- When papers go on is data of a rule set, with its ground.
alter table rule_set add column paper_transfer jsonb;

-- Since when a dossier lies with the unit of its step, where more than one step was done there: what later events fold
-- to by themselves is put down for dossiers that are open now.
with moved as (
  select e.dossier_id, e.sequence, e.at, e.data -> 'holder' ->> 'unit' as unit,
    lag(e.data -> 'holder' ->> 'unit') over (partition by e.dossier_id order by e.sequence) as before,
    row_number() over (partition by e.dossier_id order by e.sequence desc) as from_last
  from dossier_event e join dossier d on d.id = e.dossier_id
  where d.holder_kind is not null and e.type in
    ('DossierReceived', 'DossierTakenOver', 'StepCompleted', 'StepSentBack', 'ResultApproved', 'ResultSealed', 'RefusalProposed')
), entered as (
  select dossier_id, max(sequence) as sequence from moved where unit is distinct from before group by dossier_id
)
update dossier d set state = d.state || jsonb_build_object('unitSince', m.data ->> 'at')
from entered n join dossier_event m on m.dossier_id = n.dossier_id and m.sequence = n.sequence
where d.id = n.dossier_id and exists (
  select from moved l where l.dossier_id = d.id and l.from_last = 1 and l.sequence <> n.sequence);
