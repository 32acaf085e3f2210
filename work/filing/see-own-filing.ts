import { isId } from '#shapes/id.ts'
import { HOUSE_ACCEPTANCE } from '#domain/filing/acceptance.ts'
import type { Filing } from '#domain/filing/filing.ts'
import type { FileStates } from '#domain/filing/handed-in.ts'
import { belongingOf } from '#domain/filing/filing.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { caseOf } from '#domain/procedure/procedure.ts'
import type { AddressNow } from '#domain/procedure/place-now.ts'
import type { Form } from '#domain/procedure/form.ts'
import { draftsOf } from '#store/filing-drafts.ts'
import { filingsOfCitizen, type HeldFiling, holdFiling } from '#store/filings.ts'
import { fileStates } from '#store/quarantine.ts'
import { bookOf, centreLawOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'
import { isFilingPayable } from '../paying/paid-by-key.ts'
import { addressesNow } from './addresses-now.ts'
import { answersInLines } from './answer-lines.ts'
import { formOfVersion } from './filing-law.ts'
import type { AtDraft } from './own-draft.ts'
import { browserHash } from './own-draft.ts'

/** A filing as the one who filed it sees it. */
export interface SeenOwnFiling {
  readonly id: string
  readonly filing: Filing
  readonly procedureName: string
  readonly caseName: string | null
  readonly unitName: string
  /** Working hours in which the centre answers. */
  readonly hours: number
  /** Of which unit the officer is who helped; null where nobody did. */
  readonly helpedBy: string | null
  readonly form: Form
  /** Papers by their keys. */
  readonly paperNames: ReadonlyMap<string, string>
  /** How far each file is checked. */
  readonly fileStates: FileStates
  /** Addresses given in units of before, as they are called today. */
  readonly addressesNow: ReadonlyMap<string, AddressNow>
}

/** The filing of an id, where the actor may see it or act on it: who filed it, or the officer who helped. */
export async function ownFiling(desk: Desk, id: string, right: 'see' | 'act'): Promise<Outcome<HeldFiling>> {
  const held = isId(id) ? await holdFiling(desk.centre, id) : undefined
  if (!held) return refuse('no-such-filing')
  const { actor } = desk
  if (actor.kind === 'staff')
    return held.filing.by.helper?.staff === actor.id ? held : refuse('no-such-filing')
  const kind = right === 'see' ? 'see-own' : 'act-on-own'
  const allowed = may(actor, { kind, of: belongingOf(held.filing) }, today(desk))
  // Whether there is such a filing is nobody's else business.
  return isRefusal(allowed) ? refuse('no-such-filing') : held
}

export async function seeOwnFiling(
  desk: Desk,
  id: string,
): Promise<Outcome<SeenOwnFiling & { readonly isPayable: boolean }>> {
  const held = await ownFiling(desk, id, 'see')
  if (isRefusal(held)) return held
  return { ...(await filingInNames(desk, held)), isPayable: await isFilingPayable(desk, held) }
}

/** A filing with the names of what it names. */
export async function filingInNames(desk: Desk, { id, filing }: HeldFiling): Promise<SeenOwnFiling> {
  const { book, places } = await centreLawOf(desk.centre)
  const procedure = book.procedures
    .get(filing.procedure)
    ?.find(({ version }) => version === filing.procedureVersion)
  const chosen = procedure && caseOf(procedure, filing.case)
  const form = await formOfVersion(desk, filing.form)
  const isOneOfMany = procedure !== undefined && procedure.cases.length > 1
  const nameOf = (unit: string) => book.units.get(unit)?.name ?? unit
  const ruleSet = book.ruleSets.find(({ key }) => key === filing.ruleSet)
  const components = chosen && !isRefusal(chosen) ? chosen.components : []
  return {
    id,
    filing,
    procedureName: procedure?.name ?? filing.procedure,
    caseName: isOneOfMany && chosen && !isRefusal(chosen) ? chosen.name : null,
    unitName: nameOf(filing.unit),
    hours: (ruleSet?.acceptance ?? HOUSE_ACCEPTANCE).hours,
    helpedBy: filing.placeOfSupport && nameOf(filing.placeOfSupport),
    form,
    addressesNow: addressesNow(
      places,
      answersInLines(form.fields, filing.content.answers, null),
      today(desk),
    ),
    paperNames: new Map(components.map(({ key, name }) => [key, name])),
    fileStates: await fileStates(
      desk.centre,
      filing.content.papers.flatMap(({ files }) => files.map((file) => file.id)),
    ),
  }
}

/** One line of what somebody has begun or filed. */
export interface OwnLine {
  readonly id: string
  readonly procedure: string
  readonly procedureName: string
  readonly changedAt: string
}

export interface SeenOwn {
  readonly drafts: readonly (OwnLine & { readonly isAnswer: boolean })[]
  readonly filings: readonly (OwnLine & Pick<Filing, 'code' | 'stage' | 'submittedAt' | 'acceptBy'>)[]
}

const MOST = 20

/** What was begun in this browser or with this account, and what the account has filed. */
export async function seeOwnFilings({ desk, browser }: AtDraft): Promise<SeenOwn> {
  const { centre, actor } = desk
  const book = await bookOf(centre)
  const nameOf = (key: string) => book.procedures.get(key)?.at(-1)?.name ?? key
  const hash = browserHash(browser)
  const own = actor.kind === 'citizen' ? await draftsOf(centre, { citizen: actor.id }, MOST) : []
  const helped = actor.kind === 'staff' ? await draftsOf(centre, { helper: actor.id }, MOST) : []
  const here = hash === null || actor.kind === 'staff' ? [] : await draftsOf(centre, { browser: hash }, MOST)
  const filed = actor.kind === 'citizen' ? await filingsOfCitizen(centre, actor.id, MOST) : []
  return {
    drafts: [...own, ...helped, ...here].map(({ id, procedure, changedAt, answers }) => {
      return { id, procedure, procedureName: nameOf(procedure), changedAt, isAnswer: answers !== null }
    }),
    filings: filed.map(({ id, filing }) => {
      const { procedure, code, stage, submittedAt, acceptBy, lastEventAt } = filing
      const line = { id, procedure, procedureName: nameOf(procedure), changedAt: lastEventAt }
      return { ...line, code, stage, submittedAt, acceptBy }
    }),
  }
}
