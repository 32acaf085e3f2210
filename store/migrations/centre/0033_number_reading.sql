-- How the centre reads out numbers on its papers. One row; what was printed stays as it was.
create table number_reading (
  is_only boolean primary key default true check (is_only),
  zero_ten text not null check (zero_ten in ('lẻ', 'linh')),
  thousand text not null check (thousand in ('nghìn', 'ngàn')),
  four text not null check (four in ('tư', 'bốn'))
);
insert into number_reading (zero_ten, thousand, four) values ('lẻ', 'nghìn', 'tư');
