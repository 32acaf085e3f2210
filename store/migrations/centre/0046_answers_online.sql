-- What citizens send for a dossier that waits for them is filled in as a filing is, and its files stand beside the dossier.
alter table filing_draft add column answers_dossier text;
alter table filing_draft add column answers_by_key boolean not null default false;
comment on column filing_draft.answers_dossier is 'The dossier it answers, by its code, where something was asked for after its receipt.';
comment on column filing_draft.answers_by_key is 'Whether code, key and identity number opened it, and no account.';

alter table scan alter column staff_id drop not null;
comment on column scan.staff_id is 'Who put it there; null for what the citizen sent for the dossier online.';
