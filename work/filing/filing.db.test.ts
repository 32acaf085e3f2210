import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { fold } from '#domain/dossier/dossier.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { filingHistory, holdFiling } from '#store/filings.ts'
import { aHall, allowed, EIGHT, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { seeScans } from '../scanning/see-scans.ts'
import { aCitizen, aDraft, aPaper, citizenDesk, COMMON_TYPED, EXTRACT, EXTRACT_TYPED } from './a-filing.ts'
import { acceptFiling } from './accept-filing.ts'
import { askFiling, refuseFiling } from './answer-applicant.ts'
import { answerFiling, beginAnswer } from './answer-filing.ts'
import { beginDraft } from './begin-draft.ts'
import { giveFilingSlip } from './give-filing-slip.ts'
import { type AtDraft, DRAFT_DAYS } from './own-draft.ts'
import { savePage } from './save-page.ts'
import { filingBrokenAt } from './sealed-filing.ts'
import { seeDraft } from './see-draft.ts'
import { sentBefore } from './sent-before.ts'
import { countFilings, seeFilings } from './see-filings.ts'
import { seeFiling } from './see-filing.ts'
import { seeOwnFiling, seeOwnFilings } from './see-own-filing.ts'
import { submitFiling } from './submit-filing.ts'
import { withdrawFiling } from './withdraw-filing.ts'

let opened: TestCentre
let hall: Hall
let citizen: AtDraft

const at = (desk: Desk, browser: string | null = null): AtDraft => ({ desk, browser })
const clerk = (now = EIGHT) => hall.deskOf('clerk', 'HCC-TN', now)
const later = (hours: number) => EIGHT.add({ hours })
const onPublic = (now = EIGHT): Desk => ({ centre: opened.centre, now, actor: { kind: 'public' } })

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  citizen = at(citizenDesk(clerk(), await aCitizen(hall)))
})
afterAll(() => opened.close())

async function filed(who = citizen, over = {}) {
  return allowed(await submitFiling(who, await aDraft(who, over)))
}

const toAccept = (version = 1, over = {}) => ({
  id: newId(),
  version,
  placeOfReceipt: 'HCC-TN',
  data: {},
  ...over,
})
const item = (over = {}) => ({
  field: null,
  component: null,
  wrong: 'Ngày đăng ký khác sổ gốc',
  todo: 'Ghi lại theo giấy khai sinh',
  ground: 'Luật Hộ tịch 2014',
  ...over,
})

test('a filing has its code and key at once, and eight working hours to be answered', async () => {
  const { code, lookupKey, submittedAt, acceptBy } = await filed()
  expect(code).toMatch(/^000\.00\.12\.H49-190305-\d{4}$/)
  expect(lookupKey).toHaveLength(10)
  expect([submittedAt, acceptBy]).toEqual(['2019-03-05T01:00:00.000Z', '2019-03-06T01:00:00.000Z'])
})

test('two clicks are one filing, also at the same moment', async () => {
  const draft = await aDraft(citizen)
  const both = await Promise.all([submitFiling(citizen, draft), submitFiling(citizen, draft)])
  const codes = both.map((one) => allowed(one).code)
  expect(new Set(codes).size).toBe(1)
  expect(allowed(await submitFiling(citizen, draft)).code).toBe(codes[0])
})

test('an address of 2019 is shown in the units of 2025 once they hold, and stays what it was', async () => {
  const { id } = await filed()
  const then = allowed(await seeOwnFiling(citizen.desk, id))
  expect(then.addressesNow.size).toBe(0)
  const now = Temporal.Instant.from('2025-08-01T02:00:00Z')
  const { filing, addressesNow } = allowed(await seeOwnFiling({ ...citizen.desk, now }, id))
  expect(filing.content.answers['requester']).toMatchObject({ residence: { ward: 'Phường Mạo Khê' } })
  expect(addressesNow.get('requester.residence')).toEqual({
    text: 'Phường Mạo Khê, Tỉnh Quảng Ninh',
    since: '2025-07-01',
    confidence: 'medium',
  })
})

