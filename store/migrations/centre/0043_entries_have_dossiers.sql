-- What is certified is a dossier, at once or not: it has a code, a fee, a mandate and its place in the reports.
alter table certification alter column dossier_code set not null;
drop index certification_of_dossier;
create index certification_of_dossier on certification (dossier_code);
