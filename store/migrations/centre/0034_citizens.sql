-- People who file, follow and keep their papers here.
create table citizen (
  id uuid primary key,
  name text not null default '',
  born_on date,
  id_number text,
  assurance text not null default 'stated',
  phone text unique,
  email text unique,
  since timestamptz not null
);
comment on column citizen.name is 'Empty until the person has said it.';
comment on column citizen.id_number is 'As the person states it, or as the national identity says (assurance).';
comment on column citizen.phone is 'Proved by a code sent to it; as is email.';
-- Anybody can state a number; only one account is the number's own.
create unique index citizen_of_number on citizen (id_number) where assurance <> 'stated';

-- Who a citizen is to a provider of national identity.
create table citizen_identity (
  provider text not null,
  subject text not null,
  citizen_id uuid not null references citizen (id),
  since timestamptz not null,
  primary key (provider, subject)
);
create index citizen_identity_of_citizen on citizen_identity (citizen_id);

-- Codes on their way to a telephone or a mailbox; worth nothing after ten minutes or five tries.
create table contact_code (
  handle_hash text primary key,
  code_hash text not null,
  contact text not null,
  citizen_id uuid references citizen (id),
  until timestamptz not null,
  tries_left integer not null
);
create index contact_code_by_age on contact_code (until);
comment on column contact_code.handle_hash is 'SHA-256 of what the browser holds; the code is hashed together with it, so that the table alone opens nothing.';
comment on column contact_code.citizen_id is 'Whose contact it becomes; null when it opens an account.';

-- For whom citizens act. A line is never changed but to end it.
create table representation (
  id uuid primary key,
  citizen_id uuid not null references citizen (id),
  principal_kind text not null,
  principal_name text not null,
  principal_number text,
  acts text not null,
  ground text not null,
  procedures jsonb,
  from_on date not null,
  until_on date check (until_on > from_on),
  document text,
  given_by uuid references citizen (id),
  entered_at timestamptz not null,
  ended_by uuid references citizen (id),
  ended_at timestamptz
);
create index representation_of_citizen on representation (citizen_id);
create index representation_of_principal on representation (principal_number);
comment on column representation.acts is 'see, file or manage.';
comment on column representation.ground is 'Who says so: the citizen alone, the national identity, or the principal here in the house (given_by).';
comment on column representation.document is 'What proves it, in words: number, day, by whom certified.';
