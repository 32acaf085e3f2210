-- What people of the centre have lately typed into the search box: it holds names and numbers, so it stands here and
-- the address of the page bears its id alone. Cleared after an hour.
create table kept_search (
  id uuid primary key,
  staff_id uuid not null,
  at timestamptz not null,
  typed text not null
);
create index kept_search_by_age on kept_search (at);
comment on table kept_search is 'Searches of the last hour, each open only to who typed it.';

-- Results that lie ready, the longest waiting first.
create index dossier_in_drawer on dossier (holder_unit, ready_at, id) where stage = 'ready';
