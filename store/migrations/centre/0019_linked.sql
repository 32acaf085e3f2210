-- What lies with the agencies of linked procedures, written with the dossier's events: a dossier without parts has no row.
create table dossier_part (
  dossier_id uuid not null references dossier (id),
  part text not null,
  unit text not null,
  post text not null,
  state text not null,
  due_order timestamptz not null,
  primary key (dossier_id, part)
);
comment on table dossier_part is 'Parts of dossiers that other agencies do; the list of an agency reads it';
-- The list of a unit, soonest due first.
create index dossier_part_open on dossier_part (unit, due_order, dossier_id, part) where state = 'open';

-- What waits for the citizen waits for a payment where no supplement was asked for: told apart in the state since now.
update dossier set state = state || '{"isToPay": true}'
where holder_kind = 'citizen' and (
  select e.type = 'ClockStopped'
    or e.type = 'DossierTakenOver' and jsonb_array_length(e.data -> 'stopped' -> 'items') = 0
  from dossier_event e
  where e.dossier_id = dossier.id and e.type in ('ClockStopped', 'SupplementRequested', 'DossierTakenOver')
  order by e.sequence desc limit 1
);
