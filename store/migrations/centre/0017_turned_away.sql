-- What the counter answered when it received nothing: what is missing, or that it may not be received.
create table turned_away (
  id uuid primary key,
  at timestamptz not null,
  kind text not null check (kind in ('supplement', 'refusal')),
  procedure_key text not null,
  unit text not null,
  staff_id uuid not null,
  applicant_number text,
  content jsonb not null
);
create index turned_away_by_day on turned_away (at, id);
create index turned_away_of_person on turned_away (applicant_number, procedure_key) where applicant_number is not null;
