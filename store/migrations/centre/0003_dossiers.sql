create table code_series (
  identifier text not null,
  on_day date not null,
  next integer not null,
  primary key (identifier, on_day)
);

-- Numbers leased to a server or a device. A number is used once or never; a gap in the register is explained here.
create table code_block (
  id uuid primary key,
  identifier text not null,
  on_day date not null,
  first integer not null,
  last integer not null check (last >= first),
  leased_to text not null,
  leased_at timestamptz not null
);
create index code_block_by_day on code_block (on_day, identifier);

-- For reading: what the events of a dossier come to. Written only together with its events.
create table dossier (
  id uuid primary key,
  code text not null unique,
  version integer not null,
  state jsonb not null,
  last_hash bytea not null,
  stage text not null,
  procedure_key text not null,
  procedure_version integer not null,
  field text not null,
  unit text not null,
  channel text not null,
  step text not null,
  holder_kind text,
  holder_unit text,
  holder_post text,
  holder_staff uuid,
  received_at timestamptz not null,
  due_at_receipt timestamptz,
  lawful_due timestamptz,
  due_order timestamptz not null,
  is_due_provisional boolean not null,
  ready_at timestamptz,
  timeliness text,
  returned_at timestamptz,
  check ((stage = 'returned') = (holder_kind is null))
);
comment on column dossier.due_order is 'The lawful due moment, infinity without one: lists are ordered by it.';
create index dossier_of_list on dossier (holder_unit, holder_post, due_order, id) where holder_kind is not null;
create index dossier_of_person on dossier (holder_staff, due_order, id) where holder_staff is not null;
create index dossier_provisional on dossier (lawful_due) where is_due_provisional and holder_kind is not null;

create table dossier_event (
  dossier_id uuid not null references dossier (id),
  sequence integer not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  hash bytea not null,
  command_id uuid not null,
  command_hash bytea not null,
  command_part smallint not null,
  primary key (dossier_id, sequence),
  unique (command_id, command_part)
);
comment on table dossier_event is 'What happened. The application''s user may insert and read, nothing else.';

create table outbox (
  id bigint generated always as identity primary key,
  task text not null,
  payload jsonb not null
);

-- Roll-ups of what happened, per day; brought up to date by the relay from the outbox, exactly once.
create table daily_figure (
  on_day date not null,
  procedure_key text not null,
  channel text not null,
  measure text not null,
  count bigint not null,
  primary key (on_day, procedure_key, channel, measure)
);

-- Every access of a person of the centre to personal data.
create table access_record (
  id uuid primary key,
  at timestamptz not null,
  staff_id uuid not null,
  what text not null,
  dossier_code text
);
create index access_record_by_dossier on access_record (dossier_code, at);
create index access_record_by_staff on access_record (staff_id, at);
