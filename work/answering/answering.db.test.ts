import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isRefusal } from '#domain/outcome.ts'
import { BY_ITSELF } from '#domain/people/online-cashier.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { answersFiled } from '../drafting/answers-filed.ts'
import { aCitizen, citizenDesk } from '../filing/a-filing.ts'
import { handInPaper } from '../filing/hand-in-paper.ts'
import type { AtDraft } from '../filing/own-draft.ts'
import { savePage } from '../filing/save-page.ts'
import { seeDraft } from '../filing/see-draft.ts'
import { askedFor, receivedFrom, standing } from '../own/a-dossier-of-mine.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeScans } from '../scanning/see-scans.ts'
import { beginOwnSupplement, beginSupplementByKey } from './begin-supplement.ts'
import { seeAnswers } from './see-answers.ts'
import { sentBefore } from '../filing/sent-before.ts'
import { NOTE_BOX, sendSupplement } from './send-supplement.ts'

let opened: TestCentre
let hall: Hall
let citizen: AtDraft
let stranger: AtDraft

const clerk = (now = EIGHT) => hall.deskOf('clerk', 'HCC-TN', now)
const onPublic = (now = EIGHT): Desk => ({ centre: opened.centre, now, actor: { kind: 'public' } })

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  citizen = { desk: citizenDesk(clerk(), await aCitizen(hall)), browser: null }
  stranger = { desk: citizenDesk(clerk(), await aCitizen(hall)), browser: null }
})
afterAll(() => opened.close())

const item = (over = {}) => ({
  component: null,
  wrong: 'Sai',
  todo: 'Sửa lại',
  ground: 'Luật Hộ tịch',
  ...over,
})
const at = (who: AtDraft, hours: number): AtDraft => {
  return { ...who, desk: { ...who.desk, now: EIGHT.add({ hours }) } }
}
const events = async (code: string, type: string) =>
  (await historyOf(opened.centre, code)).filter(({ event }) => event.type === type)

async function handIn(who: AtDraft, draft: string, component: string) {
  const id = newId()
  allowed(await handInPaper(who, draft, { id, component, name: 'giấy.pdf', bytes: textPdf(1) }))
  return id
}

/** A dossier filed online that waits for a field, and for anything. */
async function waiting(items = [item({ field: 'registeredAt', wrong: 'Sai nơi đăng ký' })]) {
  const { code, key } = await receivedFrom(hall, citizen)
  allowed(await askedFor(hall, code, items))
  return { code, key }
}

