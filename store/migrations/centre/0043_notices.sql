-- What citizens are told of their dossiers: a row for each thing and way.
create table notice (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  cause text not null,
  kind text not null,
  facts jsonb not null,
  way text not null,
  citizen_id uuid references citizen (id),
  staff_id uuid references staff (id),
  made_at timestamptz not null,
  state text not null,
  attempts integer not null default 0,
  doubts integer not null default 0,
  next_at timestamptz,
  begun_at timestamptz,
  changed_at timestamptz not null,
  language text,
  sent_to text,
  text text,
  reference text,
  reason text,
  leave_token text unique,
  unique (dossier_id, cause, way)
);
create index notice_due on notice (next_at) where next_at is not null;
create index notice_unfinished on notice (dossier_id, way, made_at, id) where next_at is not null;
create index notice_unreached on notice (changed_at desc, id desc)
  where state in ('not-delivered', 'bounced', 'given-up', 'in-doubt');
comment on column notice.id is 'Given to who delivers it, the same each time, so that a repeat can be dropped.';
comment on column notice.cause is 'What it follows from: an event by its number, a reminder, a call, or being sent again. Told once by a way.';
comment on column notice.citizen_id is 'Whose account is told; null where the applicant is, as wished at the counter.';
comment on column notice.staff_id is 'Who had it sent; null for what goes by itself.';
comment on column notice.next_at is 'When it is tried next; null when nothing more is done.';
comment on column notice.begun_at is 'Set while it is being tried: left behind, nobody knows how that ended.';
comment on column notice.doubts is 'Attempts of which nobody knows how they ended; after the second it is not tried again.';
comment on column notice.sent_to is 'The address, veiled.';
comment on column notice.leave_token is 'In the letter, to want no more of them without signing in.';

-- How a citizen with an account wants to be told.
create table notice_choice (
  citizen_id uuid primary key references citizen (id),
  language text not null,
  ways jsonb not null,
  quiet text not null,
  quiet_begins integer,
  quiet_ends integer,
  at timestamptz not null,
  check ((quiet = 'own') = (quiet_begins is not null and quiet_ends is not null))
);
comment on column notice_choice.quiet is 'centre, none or own; then by minutes of the day.';

-- Telephones and mailboxes that want no more of it.
create table notice_stopped (
  contact text primary key,
  at timestamptz not null
);
comment on column notice_stopped.contact is 'As in contact_code: phone or email, and the address.';

-- Browsers on devices that show what is pushed to them.
create table push_device (
  id uuid primary key,
  citizen_id uuid not null references citizen (id),
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  label text not null,
  since timestamptz not null
);
create index push_device_of_citizen on push_device (citizen_id, since);

-- When citizens are left in peace, from a day on; without a line the house's hours hold.
create table quiet_time (
  from_on date primary key,
  begins integer not null check (begins between 0 and 1439),
  ends integer not null check (ends between 0 and 1439),
  ground text not null
);
comment on table quiet_time is 'By minutes of the day; over midnight where they end before they begin.';

-- How the centre says what it tells, in place of the house's sentences. What was published is never set anew.
create table notice_template (
  hash text primary key,
  kind text not null,
  form text not null,
  language text not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  subject text not null,
  text text not null,
  unique (kind, form, language, from_on)
);
