-- The till of a cashier on a day: who moves money holds its row, so that a till that is closed takes no more and a sheet
-- misses nothing that was moved before it.
create table till (
  staff_id uuid not null,
  on_day date not null,
  is_closed boolean not null,
  primary key (staff_id, on_day)
);
comment on table till is 'One row a cashier and day on which money moved or was closed.';

-- A sheet is frozen when it is closed.
create table cash_sheet (
  id uuid primary key,
  staff_id uuid not null,
  on_day date not null,
  number text not null,
  at timestamptz not null,
  content jsonb not null,
  unique (staff_id, on_day)
);
comment on column cash_sheet.id is 'Of the command that closed it: sent again, it is the same sheet.';
create index cash_sheet_by_day on cash_sheet (on_day);

create table cash_sheet_taken_over (
  sheet_id uuid primary key references cash_sheet,
  staff_id uuid not null,
  at timestamptz not null
);
comment on table cash_sheet_taken_over is 'The second person counted the money and took it over.';

-- Form and symbol that receipts bear while a rule set is in force; empty where the centre has not declared them.
alter table rule_set add column receipt_form text not null default '', add column receipt_symbol text not null default '';
