import { type Dossier, fold } from '#domain/dossier/dossier.ts'
import type { SupplementItem } from '#domain/dossier/events.ts'
import { owedNowDong } from '#domain/dossier/owed.ts'
import { historyOf } from '#store/dossier-events.ts'
import { allowed, commandAt, type Hall } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { newId } from '../chance.ts'
import { aDraft } from '../filing/a-filing.ts'
import { acceptFiling } from '../filing/accept-filing.ts'
import type { AtDraft } from '../filing/own-draft.ts'
import { submitFiling } from '../filing/submit-filing.ts'
import { requestSupplement } from '../handling/request-supplement.ts'
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'

/** A dossier as it stands. */
export async function standing({ centre }: Pick<Hall, 'centre'>, code: string) {
  return fold((await historyOf(centre, code)).map(({ event }) => event))
}

/** A dossier that a citizen filed online and the counter received. */
export async function receivedFrom(hall: Hall, citizen: AtDraft, over = {}) {
  const { id, code, lookupKey } = allowed(await submitFiling(citizen, await aDraft(citizen, over)))
  const { now } = citizen.desk
  allowed(
    await acceptFiling(hall.deskOf('clerk', 'HCC-TN', now), id, {
      id: newId(),
      version: 1,
      placeOfReceipt: 'HCC-TN',
      data: {},
    }),
  )
  return { id, code, key: lookupKey }
}

/** Takes a dossier on until it lies at a step of some kind. */
export async function takenTo(hall: Hall, code: string, kind: 'work' | 'return', now?: Temporal.Instant) {
  for (;;) {
    const dossier = await standing(hall, code)
    const procedure = (await bookOf(hall.centre)).procedures
      .get(dossier.procedure)
      ?.find(({ version }) => version === dossier.procedureVersion)
    const step = procedure?.steps.find(({ key }) => key === dossier.step)
    if (!step) throw new Error(`no step ${dossier.step}`)
    if (step.kind === kind) return { dossier, desk: hall.deskOf(step.post, step.unit, now) }
    const dong = owedNowDong(dossier) ?? 0
    const given: ChangeGiven =
      step.kind === 'collect-fee' && dong > 0
        ? { ...on(dossier), type: 'TakePayment', way: 'cash', dong, payer: null, reference: null }
        : commandAt(step, dossier)
    allowed(await changeDossier(hall.deskOf(step.post, step.unit, now), code, given))
  }
}

const on = ({ version, step }: Dossier) => ({ id: newId(), version, step })

/** Asks the citizen for more of a dossier. */
export async function askedFor(
  hall: Hall,
  code: string,
  items: readonly SupplementItem[],
  now?: Temporal.Instant,
) {
  const { dossier, desk } = await takenTo(hall, code, 'work', now)
  return requestSupplement(desk, code, {
    id: newId(),
    version: dossier.version,
    step: dossier.step,
    items: items.map(({ field, ...item }) => ({ ...item, ...(typeof field === 'string' && { field }) })),
    whyAgain: dossier.supplementsAsked ? 'Giấy mới nộp cũng sai' : null,
    answerBy: null,
  })
}
