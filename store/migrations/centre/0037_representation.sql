-- Whom a principal lets in is named by an identity number: whoever is verified by it has the right, with or without an
-- account yet. What proves a right that the agent only states is kept with it.
alter table representation alter column citizen_id drop not null;
alter table representation add column agent_name text;
alter table representation add column agent_number text;
alter table representation add column document_name text;
alter table representation add column document_sha256 bytea references scan_content (sha256);
alter table representation add constraint representation_is_somebodys check (num_nonnulls(citizen_id, agent_number) = 1);
create index representation_of_agent on representation (agent_number) where agent_number is not null;
