-- Whoever took all data on himself along, and when.
create table data_export (
  id uuid primary key,
  citizen_id uuid not null references citizen (id),
  at timestamptz not null,
  is_whole boolean not null default false,
  files integer not null default 0
);
create index data_export_of_citizen on data_export (citizen_id, at);
comment on table data_export is 'Downloads of all data on a person, by the account.';
comment on column data_export.is_whole is 'Whether it came to its end; one that did not was broken off.';
