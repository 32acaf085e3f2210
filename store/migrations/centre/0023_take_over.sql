-- What a running centre brought along when it went live. The same files again are known by their hash.
create table take_over (
  id uuid primary key,
  hash text not null unique,
  at timestamptz not null,
  staff_id uuid not null,
  dossiers integer not null,
  openings jsonb not null
);
comment on table take_over is 'One line for each set of files that was taken over; its dossiers name file and line themselves.';
comment on column take_over.openings is 'Opening values of books and series, as [book, period, next].';
