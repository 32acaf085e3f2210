-- The second step of signing in: a secret shared with the person's telephone (RFC 6238), and codes for when it is lost.
create table second_factor (
  user_id uuid primary key references "user" ("id") on delete cascade,
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  recovery bytea[] not null default '{}'
);
comment on column second_factor.secret is 'Encrypted with the program''s own secret; never in the clear.';
comment on column second_factor.last_step is 'The step of time whose code was used last: a code opens once.';
comment on column second_factor.recovery is 'SHA-256 of the recovery codes that are left.';
