import type { Centre } from '#store/database.ts'
import { checkDossiers } from '#work/checks/check-dossier.ts'
import { checkFigures } from '#work/checks/check-figures.ts'
import type { Finding } from '#work/checks/finding.ts'

const SAMPLE = 2000

/**
 * A copy is as sound as what was decided: trails unbroken, rows what the events come to, figures what a full count
 * says. Due moments were moved by whole weeks, over other holidays, and are not held against the calendar.
 */
export async function checkSet(centre: Centre): Promise<readonly Finding[]> {
  const { rows } = await sampled(centre)
  const dossiers = await checkDossiers(centre, rows, () => [])
  return [...dossiers, ...(await checkFigures(centre))]
}

async function sampled({ db }: Centre) {
  const all = await db
    .selectFrom('dossier')
    .select('code')
    .orderBy('id')
    .limit(SAMPLE / 2)
    .execute()
  const last = await db
    .selectFrom('dossier')
    .select('code')
    .orderBy('due_order', 'desc')
    .limit(SAMPLE / 2)
    .execute()
  return { rows: [...all, ...last].map(({ code }) => code) }
}
