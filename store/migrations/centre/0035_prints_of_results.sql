-- A result signed by hand is known again by the code mark on its pages.
alter table result_document add column print text;
alter table result_document add column pages int;
comment on column result_document.print is 'The beginning of the hash of what stands on it, as the code mark says; null where it is signed with a key.';
