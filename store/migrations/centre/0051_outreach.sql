-- Sessions of the mobile team: as they stand, and what was done to each.
create table outreach_session (
  id uuid primary key,
  on_day date not null,
  commune text not null,
  stage text not null,
  version integer not null,
  changed_at timestamptz not null,
  state jsonb not null
);
create index outreach_session_by_day on outreach_session (on_day, id);

create table outreach_session_event (
  id uuid primary key,
  session_id uuid not null references outreach_session (id),
  version integer not null,
  at timestamptz not null,
  type text not null,
  content jsonb not null,
  unique (session_id, version)
);
comment on column outreach_session_event.id is 'The id of the command that wrote it.';

-- Who comes to a session at which slot (a minute of the day); a slot that is given back stays as it was, with when.
create table session_registration (
  id uuid primary key,
  session_id uuid not null references outreach_session (id),
  slot integer not null,
  code_hash text not null unique,
  name text not null,
  phone text not null,
  procedure_key text,
  citizen_id uuid references citizen (id),
  registered_at timestamptz not null,
  cancelled_at timestamptz,
  told_at timestamptz,
  told_by uuid references staff (id)
);
comment on column session_registration.code_hash is 'SHA-256 of the code that opens it.';
comment on column session_registration.told_at is 'When a person of the centre told that the session is cancelled.';
create unique index session_registration_once on session_registration (session_id, phone) where cancelled_at is null;

-- Requests for a visit at home: the words and who is to be visited never change; how it stands is in state.
create table home_request (
  id uuid primary key,
  code text not null unique,
  key_hash text not null,
  asked_at timestamptz not null,
  stage text not null,
  commune text not null,
  hamlet text not null,
  visit_on date,
  version integer not null,
  state jsonb not null,
  asked_by text not null,
  citizen_id uuid references citizen (id),
  staff_id uuid references staff (id),
  name text not null,
  born text,
  phone text,
  address text not null,
  contact_name text,
  contact_phone text,
  wish text not null
);
create index home_request_open on home_request (asked_at, id) where stage in ('asked', 'entitled', 'scheduled');
create index home_request_by_day on home_request (visit_on, id) where visit_on is not null;
create index home_request_of_citizen on home_request (citizen_id, asked_at desc, id desc) where citizen_id is not null;

create table home_request_event (
  id uuid primary key,
  request_id uuid not null references home_request (id),
  version integer not null,
  at timestamptz not null,
  type text not null,
  content jsonb not null,
  unique (request_id, version)
);
comment on column home_request_event.id is 'The id of the command that wrote it.';

-- The session or the visit at home a dossier was taken in.
alter table dossier_search add column taken_out uuid;
create index dossier_search_taken_out on dossier_search (taken_out, received_at) where taken_out is not null;
