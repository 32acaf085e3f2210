-- Which centres there are. Shared by all centres, rarely written.
create table centre (
  slug text primary key,
  schema_name text not null unique,
  name text not null,
  host text unique,
  is_demonstration boolean not null default false,
  created_at timestamptz not null
);
comment on column centre.host is 'Host name the centre answers to; null answers to any name while it is the only centre.';
