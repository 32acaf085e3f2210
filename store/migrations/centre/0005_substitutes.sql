-- Who stands in for whom, and when. A line is added and ended early, never taken away.
create table substitution (
  id uuid primary key,
  absent uuid not null references staff (id),
  substitute uuid not null references staff (id) check (substitute <> absent),
  unit text not null references unit (code),
  from_on date not null,
  until_on date not null check (until_on > from_on),
  entered_by uuid not null references staff (id),
  entered_at timestamptz not null,
  ended_by uuid references staff (id),
  ended_at timestamptz,
  check ((ended_by is null) = (ended_at is null))
);
comment on table substitution is 'While one holds, the substitute has the absent person''s posts of that unit; mandates stay with the person they were written for.';
comment on column substitution.until_on is 'First day on which it no longer holds.';
create index substitution_of_substitute on substitution (substitute) where ended_at is null;
create index substitution_of_unit on substitution (unit, until_on) where ended_at is null;

-- What a unit has done in the last days is read by moment; events come in order of it, so a summary of ranges is enough.
create index dossier_event_by_moment on dossier_event using brin (at) with (pages_per_range = 16, autosummarize = on);
