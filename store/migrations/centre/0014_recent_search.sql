-- What is searched first, open dossiers and those of the last 90 days, has an index of its own: it stays small however
-- many dossiers there are. Every row is in one of the two; the night puts what has become old into the other.
alter table dossier_search add column is_recent boolean not null default true;
update dossier_search s set is_recent = false
from dossier d
where d.id = s.dossier_id and d.holder_kind is null and s.received_at < now() - interval '90 days';
drop index dossier_search_text;
create index dossier_search_recent on dossier_search using gin (searched public.gin_trgm_ops) where is_recent;
create index dossier_search_older on dossier_search using gin (searched public.gin_trgm_ops) where not is_recent;
