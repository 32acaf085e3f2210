-- Money held for a filing is looked for in every round.
create index money_in_held on money_in (id) where standing = 'held';
