-- Lists of what is settled, soonest due first; what is under way has an index of its own (dossier_under_way).
create index dossier_settled on dossier (due_order, id) where ready_at is not null;
