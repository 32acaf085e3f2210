-- How people find their way in the catalogue: the centre's own words about it. No law: an import sets it anew.
create table guide (
  kind text not null check (kind in ('everyday-words', 'life-event', 'plain-word', 'plain-name', 'paper-condition', 'english')),
  key text not null,
  content jsonb not null,
  primary key (kind, key)
);
comment on table guide is 'Everyday words, life events, plain words, plain names, conditions of papers and English texts, as the files of the centre say them.';
