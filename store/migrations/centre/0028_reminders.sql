-- What somebody was reminded of, once for each thing: another due moment or last day is another thing.
create table reminder (
  dossier_id uuid not null references dossier (id),
  kind text not null,
  basis text not null,
  at timestamptz not null,
  unit text not null,
  post text not null,
  staff_id uuid,
  primary key (dossier_id, kind, basis)
);
comment on column reminder.basis is 'The moment or day it is about.';
comment on column reminder.staff_id is 'Who held the dossier then; null where it lay in the list of the post.';
