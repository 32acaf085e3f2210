-- A number of a provider is read out at the counter.
create index money_in_numbered on money_in (transaction);
