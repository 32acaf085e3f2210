-- What is given out again is held against the hash it was kept with. What was printed on a day is found by the day.
alter table paper add column sha256 bytea;
update paper set sha256 = sha256(bytes);
alter table paper alter column sha256 set not null;
alter table paper add column house_template text;
comment on column paper.house_template is 'The version of the house''s template it was printed with: a hash of its files. Null for a template of the centre''s own.';
create index paper_by_moment on paper (at, id);
create index paper_reprint_by_moment on paper_reprint (at, id);
