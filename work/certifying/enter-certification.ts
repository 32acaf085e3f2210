import { dayOf, fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { certificationOf } from '#domain/dossier/certification.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { ResultApproved } from '#domain/dossier/events.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { addCertification, certificationsOf, type KeptEntry } from '#store/certifications.ts'
import type { Centre } from '#store/database.ts'
import { historyOf } from '#store/dossier-events.ts'
import { mandateGrounds } from '#store/mandates.ts'
import { takeNumber } from '#store/number-books.ts'
import { staffNames } from '#store/staff-names.ts'
import { derivedId } from '../derived-id.ts'

export interface Certified {
  readonly dossierId: string
  readonly dossier: Dossier
  readonly procedure: Procedure
  /** The signature, where it has only just been made; otherwise the history is asked. */
  readonly signed?: ResultApproved
}

/**
 * Enters a signed certification under the next number of its register, once for each signature. What was cut off between
 * signature and entry is made up for when it is sealed; what was signed anew leaves its first number spoiled.
 */
export async function enterCertification(centre: Centre, certified: Certified): Promise<Outcome<KeptEntry>> {
  const { dossierId, dossier, procedure } = certified
  const content = certificationOf(dossier, procedure)
  if (isRefusal(content)) return content
  const { certification } = procedure
  const { approvedAt } = dossier
  if (!certification || approvedAt === null) return refuse('not-signed-yet')
  const before = await certificationsOf(centre, dossier.code)
  const own = before.find(({ spoiled, at }) => spoiled === null && isSameMoment(at, approvedAt))
  if (own) return own
  const signed = certified.signed ?? (await lastSignature(centre, dossier.code))
  if (!signed) return refuse('not-signed-yet')
  const { at, by } = signed
  const { year } = dayOf(fromMoment(at))
  const id = derivedId(dossierId, 'certification', at, before.length)
  const book = `certification:${certification.key}` as const
  const asked = { id, book, year, takenFor: dossier.code, document: 'result', staff: by.staff, at } as const
  const { number } = await takeNumber(centre, asked)
  const entry = {
    id,
    book: certification.key,
    year,
    number,
    on: dayOf(fromMoment(at)).toString(),
    at,
    unit: dossier.unit,
    dossier: dossier.code,
    entry: { ...content, ...(await signedBy(centre, signed)) },
  }
  await addCertification(centre, entry)
  return { ...entry, spoiled: null }
}

async function signedBy(centre: Centre, { by: { staff }, mandate }: ResultApproved) {
  const [names, grounds] = await Promise.all([staffNames(centre, [staff]), mandateGrounds(centre, [mandate])])
  return { signer: names.get(staff) ?? '', mandate: { key: mandate, ground: grounds.get(mandate) ?? '' } }
}

async function lastSignature(centre: Centre, code: string): Promise<ResultApproved | undefined> {
  const last = (await historyOf(centre, code)).findLast(({ event }) => event.type === 'ResultApproved')
  return last?.event.type === 'ResultApproved' ? last.event : undefined
}

const isSameMoment = (one: Moment, other: Moment) => fromMoment(one).equals(fromMoment(other))
