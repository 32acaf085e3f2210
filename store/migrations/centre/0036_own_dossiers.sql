-- A citizen finds what was filed from the own account.
alter table dossier_search add column account uuid;
create index dossier_search_of_account on dossier_search (account, received_at desc) where account is not null;
comment on column dossier_search.account is 'The account of the citizen who filed it; null for what was handed in otherwise.';