test('what is missing is named, and nothing is filed', async () => {
  const draft = await aDraft(citizen, {
    typed: { ...EXTRACT_TYPED, copies: '', 'registeredOn.year': '1987' },
  })
  expect(await submitFiling(citizen, draft)).toMatchObject({
    refused: 'answers-incomplete',
    facts: { fields: ['Số lượng bản sao yêu cầu cấp', 'Ngày đăng ký'] },
  })
  expect(await holdFiling(opened.centre, draft)).toBeUndefined()
})

test('a child of fourteen files nothing alone', async () => {
  const child = at(citizenDesk(clerk(), await aCitizen(hall, { bornOn: '2005-01-01' })))
  expect(await submitFiling(child, await aDraft(child))).toMatchObject({
    refused: 'too-young-alone',
    facts: { leastAge: 15, ground: 'Bộ luật Dân sự 2015, Điều 20 và 21' },
  })
})

test('who files for another shows the paper that allows it', async () => {
  const common = {
    ...COMMON_TYPED,
    forWhom: 'other',
    'owner.kind': 'citizen',
    'owner.name': 'Trần Văn Đức',
  }
  const draft = await aDraft(citizen, { common })
  expect(await submitFiling(citizen, draft)).toMatchObject({ refused: 'authority-not-shown' })
  await savePage(citizen, draft, { boxes: ['p.@authority'], typed: { 'p.@authority': 'counter' } })
  const { id } = allowed(await submitFiling(citizen, draft))
  const { filing } = allowed(await seeOwnFiling(citizen.desk, id))
  expect([filing.applicant.name, filing.owner.name]).toEqual(['Nguyễn Thị Hoà', 'Trần Văn Đức'])
})

test('a draft is of its browser until the sign-in, then of the account, and of nobody else', async () => {
  const mine = at(onPublic(), 'cua-toi')
  const draft = await aDraft(mine)
  expect(await seeDraft(at(onPublic(), 'cua-nguoi-khac'), draft)).toMatchObject({
    refused: 'no-filing-draft',
  })
  expect(await seeDraft(citizen, draft)).toMatchObject({ refused: 'no-filing-draft' })
  expect(await submitFiling(mine, draft)).toMatchObject({ refused: 'sign-in-to-file' })
  const signedIn = at(citizen.desk, 'cua-toi')
  allowed(await seeDraft(signedIn, draft))
  expect(await seeDraft(mine, draft)).toMatchObject({ refused: 'no-filing-draft' })
  // On another device, where the browser holds nothing.
  expect(allowed(await seeDraft(citizen, draft)).draft.browser).toBeNull()
  expect((await seeOwnFilings(citizen)).drafts.map(({ id }) => id)).toContain(draft)
})

test('what was typed is kept as it was typed, composed, also where it is wrong', async () => {
  const draft = allowed(await beginDraft(citizen, { id: newId(), procedure: EXTRACT, case: null }))
  const typed = { 'f.subject.fullName': 'Bùi Thị Lý'.normalize('NFD'), 'f.copies': 'hai', 'c.other': 'x' }
  await savePage(citizen, draft, { boxes: ['f'], typed })
  const seen = allowed(await seeDraft(citizen, draft))
  expect(seen.draft.typed).toMatchObject({ 'f.subject.fullName': 'Bùi Thị Lý', 'f.copies': 'hai' })
  expect(seen.draft.typed).not.toHaveProperty('c.other')
})

test('what is known is filled in and marked, until it is saved as one’s own', async () => {
  const again = at(citizenDesk(clerk(), await aCitizen(hall)))
  await filed(again)
  const draft = allowed(await beginDraft(again, { id: newId(), procedure: EXTRACT, case: null }))
  const { known, typed } = allowed(await seeDraft(again, draft)).draft
  expect(known).toMatchObject({ 'f.requester.fullName': 'account', 'c.applicant.number': 'account' })
  expect(known['f.requester.residence.ward']).toMatch(/^000\.00\.12\.H49-190305/)
  expect(typed).toMatchObject({ 'f.requester.idDoc.type': 'cccd', 'f.requester.residence.ward': '07069' })
  await savePage(again, draft, {
    boxes: ['f.requester.fullName'],
    typed: { 'f.requester.fullName': 'Nguyễn Thị Hòa' },
  })
  expect(allowed(await seeDraft(again, draft)).draft.known).not.toHaveProperty('f.requester.fullName')
})

