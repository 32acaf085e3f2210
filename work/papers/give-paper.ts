import { dayOf, fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { FormKey } from '#papers/forms.ts'
import { printForm } from '#papers/print-form.ts'
import { paperTemplateOn } from '#store/paper-templates.ts'
import { keepPaper, type KeptPaper, keptPaper, recordReprint } from '#store/papers.ts'
import { newId, seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** A paper to be given out. What it is printed from is asked for at the first print alone. */
export interface PaperToGive {
  readonly key: FormKey
  /** What it is of: one paper a form and thing. */
  readonly about: string
  /** The dossier's id in the database; null for a paper of no dossier. */
  readonly dossier: string | null
  /** When the dossier was received: the form is that of the day. */
  readonly receivedAt: Moment
  /** The moment the paper is dated. */
  readonly madeAt: Moment
  data(): Promise<Outcome<object>>
}

/**
 * A paper as PDF/A: printed the first time it is asked for and kept with what it was printed from; later it is the same
 * bytes again, whatever has happened since, and each time is written down.
 */
export async function givePaper(
  desk: Desk,
  staff: string,
  { key, about, dossier, receivedAt, madeAt, data }: PaperToGive,
): Promise<Outcome<Uint8Array>> {
  const { centre, now } = desk
  const kept = await keptPaper(centre, key, about)
  if (kept) return giveAgain(desk, staff, kept)
  const given = await data()
  if (isRefusal(given)) return given
  const own = await paperTemplateOn(centre, key, dayOf(fromMoment(receivedAt)).toString())
  const printed = await printForm({ key, receivedAt, madeAt, data: given, own: own ?? null })
  if (isRefusal(printed)) return printed
  const sha256 = seal(printed.bytes)
  const paper = { id: newId(), dossier, form: key, about, at: toMoment(now), staff, sha256, ...printed }
  if (await keepPaper(centre, { ...paper, template: own?.hash ?? null })) return printed.bytes
  const first = await keptPaper(centre, key, about)
  if (!first) throw new Error(`${about}: a paper that was kept is gone`)
  return giveAgain(desk, staff, first)
}

/** The very bytes that were printed, once they are seen to be those; each time is written down. */
export async function giveAgain(
  { centre, now }: Desk,
  staff: string,
  { id, bytes, sha256 }: KeptPaper,
): Promise<Uint8Array> {
  if (seal(bytes) !== sha256) throw new Error(`paper ${id} is not what was printed`)
  await recordReprint(centre, { id: newId(), paper: id, at: toMoment(now), staff })
  return bytes
}
