import { isRefusal } from '#domain/outcome.ts'
import { DossierToReceive } from '#shapes/dossier-commands.ts'
import { derivedId } from '#work/derived-id.ts'
import { receiveDossier } from '#work/intake/receive-dossier.ts'
import { type SeenIntake, seeIntake } from '#work/intake/see-intake.ts'
import { seeReceipt } from '#work/intake/see-receipt.ts'
import type { Page } from '../../page.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, refusalText, type Typed } from '../form.ts'
import { PARCEL_ASKED } from '../post/addresses.ts'
import { refusedPage } from '../refused-page.tsx'
import { RECEIVE, receivedAddress } from './addresses.ts'
import { asked } from './asked.ts'
import { begunWith } from './begun.ts'
import { choosePage } from './choose.tsx'
import { takenOutIn } from './taken-out.ts'
import { turnAwayForm, type TurningAway } from './turning-away.tsx'
import { type Answered, ReceiveForm } from './receive-form.tsx'
import {
  dossierIn,
  numberOf,
  withAllPapers,
  withFields,
  withKnown,
  withPapersInPlace,
} from './typed-dossier.ts'

/**
 * Receiving a dossier, on one page. Every button of the form but one only asks: it shows the form again with what was
 * read from a card, what is known of the person, the papers of another case, and loses nothing that was typed.
 */
export const receivePage: DeskPage = {
  path: RECEIVE,
  action: 'receive-dossier',
  async get(visit) {
    const procedure = visit.url.searchParams.get('thu-tuc')
    if (procedure === null) {
      const allowed = await seeIntake(visit.desk, { procedure: '' })
      if (isRefusal(allowed) && allowed.refused === 'not-permitted') return refusedPage(visit, allowed)
      return choosePage(visit)
    }
    const chosen = visit.url.searchParams.get('truong-hop') ?? undefined
    const parcel = visit.url.searchParams.get(PARCEL_ASKED) ?? undefined
    const seen = await seeIntake(visit.desk, { procedure, case: chosen, parcel })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const id = visit.url.searchParams.get('nguoi-cua')
    const begun = await takenOutIn(visit, begunWith(seen, visit.url.searchParams.get('luot')))
    if (isRefusal(begun)) return refusedPage(visit, begun)
    return id === null ? shown(visit, seen, { typed: begun }) : samePerson(visit, seen, begun, id)
  },
  async post(visit, sent) {
    if (first(sent, 'lam') === 'tiep-nhan') return receive(visit, sent)
    const slip = SLIPS[first(sent, 'lam')]
    if (slip) return turnAwayForm(visit, slip, { typed: sent })
    // It asked only; nothing was done, so it is never 200.
    return { ...(await look(visit, await asked(visit, sent))), status: 422 }
  },
}

/** The buttons that receive nothing and make out a slip. */
const SLIPS: { readonly [lam: string]: TurningAway } = { 'bo-sung': 'supplement', 'tu-choi': 'refusal' }

/** The person of a dossier just received, with the next one: known by the number that stands in it. */
async function samePerson(visit: DeskVisit, seen: SeenIntake, begun: Typed, code: string): Promise<Page> {
  const receipt = await seeReceipt(visit.desk, code)
  if (isRefusal(receipt) || receipt.applicantNumber === null) return shown(visit, seen, { typed: begun })
  const typed = withFields(begun, { 'applicant.idNumber': receipt.applicantNumber })
  return look(visit, { typed })
}

function askedIn(typed: Typed) {
  const copies = Number(first(typed, 'copiesWanted'))
  const pages = Number(first(typed, 'pages'))
  return {
    procedure: first(typed, 'procedure'),
    case: first(typed, 'case') || undefined,
    channel: first(typed, 'channel'),
    copiesWanted: Number.isInteger(copies) && copies > 0 && copies < 1000 ? copies : 1,
    pages: Number.isInteger(pages) && pages > 0 && pages < 10_000 ? pages : undefined,
    exemption: first(typed, 'exemption.rule') || undefined,
    parcel: first(typed, 'parcel') || undefined,
    placeOfReceipt: first(typed, 'placeOfReceipt') || undefined,
    commune: first(typed, 'commune') || undefined,
    idNumber: numberOf(typed, 'applicant'),
    ownerNumber: first(typed, 'ownerIsOther') === 'true' ? numberOf(typed, 'owner') : undefined,
  }
}

