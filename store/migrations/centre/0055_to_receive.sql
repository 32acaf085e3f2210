-- What was handed in at another desk and waits for the competent agency, of a few among all that lies with its clerks.
create index dossier_to_receive on dossier (holder_unit, due_order, id) where step = 'competent-receipt';
