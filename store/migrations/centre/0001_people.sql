-- Units, and who works where. Rows come from the centre's own files (`centre create`).
create table unit (
  code text primary key,
  name text not null,
  kind text not null,
  parent text,
  gso_code text,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source text not null,
  note text not null default ''
);

create table staff (
  id uuid primary key,
  login text not null unique,
  name text not null
);

create table appointment (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  post text not null,
  unit text not null references unit (code),
  from_on date not null,
  until_on date check (until_on > from_on)
);
create index appointment_of_staff on appointment (staff_id);

create table mandate (
  key text primary key,
  staff_id uuid not null references staff (id),
  unit text not null references unit (code),
  from_on date not null,
  until_on date check (until_on > from_on),
  ground text not null
);
create index mandate_of_staff on mandate (staff_id);
