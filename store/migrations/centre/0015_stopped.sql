-- Nobody has to act on a dossier that was returned or stopped.
alter table dossier drop constraint dossier_check;
alter table dossier add constraint dossier_held_until_ended
  check ((stage in ('returned', 'stopped')) = (holder_kind is null));
