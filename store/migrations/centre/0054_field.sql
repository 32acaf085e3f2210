-- Codes by which a device asks in, each once and for a quarter of an hour.
create table field_device_code (
  id uuid primary key,
  code_hash text not null unique,
  staff_id uuid not null references staff (id),
  made_at timestamptz not null,
  until_at timestamptz not null,
  device_id uuid
);
comment on column field_device_code.code_hash is 'SHA-256 of the code.';
comment on column field_device_code.device_id is 'What came in by it; null while nothing did.';

-- Devices of the mobile team and of those who visit people at home. A lost one erases itself when it next calls.
create table field_device (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  name text not null,
  token_hash text not null unique,
  public_key jsonb not null,
  registered_at timestamptz not null,
  last_contact_at timestamptz not null,
  state text not null check (state in ('active', 'lost', 'removed')),
  ended_at timestamptz,
  ended_by uuid references staff (id),
  erased_at timestamptz
);
create index field_device_of_staff on field_device (staff_id, registered_at);
comment on column field_device.token_hash is 'SHA-256 of what opens the doors to it.';
comment on column field_device.public_key is 'By which its packets are known: ECDSA P-256, as a JWK.';
comment on column field_device.erased_at is 'When it said that it holds nothing any more.';

-- What a device was provisioned with, without the data themselves: for which outing, with which numbers.
create table field_provision (
  id uuid primary key,
  device_id uuid not null references field_device (id),
  outing_kind text not null check (outing_kind in ('session', 'home-visit')),
  outing_id uuid not null,
  on_day date not null,
  opens integer not null,
  closes integer not null,
  days integer not null,
  made_at timestamptz not null,
  numbers jsonb not null
);
create index field_provision_of_device on field_provision (device_id, made_at);

-- Pieces of packets that are not whole yet.
create table field_piece (
  packet_id uuid not null,
  place integer not null,
  pieces integer not null,
  device_id uuid not null references field_device (id),
  packet_sha256 bytea not null,
  at timestamptz not null,
  bytes bytea not null,
  primary key (packet_id, place)
);
create index field_piece_by_device on field_piece (device_id, at);

-- Packets that arrived whole, each with what came of it.
create table field_packet (
  id uuid primary key,
  device_id uuid not null references field_device (id),
  provision_id uuid,
  kind text,
  sequence integer,
  sha256 bytea not null,
  previous text,
  is_chained boolean not null,
  claimed_at timestamptz,
  arrived_at timestamptz not null,
  received_at timestamptz,
  basis text check (basis in ('clock', 'hours', 'session')),
  stage text not null check (stage in ('taken-in', 'to-decide', 'refused')),
  concerns jsonb not null,
  tasks jsonb not null,
  dossier_code text,
  due_at timestamptz,
  fee_dong integer,
  witness text,
  closing jsonb,
  sealed bytea,
  decided_at timestamptz,
  decided_by uuid references staff (id),
  decision text check (decision in ('receive', 'refuse')),
  why text
);
create index field_packet_of_device on field_packet (device_id, sequence);
create index field_packet_to_decide on field_packet (arrived_at, id) where stage = 'to-decide' or tasks <> '[]'::jsonb;
comment on column field_packet.is_chained is 'Whether the packet it names as the one before it was that one, as far as is known.';
comment on column field_packet.sealed is 'As it arrived, while a person has to decide and where nothing came of it.';
comment on column field_packet.closing is 'Counts and cash of a closing sheet.';

-- A form that was filled in on a device: as it was typed, and as it was read.
create table field_form (
  dossier_id uuid primary key references dossier (id),
  form_key text not null,
  form_version integer not null,
  sha256 text not null,
  typed jsonb not null,
  answers jsonb not null
);
