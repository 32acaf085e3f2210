-- What stands on the paper somebody was given outside, of a packet that was not simply taken in: with code and key it tells how
-- that stands, and where it became a dossier under another number it leads there.
create table field_paper (
  packet_id uuid primary key references field_packet (id),
  code text not null,
  lookup_key text not null,
  phone text
);
create index field_paper_by_code on field_paper (code);
comment on column field_paper.code is 'A number of a block that was brought along, or where it was used up the number of the slip.';
comment on column field_paper.phone is 'Where the person is told; null where none was named, and once it is a dossier.';

-- Who was given such a paper is told that it came to nothing: a notice is about one of six things.
alter table notice
  add column packet_id uuid references field_packet (id),
  drop constraint notice_check,
  add constraint notice_check
    check (num_nonnulls(dossier_id, filing_id, feedback_id, registration_id, home_request_id, packet_id) = 1),
  alter column about_id set expression as
    (coalesce(dossier_id, filing_id, feedback_id, registration_id, home_request_id, packet_id)),
  alter column about set expression as (case when dossier_id is not null then 'dossier'
    when filing_id is not null then 'filing' when feedback_id is not null then 'feedback'
    when registration_id is not null then 'registration' when home_request_id is not null then 'home-visit'
    else 'packet' end);
comment on column notice.about_id is 'Whichever of the six it is about; and which of them, in about.';
