-- Numbers of receipts: one series a year. Every number that was taken is here, so that one not found among the
-- payments is an explained gap: the command it was taken for was not carried out.
create table receipt_series (
  year integer primary key,
  next integer not null
);

create table receipt_number (
  year integer not null,
  number integer not null,
  dossier_code text not null,
  staff_id uuid not null,
  at timestamptz not null,
  primary key (year, number)
);
create index receipt_number_by_moment on receipt_number (at);

-- A day's cash is read from what happened.
create index dossier_event_of_money on dossier_event (at)
  where type in ('PaymentTaken', 'PaymentCancelled', 'PaymentRefunded');
