-- Who filed online and who wrote to the centre is told too: a notice is about one of three things.
alter table notice
  alter column dossier_id drop not null,
  add column filing_id uuid references filing (id),
  add column feedback_id uuid references feedback (id),
  add column about_id uuid not null generated always as (coalesce(dossier_id, filing_id, feedback_id)) stored,
  add column about text not null generated always as (case when dossier_id is not null then 'dossier'
    when filing_id is not null then 'filing' else 'feedback' end) stored,
  add check (num_nonnulls(dossier_id, filing_id, feedback_id) = 1),
  drop constraint notice_dossier_id_cause_way_key,
  add unique (about_id, cause, way);
drop index notice_unfinished;
create index notice_unfinished on notice (about_id, way, made_at, id) where next_at is not null;
comment on column notice.about_id is 'Whichever of the three it is about; and which of them, in about.';

-- What somebody wrote stands in the own list of the account.
create index feedback_of_citizen on feedback (citizen_id, received_at desc, id desc) where citizen_id is not null;