/** The form again, with known persons filled in and, where that was asked, every paper ticked. */
async function look(visit: DeskVisit, answered: Answered): Promise<Page> {
  const seen = await seeIntake(visit.desk, askedIn(answered.typed))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const known = withKnown(answered.typed, 'applicant', seen.known)
  const both = withKnown(known, 'owner', seen.knownOwner)
  const { components } = seen.case
  const isAll = first(both, 'lam') === 'du-giay'
  const typed = isAll ? withAllPapers(withPapersInPlace(both, components), components) : both
  return shown(visit, seen, { ...answered, typed })
}

async function receive(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const { value, faults } = readForm(dossierIn(sent), Received, words)
  if (faults) {
    const texts = named(words, placed(faults, sent))
    return again(visit, { typed: sent, faults: texts }, 422)
  }
  const received = await receiveDossier(desk, value)
  // Another person than the one before: with this dossier a visit of its own begins.
  const isOther = isRefusal(received) && received.refused === 'other-visit'
  const outcome = isOther
    ? await receiveDossier(desk, { ...value, visit: derivedId(value.id, 'visit') })
    : received
  if (!isRefusal(outcome)) return seeOther(receivedAddress(outcome.code))
  return again(visit, { typed: sent, refused: refusalText(words, outcome) }, 409)
}

/** What was sent, as it was typed, with why it was not taken. */
async function again(visit: DeskVisit, answered: Answered, status: 409 | 422): Promise<Page> {
  const seen = await seeIntake(visit.desk, askedIn(answered.typed))
  return isRefusal(seen) ? refusedPage(visit, seen) : { ...shown(visit, seen, answered), status }
}

/** Without any paper it is for the rule to say which are missing. */
const Received = DossierToReceive.extend({ components: DossierToReceive.shape.components.default([]) })

/** What is missing, by the name of its field and whose it is: “missing” alone helps nobody in a list. */
function named(words: Words, faults: NonNullable<Answered['faults']>): NonNullable<Answered['faults']> {
  const said = words.desk.receive
  const labels = { name: said.name, idNumber: said.idNumber, phone: said.phone, address: said.address }
  return faults.map((fault) => {
    const name = fault.field.split('.').at(-1) ?? ''
    const label = Object.entries(labels).find(([key]) => key === name)?.[1]
    const isMissing = label !== undefined && fault.text === words.fieldFaults.missing()
    const text = isMissing ? said.missing(label) : fault.text
    return { ...fault, text: fault.field.startsWith('owner.') ? `${said.owner}: ${text}` : text }
  })
}

/** Faults of papers come by their place among those given; the form has them by their place in the list of the case. */
function placed(faults: NonNullable<Answered['faults']>, sent: Typed): NonNullable<Answered['faults']> {
  const given = Object.keys(dossierIn(sent).fields)
    .flatMap((name) => /^components\.(\d+)\.component$/.exec(name)?.[1] ?? [])
    .toSorted((a, b) => Number(a) - Number(b))
  return faults.map((fault) => {
    const [, place, name] = /^components\.(\d+)\.([\w.]+)$/.exec(fault.field) ?? []
    const own = place === undefined ? undefined : given[Number(place)]
    return own === undefined ? fault : { ...fault, field: `components.${own}.${name ?? ''}` }
  })
}

function shown({ words }: DeskVisit, seen: SeenIntake, answered: Answered): Page {
  const typed = withPapersInPlace(answered.typed, seen.case.components)
  const main = <ReceiveForm words={words} seen={seen} answered={{ ...answered, typed }} />
  return { title: words.desk.receive.titleOf(seen.procedure.name), main }
}
