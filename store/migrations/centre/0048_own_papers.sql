-- What citizens take of their dossiers by their accounts is recorded beside the looks of officers.
alter table access_record alter column staff_id drop not null;
alter table access_record add column citizen_id uuid;
alter table access_record add constraint access_record_of_somebody check (num_nonnulls(staff_id, citizen_id) = 1);
comment on column access_record.citizen_id is 'The account by which it was looked at; null for an officer.';
