alter table place add column became jsonb;
comment on column place.became is 'Code of what it became on the day it ended, and how sure that is; null while it stands or nobody knows.';
