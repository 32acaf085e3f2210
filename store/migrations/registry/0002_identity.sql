-- Who may sign in. The four tables are better-auth's, as its own migrations make them; their names are its names.
create table "user" (
  "id" uuid primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "username" text unique,
  "displayUsername" text,
  "centre" text not null,
  "staffId" uuid not null
);
comment on table "user" is 'An account: a person of one centre. Who the person is stands in the centre''s own table staff.';

create table "session" (
  "id" uuid primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references "user" ("id") on delete cascade
);
create index session_of_user on "session" ("userId");
create index session_by_end on "session" ("expiresAt");
comment on table "session" is 'A sign-in; ends twelve hours later.';

create table "account" (
  "id" uuid primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references "user" ("id") on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index account_of_user on "account" ("userId");
comment on table "account" is 'A way to sign in: a password (argon2id), later passkeys and VNeID.';

create table "verification" (
  "id" uuid primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null,
  "updatedAt" timestamptz not null
);
create index verification_by_identifier on "verification" ("identifier");
comment on table "verification" is 'Short-lived proofs of better-auth.';

create table sign_in_attempt (
  subject text primary key,
  since timestamptz not null,
  attempts integer not null
);
create index sign_in_attempt_by_age on sign_in_attempt (since);
comment on table sign_in_attempt is 'Attempts that did not end in a sign-in, by account and by address, since the first of a quarter of an hour; kept a day.';
