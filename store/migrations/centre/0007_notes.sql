-- What officers tell each other about a dossier: never changed, never shown to the citizen, and no event of the dossier,
-- so that writing one makes nobody's work stale. The id is the command's: sent twice, it stands once.
create table dossier_note (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  unit text not null,
  post text not null,
  text text not null
);
create index dossier_note_of_dossier on dossier_note (dossier_id, at, id);

-- Who has a dossier open. It is worth nothing after a minute, so it is not logged and a crash may empty it.
create unlogged table dossier_viewer (
  dossier_id uuid not null,
  staff_id uuid not null,
  since timestamptz not null,
  seen_at timestamptz not null,
  primary key (dossier_id, staff_id)
);
create index dossier_viewer_by_age on dossier_viewer (seen_at);
