import type { z } from 'zod'
import { fromMoment, type Moment, toMoment } from '#domain/calendar/moment.ts'
import { belongingOf } from '#domain/dossier/belonging.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { type Citizen, isVerified } from '#domain/people/citizen.ts'
import { BY_ITSELF } from '#domain/people/online-cashier.ts'
import {
  OwnAccessData,
  OwnDossierData,
  OwnFeedbackData,
  OwnFilingData,
  OwnOutreachData,
  OwnPerson,
  ownDataSchema,
} from '#shapes/own-data.ts'
import { recordAccess } from '#store/access-records.ts'
import { beginExport, type ExportRow, exportsOf, finishExport } from '#store/data-exports.ts'
import { historyOf } from '#store/dossier-events.ts'
import { feedbackOfCitizen } from '#store/feedback.ts'
import { fileContent } from '#store/filing-files.ts'
import { homeRequestsOfCitizen } from '#store/home-requests.ts'
import { registrationsOfCitizen } from '#store/outreach-sessions.ts'
import { filingsOfCitizen, type HeldFiling } from '#store/filings.ts'
import { ownDossiers, type OwnRow } from '#store/own-dossiers.ts'
import { staffNames } from '#store/staff-names.ts'
import { filedAnswers } from '../answering/filed-answers.ts'
import { bookOf } from '../centre-book.ts'
import { lawFor } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { followOwnFeedback } from '../opinions/follow-feedback.ts'
import { copyOfFollowed } from '../sealed-scans/copy-handed-over.ts'
import { giveOwnLetter } from './give-own-letter.ts'
import { papersOfOwn, seeOwnScan } from './own-papers.ts'
import { seeWhoLooked } from './see-who-looked.ts'
import { seeOwnResult } from './take-result.ts'

/** A file of the download. */
export interface DataFile {
  readonly name: string
  readonly content: Uint8Array | string
  readonly at: Temporal.Instant
}

/** A day's downloads of one account: each reads everything that is held of a person. */
const MOST_A_DAY = 5
const PAGE = 20
const MOST_OTHERS = 500

/** What somebody took along before, the latest first. */
export async function seeExports({ centre, actor }: Desk): Promise<readonly ExportRow[]> {
  return actor.kind === 'citizen' ? exportsOf(centre, actor.id, MOST_A_DAY) : []
}

/**
 * All that is held of the person, file by file as it is read, so that nobody's data fill the memory (Law on Personal Data
 * Protection 91/2025/QH15: the right to be given them). Not what is held of those he acts for. It is written down before
 * anything is given out, and again once it is whole.
 */
export async function exportOwnData(
  desk: Desk,
  { id, site }: { readonly id: string; readonly site: string },
): Promise<Outcome<AsyncGenerator<DataFile>>> {
  const { actor, centre, now } = desk
  if (actor.kind !== 'citizen') return refuse('not-permitted', { action: 'keep-account' })
  const since = toMoment(now.subtract({ hours: 24 }))
  const lately = (await exportsOf(centre, actor.id, MOST_A_DAY)).filter(({ at }) => at > since)
  if (lately.length >= MOST_A_DAY) return refuse('too-many-exports', { most: MOST_A_DAY })
  await beginExport(centre, { id, citizen: actor.id, at: toMoment(now) })
  return counted(desk, id, allOf(desk, actor, site))
}

async function* counted(
  { centre }: Desk,
  id: string,
  all: AsyncGenerator<DataFile>,
): AsyncGenerator<DataFile> {
  let files = 0
  for await (const file of all) {
    files += 1
    yield file
  }
  await finishExport(centre, id, files)
}

async function* allOf(desk: Desk, citizen: Citizen, site: string): AsyncGenerator<DataFile> {
  const { centre, now } = desk
  const file = (name: string, content: DataFile['content'], at: Moment | null = null): DataFile => {
    return { name, content, at: at === null ? now : fromMoment(at) }
  }
  yield file('mo-ta.schema.json', JSON.stringify(ownDataSchema(), null, 2))
  yield file('toi.json', said(OwnPerson, personOf(desk, citizen)))
  for await (const { state } of dossiersOf(desk, citizen)) yield* dossierFiles(desk, state, site, file)
  for (const held of await filingsOfCitizen(centre, citizen.id, MOST_OTHERS))
    if (held.filing.stage !== 'accepted') yield* filingFiles(desk, held, file)
  for (const { code } of await feedbackOfCitizen(centre, citizen.id, MOST_OTHERS)) {
    const seen = await followOwnFeedback(desk, code)
    if (isRefusal(seen)) continue
    const { kind, stage, receivedAt, body, answer, appeal } = seen
    const answered = answer && { at: answer.at, text: answer.text }
    const directorsAnswer = appeal?.answer ?? null
    const data = { code, kind, stage, receivedAt, text: body, answer: answered, directorsAnswer }
    yield file(`gop-y/${code}.json`, said(OwnFeedbackData, data), receivedAt)
  }
  yield file('luu-dong-tai-nha.json', said(OwnOutreachData, await outreachOf(desk, citizen)))
  yield file('luot-xem.json', said(OwnAccessData, await accessesOf(desk)))
}

