-- The counters were reminded of what was filed online, once for each deadline.
create table filing_reminder (
  filing_id uuid not null references filing (id),
  kind text not null,
  basis timestamptz not null,
  at timestamptz not null,
  primary key (filing_id, kind, basis)
);
