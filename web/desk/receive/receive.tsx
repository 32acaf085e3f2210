import { isRefusal } from '#domain/outcome.ts'
import { DossierToReceive } from '#shapes/dossier-commands.ts'
import { receiveDossier } from '#work/intake/receive-dossier.ts'
import { type SeenIntake, seeIntake } from '#work/intake/see-intake.ts'
import { seeReceipt } from '#work/intake/see-receipt.ts'
import type { Page } from '../../page.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { RECEIVE, receivedAddress } from './addresses.ts'
import { choosePage } from './choose.tsx'
import { type Answered, ReceiveForm } from './receive-form.tsx'
import { dossierIn, readCardInto, withAllPapers, withFields, withKnown } from './typed-dossier.ts'

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
    const seen = await seeIntake(visit.desk, { procedure })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const id = visit.url.searchParams.get('nguoi-cua')
    const begun = begunWith(seen)
    return id === null ? shown(visit, seen, { typed: begun }) : samePerson(visit, seen, begun, id)
  },
  async post(visit, sent) {
    if (first(sent, 'lam') === 'tiep-nhan') return receive(visit, sent)
    const answered = await asked(visit, sent)
    return 'typed' in answered ? look(visit, answered) : answered
  },
}

/** A form begun: the case that stands first, one copy, returned at the counter. */
function begunWith({ procedure, case: chosen, places }: SeenIntake): Typed {
  return withFields(
    { fields: {}, files: [] },
    {
      id: newCommandId(),
      procedure: procedure.key,
      case: chosen.key,
      channel: 'counter',
      placeOfReceipt: places[0]?.code ?? '',
      'applicant.kind': procedure.applicants === 'business' ? 'organisation' : 'citizen',
      'owner.kind': procedure.applicants === 'citizen' ? 'citizen' : 'organisation',
      copiesWanted: '1',
      'returnWish.way': 'counter',
    },
  )
}

/** The person of a dossier just received, with the next one: known by the number that stands in it. */
async function samePerson(visit: DeskVisit, seen: SeenIntake, begun: Typed, code: string): Promise<Page> {
  const receipt = await seeReceipt(visit.desk, code)
  if (isRefusal(receipt) || receipt.applicantNumber === null) return shown(visit, seen, { typed: begun })
  const typed = withFields(begun, { 'applicant.idNumber': receipt.applicantNumber })
  return look(visit, { typed })
}

/** What a button asked for, put into the form. */
async function asked(visit: DeskVisit, sent: Typed): Promise<Answered> {
  const { words } = visit
  switch (first(sent, 'lam')) {
    case 'doc-the':
    case 'doc-the-chu': {
      const party = first(sent, 'lam') === 'doc-the' ? 'applicant' : 'owner'
      if (first(sent, `${party}Card`).trim() === '') return { typed: sent }
      const { typed, fault, said } = readCardInto(words, sent, party)
      return {
        typed,
        ...(said && { said }),
        ...(fault && { faults: [{ field: `${party}Card`, text: fault }] }),
      }
    }
    case 'du-giay': {
      const seen = await seeIntake(visit.desk, askedIn(sent))
      return { typed: isRefusal(seen) ? sent : withAllPapers(sent, seen.case.components) }
    }
    default:
      return { typed: sent }
  }
}

function askedIn(typed: Typed) {
  const number = first(typed, 'applicant.idNumber').trim()
  const copies = Number(first(typed, 'copiesWanted'))
  return {
    procedure: first(typed, 'procedure'),
    case: first(typed, 'case') || undefined,
    channel: first(typed, 'channel'),
    copiesWanted: Number.isInteger(copies) && copies > 0 && copies < 1000 ? copies : 1,
    idNumber: number === '' ? undefined : number,
  }
}

/** The form again, with the known person filled in; not sent yet, so 422. */
async function look(visit: DeskVisit, answered: Answered): Promise<Page> {
  const seen = await seeIntake(visit.desk, askedIn(answered.typed))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const typed = seen.known ? withKnown(answered.typed, seen.known) : answered.typed
  return { ...(await shown(visit, seen, { ...answered, typed })), status: 422 }
}

async function receive(visit: DeskVisit, sent: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const { value, faults } = readForm(dossierIn(sent), Received, words)
  const seen = await seeIntake(desk, askedIn(sent))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  if (faults)
    return {
      ...(await shown(visit, seen, { typed: sent, faults: named(words, placed(faults, sent)) })),
      status: 422,
    }
  const outcome = await receiveDossier(desk, value)
  if (!isRefusal(outcome)) return seeOther(receivedAddress(outcome.code))
  return { ...(await shown(visit, seen, { typed: sent, refused: refusalText(words, outcome) })), status: 409 }
}

/** Without any paper it is for the rule to say which are missing. */
const Received = DossierToReceive.extend({ components: DossierToReceive.shape.components.default([]) })

/** What is missing, by the name of its field: “missing” alone helps nobody in a list. */
function named(words: Words, faults: NonNullable<Answered['faults']>): NonNullable<Answered['faults']> {
  const said = words.desk.receive
  return faults.map((fault) => {
    const name = fault.field.split('.').at(-1) ?? ''
    const label = { name: said.name, idNumber: said.idNumber, phone: said.phone, address: said.address }[name]
    return label !== undefined && fault.text === words.fieldFaults.missing()
      ? { ...fault, text: said.missing(label) }
      : fault
  })
}

/** Faults of papers come by their place among those given; the form has them by their place in the list of the case. */
function placed(faults: NonNullable<Answered['faults']>, sent: Typed): NonNullable<Answered['faults']> {
  const given = Object.keys(dossierIn(sent).fields)
    .flatMap((name) => /^components\.(\d+)\.component$/.exec(name)?.[1] ?? [])
    .toSorted((a, b) => Number(a) - Number(b))
  return faults.map((fault) => {
    const [, place, name] = /^components\.(\d+)\.(\w+)$/.exec(fault.field) ?? []
    const own = place === undefined ? undefined : given[Number(place)]
    return own === undefined ? fault : { ...fault, field: `components.${own}.${name ?? ''}` }
  })
}

async function shown(visit: DeskVisit, seen: SeenIntake, answered: Answered): Promise<Page> {
  const { words } = visit
  const main = <ReceiveForm words={words} seen={seen} answered={answered} />
  return { title: words.desk.receive.titleOf(seen.procedure.name), main }
}
