import type { Centre, HotVerb } from './database.ts'

const READ: HotVerb = {
  name: 'dossier-read',
  text: `
  insert into {c}.dossier_read as known (staff_id, dossier_id, version) values ($1, $2, $3)
  on conflict (staff_id, dossier_id) do update set version = excluded.version
    where known.version < excluded.version`,
}

/** A person has seen a dossier as it stood at a version. */
export async function markRead(
  centre: Centre,
  { staff, dossier, version }: { readonly staff: string; readonly dossier: string; readonly version: number },
): Promise<void> {
  await centre.run(READ, [staff, dossier, version])
}
