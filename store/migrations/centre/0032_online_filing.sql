-- When the centre takes filings on its own pages; while the national portal is the only front there is no line for the day.
create table online_filing (
  from_on date primary key,
  until_on date check (until_on > from_on),
  ground text not null
);
