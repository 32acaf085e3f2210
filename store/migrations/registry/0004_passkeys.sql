-- Passkeys (WebAuthn): the public half of a key that never leaves the person's own device.
create table passkey (
  id text primary key,
  user_id uuid not null references "user" ("id") on delete cascade,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz
);
create index passkey_of_user on passkey (user_id);

-- What a device was asked to sign; worth nothing after five minutes, or once it was answered.
create table passkey_challenge (
  handle text primary key,
  challenge text not null,
  user_id uuid,
  until timestamptz not null
);
