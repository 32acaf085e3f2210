-- Official reports as they were signed off: numbers and bytes for ever. A correction is another report that names it.
create table issued_report (
  id uuid primary key,
  form text not null,
  year integer not null,
  number integer not null,
  window_from date not null,
  window_to date not null,
  unit text,
  field text,
  at timestamptz not null,
  staff_id uuid not null,
  corrects uuid references issued_report (id),
  data jsonb not null,
  pdf bytea not null,
  book bytea not null,
  unique (form, year, number)
);
comment on column issued_report.unit is 'Whose report it is; null for the whole centre.';
create index issued_report_of_window on issued_report (form, window_from, window_to);