/** The times the account registered for, and the visits it asked for. */
async function outreachOf({ centre }: Desk, { id }: Citizen) {
  const [registrations, visits] = await Promise.all([
    registrationsOfCitizen(centre, id, MOST_OTHERS),
    homeRequestsOfCitizen(centre, id, MOST_OTHERS),
  ])
  return {
    registrations: registrations.map(({ slot, name, phone, registeredAt, cancelledAt, state }) => {
      const { on, place } = state.plan
      return { on, slot, place, name, phone, registeredAt, givenBackAt: cancelledAt }
    }),
    homeVisits: visits.map(({ code, state, name, born, phone, address, contactName, contactPhone, wish }) => {
      const { stage, askedAt, schedule } = state
      const visitOn = schedule?.on ?? null
      return { code, stage, askedAt, name, born, phone, address, contactName, contactPhone, wish, visitOn }
    }),
  }
}

/** What does not fit its description is a fault of the program: nothing is given out that nobody can read. */
function said<Shape extends z.ZodType>(shape: Shape, data: z.input<Shape>): string {
  return JSON.stringify(shape.parse(data), null, 2)
}

function personOf({ centre, now }: Desk, citizen: Citizen) {
  const { name, bornOn, idNumber, assurance, phone, email, actsFor } = citizen
  return {
    name,
    bornOn,
    idNumber,
    assurance,
    phone,
    email,
    actsFor: actsFor.map(({ principal, right, ground, from, until }) => {
      return { name: principal.name, number: principal.number, right, ground, from, until }
    }),
    exportedAt: toMoment(now),
    centre: centre.slug,
  }
}

/** The dossiers the account filed for itself or that name the number that is vouched for. */
async function* dossiersOf({ centre }: Desk, citizen: Citizen): AsyncGenerator<OwnRow> {
  const number = isVerified(citizen) ? citizen.idNumber : null
  const asked = { account: citizen.id, numbers: number === null ? [] : [number] }
  const isOwn = ({ state }: OwnRow) => {
    const { account, representation, numbers } = belongingOf(state)
    const isFiled = account === citizen.id && representation === null
    return isFiled || (number !== null && numbers.includes(number))
  }
  let after: { readonly receivedAt: Moment; readonly id: string } | null = null
  for (;;) {
    const rows: readonly OwnRow[] = await ownDossiers(centre, asked, { after, size: PAGE })
    yield* rows.filter(isOwn)
    const last = rows.at(-1)
    if (rows.length < PAGE || !last) return
    after = last
  }
}

type MakeFile = (name: string, content: DataFile['content'], at?: Moment | null) => DataFile

async function* dossierFiles(
  desk: Desk,
  dossier: Dossier,
  site: string,
  file: MakeFile,
): AsyncGenerator<DataFile> {
  const { code } = dossier
  await recordExport(desk, code)
  const files: string[] = []
  const papers = await papersOfOwn(desk, code)
  const { issued, handedIn } = isRefusal(papers) ? { issued: [], handedIn: [] } : papers
  const put = (name: string, bytes: Uint8Array, at: Moment) => {
    const path = `ho-so/${code}/${name}`
    files.push(path)
    return file(path, bytes, at)
  }
  for (const [place, { scan, name, at }] of handedIn.entries()) {
    const content = await seeOwnScan(desk, code, scan)
    if (!isRefusal(content)) yield put(`da-nop/${place + 1}-${safe(name)}`, content.bytes, at)
  }
  for (const paper of issued) {
    if (paper.kind === 'letter') {
      const bytes = await giveOwnLetter(desk, code, { sequence: paper.sequence, site })
      if (!isRefusal(bytes)) yield put(`giay/${paper.sequence}-${paper.form}.pdf`, bytes, paper.at)
    } else if (paper.kind === 'result') {
      const result = await seeOwnResult(desk, code)
      if (!isRefusal(result)) yield put('ket-qua.pdf', result.bytes, paper.at)
    } else {
      const copy = await copyOfFollowed(desk, code)
      if (!isRefusal(copy)) yield put('ket-qua-dong-dau.pdf', copy.bytes, paper.at)
    }
  }
  yield file(`ho-so/${code}.json`, said(OwnDossierData, await dossierData(desk, dossier, files)))
}

