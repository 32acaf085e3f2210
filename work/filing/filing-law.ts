import type { Dossier } from '#domain/dossier/dossier.ts'
import { canonical } from '#domain/dossier/trail.ts'
import { HOUSE_ACCEPTANCE } from '#domain/filing/acceptance.ts'
import type { FilingLaw } from '#domain/filing/decide.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type Form, formOn, GENERAL_FORM, NO_FORM } from '#domain/procedure/form.ts'
import { inForceOn, isOffered, type Procedure } from '#domain/procedure/procedure.ts'
import { takesFilings } from '#domain/procedure/online-filing.ts'
import { centreLawOf, type CentreLaw } from '../centre-book.ts'
import { lawFor, today } from '../change-dossier.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** The law an online filing is under on a day, and the identifier its code opens with. */
export interface LawOfFiling extends FilingLaw {
  readonly codeIdentifier: string
  readonly unitName: (unit: string) => string
}

/** What holds today for filing a procedure online; refused where it cannot be filed so. */
export async function filingLaw(desk: Desk, key: string): Promise<Outcome<LawOfFiling>> {
  const law = await centreLawOf(desk.centre)
  const on = today(desk)
  const versions = law.book.procedures.get(key)
  if (!versions) return refuse('no-such-procedure', { procedure: key })
  const procedure = inForceOn(versions, on)
  if (isRefusal(procedure)) return procedure
  if (!isOffered(procedure, 'online'))
    return refuse('channel-not-offered', { channel: 'online', procedure: key })
  const form = formFor(law, procedure, on)
  if (!form) return refuse('channel-not-offered', { channel: 'online', procedure: key })
  const ruleSet = law.book.ruleSets.findLast((one) => one.from <= on)
  if (!ruleSet) return refuse('no-rule-set', { on })
  return {
    procedure,
    form,
    places: law.places,
    dataSources: law.book.dataSources,
    counting: law.book.counting,
    acceptance: ruleSet.acceptance ?? HOUSE_ACCEPTANCE,
    ruleSet: ruleSet.key,
    codeIdentifier: ruleSet.codeIdentifier,
    seal: (content) => seal(canonical(content)),
    unitName: (unit) => law.book.units.get(unit)?.name ?? unit,
  }
}

/** The same of a dossier: what it was received under holds for what is sent for it afterwards. */
export async function lawOfDossier(desk: Desk, dossier: Dossier): Promise<LawOfFiling> {
  const { book, places } = await centreLawOf(desk.centre)
  const { procedure, ruleSet, counting, dataSources } = lawFor(dossier, book)
  const bound = book.ruleSets.find(({ key }) => key === ruleSet)
  return {
    procedure,
    form: NO_FORM,
    places,
    dataSources,
    counting,
    acceptance: bound?.acceptance ?? HOUSE_ACCEPTANCE,
    ruleSet,
    codeIdentifier: bound?.codeIdentifier ?? '',
    seal: (content) => seal(canonical(content)),
    unitName: (unit) => book.units.get(unit)?.name ?? unit,
  }
}

/** The form of a procedure, otherwise the centre's general one. */
function formFor({ forms }: CentreLaw, procedure: Procedure, on: string): Form | undefined {
  const own = procedure.form === null ? undefined : formOn(forms.get(procedure.form) ?? [], on)
  return own ?? formOn(forms.get(GENERAL_FORM) ?? [], on)
}

/** A version of a form as it was published, whatever stands now. */
export async function formOfVersion(
  desk: Desk,
  { key, version }: { readonly key: string; readonly version: number },
): Promise<Form> {
  if (key === NO_FORM.key) return NO_FORM
  const { forms } = await centreLawOf(desk.centre)
  const found = forms.get(key)?.find((one) => one.version === version)
  if (!found) throw new Error(`no version ${version} of the form ${key}`)
  return found
}

/** Refused while the national portal is the only front; who is helped at the centre files all the same. */
export async function filingsAreOn(desk: Desk): Promise<Outcome<true>> {
  const { book } = await centreLawOf(desk.centre)
  return desk.actor.kind === 'staff' || takesFilings(book.onlineFilings, today(desk)) || refuse('filings-off')
}
