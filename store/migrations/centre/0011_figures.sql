-- Roll-ups by unit, field, channel and place. They are counted anew from the events: the relay finds the task.
drop table daily_figure;
delete from outbox where task = 'count';
insert into outbox (task, payload) values ('recount', '{}');

create table daily_figure (
  measure text not null,
  on_day date not null,
  unit text not null,
  field text not null,
  channel text not null,
  place text not null,
  count bigint not null,
  primary key (measure, on_day, unit, field, channel, place)
);
comment on table daily_figure is 'What happened each day, rolled up by the relay from the outbox, exactly once.';
comment on column daily_figure.place is 'The commune or ward that helped; empty where none did.';

-- The same by month: whole months, and what stood before them, are read from here.
create table monthly_figure (
  measure text not null,
  month date not null,
  unit text not null,
  field text not null,
  channel text not null,
  place text not null,
  count bigint not null,
  primary key (measure, month, unit, field, channel, place)
);

-- Dossiers from before the system, one by one, from the registers of that time. They are counted and nothing else.
create table earlier_dossier (
  id uuid primary key,
  received_on date not null,
  unit text not null,
  field text not null,
  procedure_key text not null,
  channel text not null,
  place text not null,
  source text not null
);
create index earlier_dossier_by_day on earlier_dossier (received_on, id);