async function dossierData(desk: Desk, dossier: Dossier, files: string[]) {
  const { centre } = desk
  const book = await bookOf(centre)
  const { procedure } = lawFor(dossier, book)
  const history = await historyOf(centre, dossier.code)
  const doers = history.map(({ event }) => event.by.staff).filter((staff) => staff !== BY_ITSELF)
  const names = await staffNames(centre, [...new Set(doers)])
  const filed = await filedAnswers(desk, dossier)
  const nameOf = (component: string) =>
    procedure.cases.flatMap(({ components }) => components).find(({ key }) => key === component)?.name
  const { code, channel, receivedAt, stage, dueAtReceipt, lawfulDue, promisedDue } = dossier
  return {
    code,
    procedure: dossier.procedure,
    procedureName: procedure.name,
    case: dossier.case,
    channel,
    receivedAt,
    stage,
    dueAtReceipt,
    lawfulDue,
    promisedDue,
    readyAt: 'readyAt' in dossier ? dossier.readyAt : null,
    returnedAt: dossier.stage === 'returned' ? dossier.returnedAt : null,
    applicant: dossier.applicant,
    owner: dossier.owner,
    returnWish: dossier.returnWish,
    papers: dossier.components.map(({ component, original, certified, copy, insteadOfPaper }) => {
      return { name: nameOf(component) ?? component, original, certified, copy, insteadOfPaper }
    }),
    payments: (dossier.payments ?? []).map(({ at, way, dong, receiptNumber, state }) => {
      return { at, way, dong, receiptNumber, state }
    }),
    answers: filed && { ...filed.answers },
    history: history.map(({ event: { at, type, by } }) => ({
      at,
      type,
      unit: book.units.get(by.unit)?.name ?? by.unit,
      post: by.post,
      officer: names.get(by.staff) ?? null,
    })),
    files,
  }
}

async function* filingFiles(
  desk: Desk,
  { id, filing }: HeldFiling,
  file: MakeFile,
): AsyncGenerator<DataFile> {
  const { code, procedure, stage, submittedAt, applicant, owner, content } = filing
  await recordExport(desk, code)
  const files: string[] = []
  for (const [place, { id: held, name }] of content.papers.flatMap((paper) => paper.files).entries()) {
    const kept = await fileContent(desk.centre, id, held)
    if (!kept) continue
    const path = `nop-truc-tuyen/${code}/${place + 1}-${safe(name)}`
    files.push(path)
    yield file(path, kept.bytes, submittedAt)
  }
  const data = {
    code,
    procedure,
    stage,
    submittedAt,
    applicant,
    owner,
    answers: { ...content.answers },
    files,
  }
  yield file(`nop-truc-tuyen/${code}.json`, said(OwnFilingData, data), submittedAt)
}

async function accessesOf(desk: Desk) {
  const all: z.input<typeof OwnAccessData> = []
  let after: string | null = null
  for (;;) {
    const page = await seeWhoLooked(desk, { code: null, after })
    if (isRefusal(page)) return all
    for (const { at, code, what, by } of page.lines) {
      const isOfficer = by.kind === 'officer'
      const posts = isOfficer ? by.posts.map(({ post, unitName }) => `${post}, ${unitName}`) : []
      all.push({ at, code, what, by: by.kind, officer: isOfficer ? by.name : null, posts })
    }
    if (page.next === null) return all
    after = page.next
  }
}

async function recordExport({ centre, actor, now }: Desk, code: string): Promise<void> {
  if (actor.kind !== 'citizen') return
  const at = toMoment(now)
  await recordAccess(centre, { id: newId(), at, staff: null, citizen: actor.id, what: 'own-data', code })
}

/** A name that every system takes as the name of a file. */
function safe(name: string): string {
  return name.replace(/[^\p{L}\p{N}. _-]/gu, '_').slice(-120)
}
