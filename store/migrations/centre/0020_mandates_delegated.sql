-- The right to approve, delegated from the desk for a period by a written decision. A line is added and ended early, never
-- taken away; what was approved by it names its key, `uq-` and the id.
create table delegation (
  id uuid primary key,
  staff_id uuid not null references staff (id),
  unit text not null references unit (code),
  from_on date not null,
  until_on date not null check (until_on > from_on),
  ground text not null,
  entered_by uuid not null references staff (id) check (entered_by <> staff_id),
  entered_at timestamptz not null,
  ended_by uuid references staff (id),
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
create index delegation_of_person on delegation (staff_id) where ended_at is null;
create index delegation_of_unit on delegation (unit, until_on) where ended_at is null;
