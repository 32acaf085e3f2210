-- Who asked for a visit at home is told of it: a notice is about one of five things.
alter table notice
  add column home_request_id uuid references home_request (id),
  drop constraint notice_check,
  add constraint notice_check
    check (num_nonnulls(dossier_id, filing_id, feedback_id, registration_id, home_request_id) = 1),
  alter column about_id set expression as (coalesce(dossier_id, filing_id, feedback_id, registration_id, home_request_id)),
  alter column about set expression as (case when dossier_id is not null then 'dossier'
    when filing_id is not null then 'filing' when feedback_id is not null then 'feedback'
    when registration_id is not null then 'registration' else 'home-visit' end);
comment on column notice.about_id is 'Whichever of the five it is about; and which of them, in about.';
