-- Several papers of one form stand for a dossier (two supplements), and some for none (a slip of the counter, a book of
-- the register): each is of something, and one of each is printed.
alter table paper alter column dossier_id drop not null;
alter table paper add column about text;
update paper p set about = (select code from dossier d where d.id = p.dossier_id);
alter table paper alter column about set not null;
alter table paper drop constraint paper_dossier_id_form_key;
alter table paper add unique (form, about);
create index paper_of_dossier on paper (dossier_id, at) where dossier_id is not null;
comment on column paper.about is 'What it is of: the dossier code, with # and the event or version; an id where there is no dossier.';

-- Templates of the centre in place of the house's own: for dossiers received from a day on, until another day.
create table paper_template (
  hash text primary key,
  form text not null,
  from_on date not null,
  until_on date,
  main text not null,
  files jsonb not null,
  unique (form, from_on)
);
comment on column paper_template.hash is 'SHA-256 of main and files, with form and first day.';

alter table paper add column template text references paper_template (hash);
comment on column paper.template is 'The centre''s own template it was printed with; null is the house''s.';
