-- Who registered for a mobile session is told of it: a notice is about one of four things.
alter table notice
  add column registration_id uuid references session_registration (id),
  drop constraint notice_check,
  add check (num_nonnulls(dossier_id, filing_id, feedback_id, registration_id) = 1),
  alter column about_id set expression as (coalesce(dossier_id, filing_id, feedback_id, registration_id)),
  alter column about set expression as (case when dossier_id is not null then 'dossier'
    when filing_id is not null then 'filing' when feedback_id is not null then 'feedback' else 'registration' end);
comment on column notice.about_id is 'Whichever of the four it is about; and which of them, in about.';

-- When somebody was reminded of the time he registered for.
alter table session_registration add column reminded_at timestamptz;
create index session_registration_of_citizen on session_registration (citizen_id, registered_at desc) where citizen_id is not null;
