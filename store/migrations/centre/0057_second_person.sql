-- What waits for a second person, of a few among all dossiers; returned ones too.
create index dossier_second_person on dossier (due_order, id) where state ? 'correction' or state ? 'refund';
