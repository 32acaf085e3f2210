-- Accounts whose password was drawn for them: it opens no session, only the choice of an own password, and not for ever.
create table one_time_password (
  user_id uuid primary key references "user" ("id") on delete cascade,
  until timestamptz not null
);
