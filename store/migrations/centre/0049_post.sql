-- What holds of the public post, from a day on.
create table post_rule (
  from_on date primary key,
  content jsonb not null
);

-- A parcel between a citizen and the centre. Its row is what its events come to.
create table parcel (
  id uuid primary key,
  direction text not null,
  code text,
  order_number text unique,
  label text not null unique,
  stage text not null,
  ordered_at timestamptz not null,
  due timestamptz,
  awaits_person boolean not null,
  is_to_record boolean not null,
  version integer not null,
  asked integer not null default 0,
  ask_at timestamptz,
  state jsonb not null
);
comment on column parcel.code is 'Of the dossier it is of; null for papers nobody had announced, until they are received.';
comment on column parcel.label is 'What is scanned: the number of the post, or of the order.';
comment on column parcel.is_to_record is 'The post has delivered it and the dossier does not say so yet.';
comment on column parcel.ask_at is 'When the post is asked next; null when it need not be.';
create index parcel_of_code on parcel (code) where code is not null;
create index parcel_standing on parcel (stage, ordered_at, id) where stage not in ('delivered', 'used', 'cancelled', 'came-back', 'declined');
create index parcel_to_see_to on parcel (ordered_at, id) where awaits_person;
create index parcel_to_record on parcel (id) where is_to_record;
create index parcel_to_ask on parcel (ask_at) where ask_at is not null;
create index parcel_by_time on parcel (ordered_at, id);

create table parcel_event (
  parcel_id uuid not null references parcel (id),
  sequence integer not null,
  at timestamptz not null,
  type text not null,
  data jsonb not null,
  primary key (parcel_id, sequence)
);

-- What changes hands with the post at a counter: scanned one by one, confirmed once by both sides.
create table post_list (
  id uuid primary key,
  kind text not null,
  unit text not null,
  year integer not null,
  number integer not null,
  opened_by uuid not null references staff (id),
  opened_at timestamptz not null,
  closed_by uuid references staff (id),
  closed_at timestamptz,
  is_dropped boolean not null default false,
  declared integer,
  worker_name text,
  worker_number text,
  why text,
  closing_id uuid,
  closing_hash bytea,
  unique (year, number)
);
comment on column post_list.declared is 'How many the side of the post counted.';
create index post_list_open on post_list (unit, opened_at) where closed_at is null;
create index post_list_by_day on post_list (unit, opened_at desc, id);

create table post_list_line (
  list_id uuid not null references post_list (id),
  label text not null,
  parcel_id uuid references parcel (id),
  scanned_by uuid not null references staff (id),
  scanned_at timestamptz not null,
  primary key (list_id, label)
);
comment on column post_list_line.parcel_id is 'Null while nobody knows it: papers that somebody sent.';
