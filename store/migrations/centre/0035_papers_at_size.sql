-- Papers that lie elsewhere than where the next step is, longest wanted first, and papers that are missing: found without
-- looking at every open dossier. The conditions are those of `store/papers-where.ts`, word for word.
create index dossier_papers_astray on dossier
  ((coalesce(state ->> 'unitSince', state ->> 'stepSince') collate "C"), id)
  where holder_kind is not null and jsonb_path_exists(state, '$ ? (!exists(@.lots) && (@.placeOfReceipt != @.holder.unit || @.approvedAt != null && exists(@.doneBy.* ? (@.post == "approver" && @.unit != $.holder.unit))) || exists(@.lots[*] ? (!exists(@.sheet) && @.unit != $.holder.unit)))');
create index dossier_papers_missing on dossier (id)
  where holder_kind is not null and jsonb_path_exists(state, '$.missing[*]');
