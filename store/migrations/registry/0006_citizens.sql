-- An account is of a person of the centre or of a citizen; who the citizen is stands in the centre's own table citizen.
alter table "user" alter column "staffId" drop not null;
alter table "user" add column "citizenId" uuid;
alter table "user" add constraint user_is_somebody check (num_nonnulls("staffId", "citizenId") = 1);
comment on table "user" is 'An account: a person of one centre, or a citizen at one centre. Who it is stands in the centre''s own tables staff and citizen.';