test('a draft nobody touched for two months is gone', async () => {
  const draft = await aDraft(citizen)
  const then = citizenDesk(clerk(later(24 * (DRAFT_DAYS + 1))), await aCitizen(hall))
  expect(await seeDraft(at({ ...then, actor: citizen.desk.actor }), draft)).toMatchObject({
    refused: 'no-filing-draft',
  })
})

test('an accepted filing is a dossier of the same code, whose clock starts now and beside which its files stand', async () => {
  const draft = await aDraft(citizen)
  const paper = await aPaper(citizen, draft, textPdf(1))
  const { id, code, lookupKey, submittedAt } = allowed(await submitFiling(citizen, draft))
  const given = toAccept()
  const accepted = allowed(await acceptFiling(clerk(later(2)), id, given))
  expect(accepted).toMatchObject({ code, stage: 'accepted', version: 2 })
  const dossier = fold((await historyOf(opened.centre, code)).map(({ event }) => event))
  expect(dossier).toMatchObject({
    code,
    lookupKey,
    channel: 'online',
    receivedAt: '2019-03-05T03:00:00.000Z',
    filing: { id, submittedAt },
    copiesWanted: 2,
    feeDong: 16_000,
  })
  expect(allowed(await seeScans(clerk(), code)).scans.map((one) => one.id)).toContain(paper.id)
  expect(allowed(await acceptFiling(clerk(later(3)), id, given))).toEqual(accepted)
  expect(await acceptFiling(clerk(later(3)), id, toAccept())).toMatchObject({
    refused: 'filing-at-another-stage',
  })
  const history = await filingHistory(opened.centre, id)
  expect(filingBrokenAt(id, history)).toBeNull()
})

test('of two officers at once one accepts, and there is one dossier', async () => {
  const { id, code } = await filed()
  const both = await Promise.all([
    acceptFiling(clerk(), id, toAccept()),
    acceptFiling(hall.deskOf('clerk', 'HCC-TN'), id, toAccept()),
  ])
  expect(both.filter((one) => !isRefusal(one))).toHaveLength(1)
  expect(both.find((one) => isRefusal(one))).toMatchObject({
    refused: expect.stringMatching(/changed-meanwhile|filing-at-another-stage/),
  })
  expect(
    (await historyOf(opened.centre, code)).filter(({ event }) => event.type === 'DossierReceived'),
  ).toHaveLength(1)
})

test('everything is asked for once; the answer shows what changed and has eight hours again', async () => {
  const { id } = await filed()
  const asking = { id: newId(), version: 1, items: [item({ field: 'registeredOn' })], whyAgain: null }
  expect(allowed(await askFiling(clerk(later(1)), id, asking))).toMatchObject({ stage: 'asked', version: 2 })
  expect(allowed(await askFiling(clerk(later(1)), id, asking))).toMatchObject({ version: 2 })
  expect(await acceptFiling(clerk(), id, toAccept(2))).toMatchObject({ refused: 'filing-at-another-stage' })
  const draft = allowed(await beginAnswer(citizen.desk, id))
  const seen = allowed(await seeDraft(citizen, draft))
  expect(seen.steps.map(({ key }) => key)).toEqual(['f.registeredAt', 'kiem-tra'])
  await savePage(citizen, draft, {
    boxes: ['f.registeredOn'],
    typed: { 'f.registeredOn.day': '20', 'f.registeredOn.month': '2', 'f.registeredOn.year': '1988' },
  })
  const then = at({ ...citizen.desk, now: later(30) })
  const answered = allowed(await answerFiling(then, draft))
  expect(answered).toMatchObject({ stage: 'answered', version: 3 })
  // Who clicks twice comes to the filing; nobody else learns that there is one.
  expect(await sentBefore(then.desk, draft)).toEqual({ kind: 'filing', id })
  expect(await sentBefore({ ...then.desk, actor: { kind: 'public' } }, draft)).toBeUndefined()
  const officer = allowed(await seeFiling(clerk(later(30)), id))
  expect(officer.filing.acceptBy).toBe('2019-03-07T07:00:00.000Z')
  expect(officer.lines.filter(({ before }) => before !== null).map(({ name }) => name)).toEqual([
    'registeredOn',
  ])
  const again = { ...asking, id: newId(), version: 3 }
  expect(await askFiling(clerk(later(31)), id, again)).toMatchObject({ refused: 'asked-once-already' })
  allowed(await acceptFiling(clerk(later(31)), id, toAccept(3)))
})

