-- The float a cashier begins a day with, as it was counted in the morning; once, and never changed.
create table till_opening (
  staff_id uuid not null,
  on_day date not null,
  id uuid not null unique,
  dong bigint not null check (dong >= 0),
  at timestamptz not null,
  primary key (staff_id, on_day)
);
comment on column till_opening.id is 'Of the command that opened it: sent again, it is the same opening.';
