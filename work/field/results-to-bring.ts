import type { Dossier } from '#domain/dossier/dossier.ts'
import { toGiveBack, toWithdraw } from '#domain/dossier/hand-over.ts'
import type { ResultToBring } from '#shapes/field/provision.ts'
import { dossiersTakenOut, readyForCommune } from '#store/taken-out.ts'
import { centreLawOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import type { CentreBook, Desk } from '../desk.ts'
import { MOST_READY, readyOf } from '../outreach/see-sessions.ts'
import type { OutingAsked } from './outing-asked.ts'

/** Results that lie ready for people of the commune, or of who is visited, with what handing them over asks for. */
export async function resultsToBring(
  { centre }: Desk,
  { id, visit, commune, on }: OutingAsked & { readonly id: string },
): Promise<readonly ResultToBring[]> {
  const law = await centreLawOf(centre)
  const ready = visit
    ? (await dossiersTakenOut(centre, id)).filter(({ stage }) => stage === 'ready')
    : await readyForCommune(centre, { ...readyOf(law, { commune, on }), size: MOST_READY })
  return ready.map((dossier) => shown(dossier, law.book))
}

function shown(dossier: Dossier, book: CentreBook): ResultToBring {
  const { code, version, step, procedure, owner, applicant } = dossier
  const law = lawFor(dossier, book)
  return {
    code,
    version,
    step,
    procedure,
    procedureName: law.procedure.name,
    ownerName: owner.name,
    applicantName: applicant.name,
    idNumberEnd: (applicant.idNumber ?? owner.idNumber)?.slice(-4) ?? null,
    isRefused: dossier.stage === 'ready' && dossier.result === 'refused',
    toWithdraw: toWithdraw(dossier, law),
    toGiveBack: toGiveBack(dossier, law),
  }
}
