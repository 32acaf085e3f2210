-- One sequence a type of document and year. Notices of stopping, and apologies of before 0029, were numbered when they were
-- printed, in books of their own beside those of their types.
alter table number_taken drop constraint number_taken_document_check;
alter table number_taken add check (document in ('result', 'apology', 'stop'));
alter table number_taken add column symbol text;
comment on column number_taken.symbol is 'What stands behind the number on the paper; null where it was not kept: that of its type.';

create temporary table letter on commit drop as
select 'document:TB' as old_book, 'document:tb' as book, 'stop' as document, 'TB' as symbol
union all
select 'document:PXL', 'document:' || coalesce((
    select content -> 'documents' -> 'apology' ->> 'key' from procedure
    where content -> 'documents' ? 'apology' order by from_on desc limit 1
  ), 'pxl'), 'apology', 'PXL';

-- What stands on paper stays: a number moves where it is free and not below what the type's book began with. One that was
-- given to another document as well stays in its old book, and is there to be seen.
with target as (
  select l.*, b.year, least(min(t.number), b.next) as begins
  from letter l join number_book b on b.book = l.book left join number_taken t on t.book = b.book and t.year = b.year
  group by l.old_book, l.book, l.document, l.symbol, b.year, b.next
)
update number_taken n set
  document = l.document,
  symbol = l.symbol,
  taken_for = split_part(n.taken_for, '#', 1),
  book = case
    when n.number < (select g.begins from target g where g.book = l.book and g.year = n.year) then n.book
    when exists (select from number_taken o where o.book = l.book and o.year = n.year and o.number = n.number)
      then n.book
    else l.book end
from letter l
where n.book = l.old_book;

insert into number_book as b (book, year, next)
select l.book, o.year, o.next from number_book o join letter l on l.old_book = o.book
on conflict (book, year) do update set next = greatest(b.next, excluded.next);
delete from number_book b using letter l
where b.book = l.old_book and not exists (select from number_taken t where t.book = b.book and t.year = b.year);
