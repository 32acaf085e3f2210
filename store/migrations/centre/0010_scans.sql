-- What was handed in, as it was scanned: kept by its content, in one commit with the line that names it.
create table scan_content (
  sha256 bytea primary key,
  media_type text not null,
  bytes bytea not null
);

create table scan (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  component text,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 bytea not null references scan_content (sha256),
  at timestamptz not null,
  staff_id uuid not null references staff (id)
);
create index scan_of_dossier on scan (dossier_id, at, id);
comment on column scan.component is 'Key of the paper of the case it is a scan of; null for anything else.';

-- Attached to the wrong dossier or paper: no longer shown, never deleted, and everybody can see why.
create table scan_struck (
  scan_id uuid primary key references scan (id),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  reason text not null
);