test('a refusal says why and where to go; a withdrawal is the citizen’s until it is received', async () => {
  const [one, other] = [await filed(), await filed()]
  const refusing = {
    id: newId(),
    version: 1,
    reason: 'Không thuộc thẩm quyền',
    ground: 'Luật Hộ tịch',
    instead: 'UBND xã',
  }
  allowed(await refuseFiling(clerk(), one.id, refusing))
  expect(allowed(await seeOwnFiling(citizen.desk, one.id)).filing.refusal).toMatchObject({
    instead: 'UBND xã',
  })
  const pdf = allowed(await giveFilingSlip(citizen.desk, one.id, 'https://centre.example'))
  const slip = execFileSync('pdftotext', ['-', '-'], { input: pdf, encoding: 'utf8' }).normalize('NFC')
  expect(slip).toContain(`Mã hồ sơ: ${one.code}`)
  expect(slip).toMatch(/Thời gian nộp: .*2019\s+Số giấy tờ: 0/)
  const stranger = citizenDesk(clerk(), await aCitizen(hall))
  expect(await withdrawFiling(stranger, other.id, { id: newId(), version: 1 })).toMatchObject({
    refused: 'no-such-filing',
  })
  allowed(await withdrawFiling(citizen.desk, other.id, { id: newId(), version: 1 }))
  expect(await acceptFiling(clerk(), other.id, toAccept(2))).toMatchObject({
    refused: 'filing-at-another-stage',
  })
  expect(await withdrawFiling(citizen.desk, one.id, { id: newId(), version: 2 })).toMatchObject({
    refused: 'filing-at-another-stage',
  })
})

test('the list has the most urgent first, counts what waits too long, and is for the counters alone', async () => {
  await filed()
  const now = later(40)
  const seen = allowed(await seeFilings(clerk(now)))
  const moments = seen.lines.map(({ acceptBy }) => acceptBy)
  expect(moments).toEqual(moments.toSorted())
  expect(seen.overdue).toBeGreaterThan(0)
  expect(seen.lines[0]?.minutesLeft).toBeLessThan(0)
  const { waiting, near, overdue } = seen
  expect(await countFilings(clerk(now))).toEqual({ waiting, near, overdue })
  expect(await seeFilings(hall.deskOf('handler', 'TNMT'))).toMatchObject({ refused: 'not-permitted' })
  expect(await seeFilings(citizen.desk)).toMatchObject({ refused: 'not-permitted' })
})

test('an officer helps: the citizen’s identity stays his, the helper is recorded as helper', async () => {
  const helping = at(clerk())
  const draft = await aDraft(helping)
  expect(await seeDraft(at(hall.deskOf('handler', 'TP')), draft)).toMatchObject({
    refused: 'no-filing-draft',
  })
  const { id } = allowed(await submitFiling(helping, draft))
  const { filing } = allowed(await seeFiling(clerk(), id))
  expect(filing).toMatchObject({
    by: { citizen: null, helper: { unit: 'HCC-TN', post: 'clerk' } },
    placeOfSupport: 'HCC-TN',
    applicant: { name: 'Nguyễn Thị Hoà' },
  })
})