test('only what was asked is asked again; sent whole, the clock runs on from that moment and both stand side by side', async () => {
  const { code } = await waiting([
    item({ field: 'registeredAt', wrong: 'Sai nơi đăng ký' }),
    item({ wrong: 'Chưa rõ quan hệ' }),
  ])
  const before = await standing(hall, code)
  const later = at(citizen, 72)
  const { id } = allowed(await beginOwnSupplement(later.desk, code))
  expect(allowed(await beginOwnSupplement(later.desk, code)).id).toBe(id)
  const seen = allowed(await seeDraft(later, id))
  expect(seen.steps.map(({ key }) => key)).toEqual([expect.stringMatching(/^f\./), 'p.@item.1', 'kiem-tra'])
  expect(seen.draft.typed).toMatchObject({ 'f.registeredAt': 'UBND xã Bình Khê' })
  expect(await sendSupplement(later, id)).toMatchObject({
    refused: 'supplement-incomplete',
    facts: { items: ['Sai nơi đăng ký', 'Chưa rõ quan hệ'] },
  })
  await savePage(later, id, { boxes: ['f.registeredAt'], typed: { 'f.registeredAt': 'UBND xã An Sinh' } })
  const file = await handIn(later, id, '@item.1')
  const both = await Promise.all([sendSupplement(later, id), sendSupplement(later, id)])
  expect(both).toEqual([code, code])
  expect(await sendSupplement(later, id)).toBe(code)
  expect(await sentBefore(later.desk, id)).toEqual({ kind: 'dossier', code })
  expect(await sentBefore(stranger.desk, id)).toBeUndefined()
  expect(await sentBefore({ ...later.desk, actor: { kind: 'public' } }, id)).toEqual({
    kind: 'dossier-by-key',
  })
  const [only, ...more] = await events(code, 'SupplementReceived')
  expect(more).toEqual([])
  expect(only?.event).toMatchObject({
    at: '2019-03-08T01:00:00.000Z',
    by: { staff: BY_ITSELF, unit: 'HCC-TN', post: 'clerk' },
    channel: 'online',
    answer: {
      account: citizen.desk.actor.kind === 'citizen' ? citizen.desk.actor.id : '',
      items: [
        { field: 'registeredAt', files: [] },
        { wrong: 'Chưa rõ quan hệ', files: [{ id: file }] },
      ],
      form: { before: { registeredAt: 'UBND xã Bình Khê' }, after: { registeredAt: 'UBND xã An Sinh' } },
    },
  })
  const after = await standing(hall, code)
  expect(after.stage).toBe('in-process')
  const { counting } = await bookOf(opened.centre)
  const left = workingMinutesBetween(counting, later.desk.now, fromMoment(after.lawfulDue ?? ''))
  expect(left).toBe(before.stage === 'awaiting-citizen' ? before.minutesLeft : null)

  const [answer] = allowed(await seeAnswers(clerk(), code))
  expect(answer).toMatchObject({
    isByAccount: true,
    lines: [{ name: 'registeredAt', answer: 'UBND xã An Sinh', before: 'UBND xã Bình Khê' }],
  })
  const scans = allowed(await seeScans(clerk(), code)).scans
  expect(scans.find((one) => one.id === file)).toMatchObject({ by: null, component: null })
  // What is drafted from the form is drafted from what it says now.
  const filled = await answersFiled(clerk(), after)
  expect(filled.find(({ name }) => name === 'registeredAt')?.answer).toBe('UBND xã An Sinh')
  // The desk can ask about each field of the form that was filed, and of no other.
  const { fieldsFiled } = allowed(await seeDossier(clerk(), code))
  expect(fieldsFiled).toContainEqual({ name: 'registeredAt', label: expect.stringMatching(/đăng ký/i) })
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('out of hours the clock runs on from the next opening, as at the counter', async () => {
  const { code } = await waiting()
  const saturday = at(citizen, 24 * 4 + 12)
  const { id } = allowed(await beginOwnSupplement(saturday.desk, code))
  await savePage(saturday, id, { boxes: [NOTE_BOX], typed: { [NOTE_BOX]: 'Nơi đăng ký ghi đúng theo sổ' } })
  allowed(await sendSupplement(saturday, id))
  const { lawfulDue } = await standing(hall, code)
  const { counting } = await bookOf(opened.centre)
  const monday = Temporal.Instant.from('2019-03-11T00:00:00Z')
  const due = fromMoment(lawfulDue ?? '')
  expect(workingMinutesBetween(counting, saturday.desk.now, due)).toEqual(
    workingMinutesBetween(counting, monday, due),
  )
})

test('nobody else begins, sees or sends an answer', async () => {
  const { code } = await waiting()
  expect(await beginOwnSupplement(stranger.desk, code)).toMatchObject({ refused: 'no-such-dossier' })
  const { id } = allowed(await beginOwnSupplement(citizen.desk, code))
  expect(await seeDraft(stranger, id)).toMatchObject({ refused: 'no-filing-draft' })
  expect(isRefusal(await sendSupplement(stranger, id))).toBe(true)
  expect(
    await handInPaper(stranger, id, { id: newId(), component: 'x', name: 'a', bytes: textPdf(1) }),
  ).toMatchObject({
    refused: 'no-filing-draft',
  })
  expect(await events(code, 'SupplementReceived')).toEqual([])
})

test('code and key alone begin nothing; with the number they do, in that browser only', async () => {
  const { code, key } = await waiting()
  const mine: AtDraft = { desk: onPublic(), browser: 'cua-toi' }
  const asked = { code, key, number: '022188001234' }
  expect(await beginSupplementByKey(mine, { ...asked, number: '022188001235' })).toMatchObject({
    refused: 'not-the-applicant',
  })
  expect(await beginSupplementByKey(mine, { ...asked, key: 'X'.repeat(10) })).toMatchObject({
    refused: 'no-such-dossier',
  })
  const { id } = allowed(await beginSupplementByKey(mine, asked))
  expect(await seeDraft({ desk: onPublic(), browser: 'khac' }, id)).toMatchObject({
    refused: 'no-filing-draft',
  })
  await savePage(mine, id, { boxes: ['f.registeredAt'], typed: { 'f.registeredAt': 'UBND xã An Sinh' } })
  expect(await sendSupplement(mine, id)).toBe(code)
  const [only] = await events(code, 'SupplementReceived')
  expect(only?.event).toMatchObject({ answer: { account: null } })
})

test('what was handed in at the counter is answered with files alone, and asked about no field', async () => {
  const { code, lookupKey: key } = await received(hall)
  expect(await askedFor(hall, code, [item({ field: 'registeredAt' })])).toMatchObject({
    refused: 'no-such-field',
  })
  const paper = (await standing(hall, code)).components[0]?.component ?? ''
  allowed(await askedFor(hall, code, [item({ component: paper }), item({ component: paper, wrong: 'Mờ' })]))
  const mine: AtDraft = { desk: onPublic(), browser: 'quay' }
  const { id } = allowed(await beginSupplementByKey(mine, { code, key, number: '100123456' }))
  expect(allowed(await seeDraft(mine, id)).steps.map((step) => step.key)).toEqual([`p.${paper}`, 'kiem-tra'])
  const file = await handIn(mine, id, paper)
  expect(await sendSupplement(mine, id)).toBe(code)
  expect((await standing(hall, code)).components.at(-1)).toMatchObject({
    component: paper,
    insteadOfPaper: 'Bổ sung trực tuyến, 1 tệp điện tử',
  })
  const scans = allowed(await seeScans(clerk(), code)).scans
  expect(scans).toMatchObject([{ id: file, component: paper, by: null }])
})
