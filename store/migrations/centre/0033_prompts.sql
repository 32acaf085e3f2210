alter table rule_set add column lapse jsonb;
comment on column rule_set.lapse is 'How many prompts, and how many days since, before what is not answered may be stopped; null where the centre has no measure.';
