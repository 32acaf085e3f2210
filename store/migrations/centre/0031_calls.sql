-- The citizen was called to fetch a result that lies ready. Nothing of the dossier changes by it.
create table collection_call (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  at timestamptz not null,
  way text not null,
  outcome text not null,
  note text,
  staff_id uuid not null references staff (id),
  unit text not null,
  post text not null
);
create index collection_call_of_dossier on collection_call (dossier_id, at);
comment on column collection_call.id is 'The id of the command that wrote it.';

alter table rule_set add column collection_calls jsonb;
comment on column rule_set.collection_calls is 'How often and how many times citizens are called to fetch a result; null where the centre has no measure.';
