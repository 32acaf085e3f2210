-- Apologies that were sent are listed by the day they were sent.
create index dossier_event_of_apologies on dossier_event (at) where type = 'ApologySent';
