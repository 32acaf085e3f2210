import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import { acceptFiling as decide } from '#domain/filing/decide.ts'
import { AUTHORITY, type FilingPaper } from '#domain/filing/events.ts'
import type { Filing } from '#domain/filing/filing.ts'
import { soundPapers } from '#domain/filing/handed-in.ts'
import { caseOf, inForceOn } from '#domain/procedure/procedure.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import type { FilingToAccept } from '#shapes/filing-commands.ts'
import { receiveFiles } from '#store/filing-files.ts'
import { type HeldFiling, holdFiling, writeFiling } from '#store/filings.ts'
import { fileStates } from '#store/quarantine.ts'
import { announceFiling } from '../announce-change.ts'
import { bookOf } from '../centre-book.ts'
import { today } from '../change-dossier.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import {
  answeredBefore,
  type ChangedFiling,
  changeHash,
  type FilingChange,
  overtaken,
  Overtaken,
} from './change-filing.ts'
import { filingWriting } from './sealed-filing.ts'

/**
 * Accepts a filing: the dossier is received under its code by the very checks of the counter, its clock starts now, and
 * the files stand beside it; all of it in one transaction.
 */
export async function acceptFiling(
  desk: Desk,
  id: string,
  given: FilingToAccept,
): Promise<Outcome<ChangedFiling>> {
  const { centre, actor, now } = desk
  const unit = given.placeOfReceipt
  const allowed = may(actor, { kind: 'receive-dossier', unit }, today(desk))
  if (isRefusal(allowed)) return allowed
  if (actor.kind !== 'staff') return refuse('not-permitted', { action: 'receive-dossier' })
  const held = await holdFiling(centre, id)
  if (!held) return refuse('no-such-filing')
  const { placeOfReceipt, data } = given
  const change: FilingChange = {
    id: derivedId(given.id, 'filing'),
    version: given.version,
    content: { type: 'AcceptFiling', placeOfReceipt, data },
  }
  const hash = changeHash(desk, id, change)
  const used = await answeredBefore(desk, change.id, hash)
  if (used) return used
  const by = { staff: actor.id, unit, post: 'clerk' } as const
  const event = decide(held.filing, { ...given, ...change, type: 'AcceptFiling', at: toMoment(now), by })
  if (isRefusal(event)) return event
  if (held.filing.version !== given.version) return overtaken(held.filing)
  const filed = held.filing.content.papers
  const papers = soundPapers(filed, await fileStates(centre, idsOf(filed)))
  if (isRefusal(papers)) return papers
  const components = componentsOf(await formsAmong(desk, held.filing), papers, {
    data,
    on: today(desk),
  })
  if (isRefusal(components)) return components
  const writing = filingWriting(held, event, { id: change.id, hash })
  try {
    const { citizen, representation } = held.filing.by
    const receipt = await receiveDossier(desk, dossierOf(held, given, components), {
      filedBy: citizen === null ? null : { account: citizen, representation },
      online: {
        filing: { id, submittedAt: held.filing.submittedAt },
        code: held.filing.code,
        lookupKey: held.filing.lookupKey,
        returnWish: held.filing.returnWish,
        async accept(inside) {
          if (!(await writeFiling(inside, writing))) throw new Overtaken()
        },
        handOn: (inside, dossier) =>
          receiveFiles(inside, {
            filing: id,
            dossier,
            at: toMoment(now),
            staff: actor.id,
            components: components.map(({ component }) => component),
            files: idsOf(papers),
          }),
      },
    })
    if (isRefusal(receipt)) return receipt
    announceFiling(centre, receipt.code)
    return { id, code: receipt.code, version: writing.filing.version, stage: 'accepted' }
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
    return (await answeredBefore(desk, change.id, hash)) ?? overtaken(held.filing)
  }
}

const idsOf = (papers: readonly FilingPaper[]) => papers.flatMap(({ files }) => files.map((file) => file.id))

function dossierOf(
  { filing }: HeldFiling,
  { id, placeOfReceipt }: FilingToAccept,
  components: DossierToReceive['components'],
): DossierToReceive {
  const { procedure, applicant, owner, copiesWanted, returnWish, placeOfSupport } = filing
  return {
    id,
    procedure,
    case: filing.case,
    channel: 'online',
    placeOfReceipt,
    placeOfSupport,
    applicant,
    owner,
    components,
    copiesWanted,
    returnWish: { way: returnWish.way, address: returnWish.address },
  }
}

/** How each paper counts at receipt: no paper was handed in, and the receipt says how it comes. */
function componentsOf(
  forms: readonly string[],
  papers: readonly FilingPaper[],
  { data, on }: { readonly data: FilingToAccept['data']; readonly on: string },
): Outcome<DossierToReceive['components']> {
  const given: DossierToReceive['components'] = forms.map((component) => {
    return { component, original: 0, certified: 0, copy: 0, insteadOfPaper: ELECTRONIC_FORM }
  })
  for (const { component, way, files, held } of papers) {
    if (component === AUTHORITY) continue
    const nothing = { component, original: 0, certified: 0, copy: 0 }
    if (way === 'held') {
      if (!held) return refuse('no-such-scan')
      given.push({ ...nothing, insteadOfPaper: null, heldCopy: held.scan })
      continue
    }
    if (way !== 'data') {
      given.push({ ...nothing, insteadOfPaper: IN_PLACE[way](files.length) })
      continue
    }
    const found = data[component]
    if (!found) return refuse('data-not-looked-up', { component })
    given.push({ ...nothing, insteadOfPaper: null, fromData: { ...found, purpose: PURPOSE, day: on } })
  }
  return given
}

/** The papers of the case that are the form itself. */
async function formsAmong(
  { centre, now }: Desk,
  { procedure: key, case: chosen }: Filing,
): Promise<string[]> {
  const { procedures } = await bookOf(centre)
  const procedure = inForceOn(procedures.get(key) ?? [], dayOf(now).toString())
  const found = isRefusal(procedure) ? procedure : caseOf(procedure, chosen)
  return isRefusal(found) ? [] : found.components.filter(({ isForm }) => isForm).map((one) => one.key)
}

/** As it stands on the receipt, which is read without this program. */
const ELECTRONIC_FORM = 'Tờ khai điện tử nộp trực tuyến'
const IN_PLACE = {
  file: (files: number) => `Nộp trực tuyến, ${files} tệp điện tử`,
  counter: () => 'Nộp trực tuyến; bản giấy nộp sau tại quầy',
  post: () => 'Nộp trực tuyến; bản giấy gửi sau qua bưu chính',
} as const
const PURPOSE = 'Tiếp nhận hồ sơ nộp trực tuyến'
