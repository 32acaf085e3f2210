-- The administrative map by its days: what addresses are chosen from.
create table place (
  code text not null,
  name text not null,
  kind text not null check (kind in ('province', 'district', 'commune')),
  parent text,
  from_on date not null,
  until_on date,
  confidence text not null,
  source text not null,
  primary key (code, from_on)
);

alter table rule_set add column acceptance jsonb;
comment on column rule_set.acceptance is 'Within how many working hours an online filing is answered; null where the rule set says nothing.';

-- What a citizen is filling in: as it was typed, page by page. Nobody else's yet, and thrown away with time.
create table filing_draft (
  id uuid primary key,
  citizen_id uuid references citizen (id),
  browser_hash bytea,
  helper_id uuid references staff (id),
  procedure_key text not null,
  form_key text not null,
  form_version integer not null,
  typed jsonb not null,
  known jsonb not null,
  answers_filing uuid,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  check (num_nonnulls(citizen_id, browser_hash, helper_id) > 0)
);
create index filing_draft_of_citizen on filing_draft (citizen_id, changed_at) where citizen_id is not null;
create index filing_draft_of_browser on filing_draft (browser_hash) where browser_hash is not null;
create index filing_draft_of_helper on filing_draft (helper_id, changed_at) where helper_id is not null;
create index filing_draft_by_age on filing_draft (changed_at);
comment on column filing_draft.id is 'Also of the filing it becomes.';
comment on column filing_draft.browser_hash is 'SHA-256 of what the browser holds, while nobody has signed in.';
comment on column filing_draft.helper_id is 'The officer who fills it in for somebody at the centre.';
comment on column filing_draft.known is 'Which boxes were filled in from what is known of the person, and whence.';
comment on column filing_draft.answers_filing is 'The filing it answers, where more was asked for.';

-- Files handed in with a filing. Once it is received they stand beside the dossier as scans, and here by name alone.
create table filing_file (
  id uuid primary key,
  filing_id uuid not null,
  component text not null,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null,
  at timestamptz not null,
  bytes bytea
);
create index filing_file_of_filing on filing_file (filing_id, at, id);

create table filing (
  id uuid primary key,
  code text not null unique,
  version integer not null,
  state jsonb not null,
  stage text not null,
  procedure_key text not null,
  unit text not null,
  citizen_id uuid references citizen (id),
  applicant_number text,
  owner_number text,
  submitted_at timestamptz not null,
  accept_by timestamptz,
  last_hash bytea not null
);
create index filing_waiting on filing (accept_by, id) where accept_by is not null;
create index filing_of_citizen on filing (citizen_id, submitted_at) where citizen_id is not null;
create index filing_of_applicant on filing (applicant_number) where applicant_number is not null;
create index filing_of_owner on filing (owner_number) where owner_number is not null;
comment on table filing is 'What citizens filed online, each as its events have made it.';
comment on column filing.accept_by is 'By when the centre must answer; null while it has nothing to answer.';

create table filing_event (
  filing_id uuid not null references filing (id),
  sequence integer not null,
  type text not null,
  at timestamptz not null,
  data jsonb not null,
  is_in_time boolean,
  hash bytea not null,
  command_id uuid not null unique,
  command_hash bytea not null,
  primary key (filing_id, sequence)
);
create index filing_event_decided on filing_event (at) where is_in_time is not null;
comment on column filing_event.is_in_time is 'Whether the centre answered in time; null for what the citizen did.';
