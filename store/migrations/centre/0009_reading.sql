-- What each person has seen of a dossier: at a later version it is unread again.
create table dossier_read (
  staff_id uuid not null,
  dossier_id uuid not null references dossier (id),
  version integer not null,
  primary key (staff_id, dossier_id)
);

-- What is under way, soonest due first; and what was received and settled on a day.
create index dossier_under_way on dossier (due_order, id) where ready_at is null;
create index dossier_by_receipt on dossier (received_at, id);
create index dossier_by_result on dossier (ready_at, id) where ready_at is not null;
