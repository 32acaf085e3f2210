-- What citizens are asked after a dossier, and by when what they write is answered. Each answer keeps what it was asked.
create table opinion_rule (
  kind text not null,
  from_on date not null,
  content jsonb not null,
  primary key (kind, from_on)
);

-- What citizens think of a dossier; changed, it is another version. Nobody's name stands here.
create table rating (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  version integer not null,
  first_at timestamptz not null,
  at timestamptz not null,
  way text not null,
  unit text not null,
  overall text not null,
  content jsonb not null,
  unique (dossier_id, version)
);
comment on column rating.id is 'The id of the command that wrote it.';
comment on column rating.first_at is 'When the dossier was first rated: the moment it is counted at.';
create index rating_by_time on rating (first_at);

-- Codes with which a person rates at the counter, on a machine where nobody is signed in; gone once used.
create table rating_ticket (
  code_hash text primary key,
  dossier_id uuid not null references dossier (id),
  staff_id uuid not null references staff (id),
  until timestamptz not null
);
create index rating_ticket_by_age on rating_ticket (until);

-- Who handed the machine over; not beside the rating, so that who counts ratings sees no officer and no dossier.
create table rating_handed (
  dossier_id uuid not null references dossier (id),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  primary key (dossier_id, at)
);
