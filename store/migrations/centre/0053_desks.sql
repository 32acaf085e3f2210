-- One-stop desks at which people hand in, those of the communes too; and the shares the centre has set itself.
create table reception_desk (
  unit text primary key references unit (code),
  content jsonb not null
);
create table target (
  of_unit text not null,
  from_on date not null,
  until_on date check (until_on > from_on),
  early integer not null check (early between 0 and 10000),
  source text not null,
  primary key (of_unit, from_on)
);
comment on column target.of_unit is 'A unit, or town, or communes; early is in hundredths of a percent.';

alter table rule_set add column elsewhere jsonb;
comment on column rule_set.elsewhere is 'How soon the competent agency receives what was handed in at another desk; null where it says nothing.';

-- Figures tell apart what was handed in at another desk than the competent agency's own.
alter table daily_figure
  add column desk text not null default '',
  drop constraint daily_figure_pkey,
  add primary key (measure, on_day, unit, field, channel, place, desk);
alter table monthly_figure
  add column desk text not null default '',
  drop constraint monthly_figure_pkey,
  add primary key (measure, month, unit, field, channel, place, desk);
comment on column daily_figure.desk is 'Where it was handed in, when that is not the desk of the competent agency; empty when it is.';

create index dossier_handed_in_elsewhere on dossier ((state ->> 'placeOfReceipt'), received_at desc) where state ? 'elsewhere';
