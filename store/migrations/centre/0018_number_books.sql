-- Numbered books: receipts, slips, documents, registers. One series a book and year. Every number that was taken is
-- here with what it was taken for, so that one not found there is an explained gap: it was not carried out.
create table number_book (
  book text not null,
  year integer not null,
  next integer not null check (next > 0),
  primary key (book, year)
);

create table number_taken (
  id uuid primary key,
  book text not null,
  year integer not null,
  number integer not null,
  taken_for text not null,
  staff_id uuid not null,
  at timestamptz not null,
  unique (book, year, number)
);
comment on column number_taken.id is 'Of the command it was taken for: sent again, it gets the same number.';
create index number_taken_by_moment on number_taken (book, at);

insert into number_book select 'receipt', year, next from receipt_series;
insert into number_taken
select md5('receipt/' || year || '/' || number)::uuid, 'receipt', year, number, dossier_code, staff_id, at
from receipt_number;
drop table receipt_number;
drop table receipt_series;
