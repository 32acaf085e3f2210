-- Which copy is that of the result as it was signed and stamped, of which approval, and by whose word.
create table sealed_copy (
  scan_id uuid primary key references digital_copy (scan_id),
  piece uuid not null,
  approved_at timestamptz not null,
  at timestamptz not null,
  print text,
  reason text
);
create index sealed_copy_of_piece on sealed_copy (piece);
create index sealed_copy_by_moment on sealed_copy (at, scan_id);
comment on column sealed_copy.piece is 'The pages of the files it came in: the same for the same bytes.';
comment on column sealed_copy.print is 'What the code mark on it says; null where none was read.';
comment on column sealed_copy.reason is 'Why a person put it there; null where its mark did.';

-- Documents out of a stack of scans that the program could not attach; kept for a person to say what they are.
create table unrecognised_scan (
  id uuid primary key,
  piece uuid not null,
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  files jsonb not null,
  sha256 bytea not null references scan_content (sha256),
  size int not null,
  pages int not null,
  findings jsonb not null,
  thumbnail bytea not null,
  code text,
  print text,
  of_pages int,
  missing jsonb not null,
  unread int not null
);
create index unrecognised_scan_of_piece on unrecognised_scan (piece);
create index unrecognised_scan_by_moment on unrecognised_scan (at, id);
comment on column unrecognised_scan.code is 'The dossier its marks name, known here or not; null without a mark.';

-- A person attached it or put it aside, and said why; without a reason it was attached by its mark later on.
create table unrecognised_scan_settled (
  id uuid primary key references unrecognised_scan (id),
  at timestamptz not null,
  staff_id uuid not null references staff (id),
  is_attached boolean not null,
  reason text
);
