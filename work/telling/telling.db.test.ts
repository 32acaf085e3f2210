import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromMoment } from '#domain/calendar/moment.ts'
import type { NoticeWish } from '#domain/dossier/notice-wish.ts'
import type { SendOutcome } from '#domain/notices/going.ts'
import type { NoticeMessage } from '#domain/notices/message.ts'
import type { Post } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import type { Centre } from '#store/database.ts'
import { chooseNotices, stopContact } from '#store/notice-receivers.ts'
import { noticesOf } from '#store/notices.ts'
import { aCompleteDossier, aHall, allowed, BRANCH_GIVEN, EIGHT, type Hall, takenToTheEnd } from '../a-hall.ts'
import { type ChangeGiven, changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { aDeliverer, REPORT_SECRET } from './a-deliverer.ts'
import { hearReport, hearSignedReport, hearZaloEvent, signReport } from './hear-report.ts'
import { makeNotices } from './make-notices.ts'
import type { NoticeDesk, NoticeOffice } from './notice-office.ts'
import { sendDueNotices } from './send-notices.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const deliverer = aDeliverer()
const { arrived, office } = deliverer
beforeEach(async () => {
  await opened.owner.pool.query(
    `truncate ${opened.centre.schema}.notice, ${opened.centre.schema}.outbox, ${opened.centre.schema}.notice_stopped`,
  )
  deliverer.reset()
})

const telling = (now: Temporal.Instant, notices = office(), centre: Centre = hall.centre): NoticeDesk => ({
  centre,
  now,
  notices,
})
const never = (notice: string, error: unknown) => {
  throw new Error(`notice ${notice} failed`, { cause: error })
}
const send = (now: Temporal.Instant, notices = office()) => sendDueNotices(telling(now, notices), never)
const at = (desk: Desk, notices: NoticeOffice | undefined): Desk => ({ ...desk, notices })

async function received(wish?: NoticeWish, over: object = {}, notices: NoticeOffice | null = office()) {
  const given = await aCompleteDossier(hall, { ...over, ...(wish && { notices: wish }) })
  return allowed(await receiveDossier(at(hall.deskOf('clerk', 'HCC-TN'), notices ?? undefined), given))
}

async function dossierId(code: string): Promise<string> {
  const { id } = await hall.centre.db
    .selectFrom('dossier')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return id
}
const noticesAbout = async (code: string) => noticesOf(hall.centre, await dossierId(code), 50)
const outbox = async () =>
  hall.centre.db.selectFrom('outbox').select('payload').where('task', '=', 'tell').execute()

type Lying = { readonly code: string; readonly version: number; readonly step: string }
async function change(post: Post, unit: string, lying: Lying, given: object) {
  const { code, version, step } = lying
  const command = { id: newId(), version, step, ...given } as ChangeGiven
  return allowed(await changeDossier(at(hall.deskOf(post, unit), office()), code, command))
}

test('a centre without ways, and an applicant who wants nothing, put nothing down', async () => {
  await received(undefined, {}, null)
  await received(undefined, {}, office([]))
  await received({ way: 'none', email: null })
  expect(await outbox()).toEqual([])
})

test('what is received is told once, by the telephone of the applicant, whoever makes and sends it how often', async () => {
  const { code } = await received()
  const desks = [1, 2, 3].map(() => telling(EIGHT))
  await Promise.all(desks.map(makeNotices))
  expect(await outbox()).toEqual([])
  await Promise.all(desks.map((desk) => sendDueNotices(desk, never)))
  expect(arrived.map(({ way, to }) => [way, to])).toEqual([['sms', { way: 'phone', address: '0912345678' }]])
  expect(arrived[0]?.text).toMatch(
    new RegExp(`^Hồ sơ ${code} đã được tiếp nhận, hẹn trả 17:00 ngày 08/03/2019`),
  )
  expect(JSON.stringify(arrived)).not.toMatch(/Hương|hợp tác xã|100123456/i)
  expect(await noticesAbout(code)).toMatchObject([
    { kind: 'received', way: 'sms', state: 'sent', sentTo: '09•••••678', next: null },
  ])
  expect(await send(EIGHT.add({ hours: 48 }))).toBe(0)
})

test('a letter goes to the mailbox wished for, and tells how to want no more of them', async () => {
  const { code } = await received({ way: 'email', email: 'huong@example.vn' })
  await makeNotices(telling(EIGHT))
  await send(EIGHT)
  const [letter] = arrived
  expect(letter).toMatchObject({ way: 'email', subject: `Hồ sơ ${code} đã được tiếp nhận` })
  expect(letter?.text).toContain(`https://motcua.example.vn/tra-cuu?ma=${code}`)
  expect(letter?.leave).toMatch(/^https:\/\/motcua\.example\.vn\/thoi-bao-tin\/[\w-]{32}$/)
  await stopContact(hall.centre, { way: 'email', address: 'huong@example.vn' }, EIGHT.toString())
  await received({ way: 'email', email: 'huong@example.vn' })
  await makeNotices(telling(EIGHT))
  expect(await send(EIGHT)).toBe(0)
})

async function anAccount(id: string, over: { phone?: string; number?: string }): Promise<void> {
  await hall.centre.db
    .insertInto('citizen')
    .values({
      id,
      since: EIGHT.toString(),
      name: 'Lê Thị Lan',
      email: `${id.slice(-4)}@example.vn`,
      phone: over.phone ?? null,
      id_number: over.number ?? null,
      assurance: over.number ? 'national-2' : 'stated',
    })
    .execute()
}

test('an account is told as its person has chosen: by which ways, in which language and when', async () => {
  const id = newId()
  await anAccount(id, { phone: '0977000111', number: '022185009999' })
  const applicant = {
    kind: 'citizen',
    name: 'Lê Thị Lan',
    idNumber: '022185009999',
    phone: '0911222333',
    address: null,
  }
  const { code } = await received(undefined, { applicant })
  await makeNotices(telling(EIGHT))
  // Nothing chosen: as was said at the counter.
  expect(await noticesAbout(code)).toMatchObject([{ way: 'sms' }])
  const evening = fromMoment('2019-03-05T13:30:00.000Z')
  const quiet = { begins: 20 * 60, ends: 6 * 60 }
  await chooseNotices(
    hall.centre,
    id,
    { language: 'en', ways: ['email', 'sms', 'push'], quiet },
    EIGHT.toString(),
  )
  const other = await received(undefined, { applicant })
  await makeNotices(telling(evening))
  await send(evening)
  expect(arrived).toEqual([])
  await send(fromMoment('2019-03-05T23:00:00.000Z'))
  expect(
    arrived
      .filter(({ text }) => text.includes(other.code))
      .map(({ way, language, to }) => [way, language, to]),
  ).toEqual(
    expect.arrayContaining([
      ['sms', 'en', { way: 'phone', address: '0977000111' }],
      ['email', 'en', { way: 'email', address: `${id.slice(-4)}@example.vn` }],
    ]),
  )
  expect(arrived.find(({ way }) => way === 'email')?.text).toContain(`/toi/ho-so/${other.code}`)
})

test('nothing is sent in quiet hours, also when the program comes back in the night; what cannot wait is', async () => {
  const receipt = await received()
  const night = fromMoment('2019-03-05T15:00:00.000Z')
  await makeNotices(telling(EIGHT))
  await send(night)
  expect(arrived).toEqual([])
  const items = [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }]
  const asked = { type: 'RequestSupplement', items, whyAgain: null, answerBy: '2019-03-06' }
  await change('handler', 'TCKH', receipt, asked)
  await makeNotices(telling(night))
  await send(night)
  expect(arrived.map(({ kind }) => kind)).toEqual(['supplement'])
  await send(fromMoment('2019-03-06T00:00:00.000Z'))
  expect(arrived.map(({ kind }) => kind)).toEqual(['supplement', 'received'])
})

test('what is no longer so when it could go is not told', async () => {
  const receipt = await received()
  await takenToTheEnd(hall, receipt)
  await makeNotices(telling(EIGHT))
  expect(await noticesAbout(receipt.code)).toEqual([])
  const other = await received()
  await makeNotices(telling(EIGHT))
  await takenToTheEnd(hall, other)
  await send(EIGHT)
  expect(arrived).toEqual([])
  expect(await noticesAbout(other.code)).toMatchObject([{ state: 'overtaken', next: null }])
})

test('several that came together are told of once', async () => {
  const visit = newId()
  const codes = [await received(undefined, { visit }), await received(undefined, { visit })].map(
    ({ code }) => code,
  )
  await makeNotices(telling(EIGHT))
  await send(EIGHT)
  expect(arrived.map(({ values }) => values.code)).toEqual([codes[0]])
})

test('a fault of the gateway loses nothing and keeps the order; a bounced address is seen', async () => {
  const receipt = await received()
  await makeNotices(telling(EIGHT))
  deliverer.answer = () => ({ kind: 'not-now', why: 'HTTP 503' })
  await send(EIGHT)
  const items = [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }]
  const asked = { type: 'RequestSupplement', items, whyAgain: null, answerBy: '2019-04-03' }
  const waiting = await change('handler', 'TCKH', receipt, asked)
  await change('clerk', 'HCC-TN', waiting, {
    type: 'CorrectContact',
    ...BRANCH_GIVEN.CorrectContact,
    phone: '0987654321',
  })
  await makeNotices(telling(EIGHT))
  for (let hour = 1; hour <= 23; hour += 1) await send(EIGHT.add({ hours: hour }))
  expect(arrived).toEqual([])
  deliverer.answer = () => ({ kind: 'accepted', reference: null })
  for (const hours of [25, 25, 26]) await send(EIGHT.add({ hours }))
  expect(arrived.map(({ kind }) => kind)).toEqual(['received', 'supplement'])
  // To the telephone that is right now.
  for (const { to } of arrived) expect(to).toEqual({ way: 'phone', address: '0987654321' })
  deliverer.answer = () => ({ kind: 'refused', why: 'bad-number' })
  const bounced = await received()
  await makeNotices(telling(EIGHT))
  await send(EIGHT)
  expect(await noticesAbout(bounced.code)).toMatchObject([{ state: 'bounced', reason: 'bad-number' }])
})

/** A centre whose program ends before it can write down what came of sending. */
function dying(): Centre {
  const { centre } = hall
  return {
    ...centre,
    run: (verb, values) =>
      verb.name === 'write-tried-notices' ? Promise.reject(new Error('killed')) : centre.run(verb, values),
  }
}

test('killed between sending and writing it down: once more with the same id, then no more', async () => {
  const { code } = await received()
  await makeNotices(telling(EIGHT))
  await expect(sendDueNotices(telling(EIGHT, office(), dying()), never)).rejects.toThrow('killed')
  expect(arrived).toHaveLength(1)
  // Nobody else takes it while it may still be under way.
  expect(await send(EIGHT.add({ seconds: 60 }))).toBe(0)
  let now = EIGHT.add({ seconds: 121 })
  await send(now)
  now = now.add({ minutes: 2 })
  await expect(sendDueNotices(telling(now, office(), dying()), never)).rejects.toThrow('killed')
  for (let minutes = 3; minutes < 600; minutes += 3) await send(now.add({ minutes }))
  expect(arrived).toHaveLength(2)
  expect(new Set(arrived.map(({ id }) => id)).size).toBe(1)
  expect(await noticesAbout(code)).toMatchObject([{ state: 'in-doubt' }])
})

const anyAnswer = fc.constantFrom('accepted', 'not-now', 'unknown', 'refused', 'killed', 'thrown')

test('whatever deliverers answer, and whenever the program is killed, nothing arrives more than twice and all ends', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAnswer, { minLength: 3, maxLength: 12 }), async (answers) => {
      arrived.splice(0)
      const { code } = await received()
      await Promise.all([makeNotices(telling(EIGHT)), makeNotices(telling(EIGHT))])
      let now = EIGHT
      for (const said of answers) {
        deliverer.answer = () => {
          if (said === 'thrown') throw new Error('a fault of the adapter')
          const why = { why: 'so' }
          if (said === 'refused' || said === 'not-now') return { kind: said, ...why }
          return said === 'unknown' ? { kind: 'unknown' } : { kind: 'accepted', reference: null }
        }
        const centre = said === 'killed' ? dying() : hall.centre
        await sendDueNotices(telling(now, office(), centre), () => {}).catch(() => 0)
        now = now.add({ minutes: 3 })
      }
      deliverer.answer = () => ({ kind: 'accepted', reference: null })
      for (let hours = 0; hours < 60; hours += 1) await send(now.add({ hours }))
      const mine = arrived.filter(({ values }) => values.code === code)
      expect(mine.length).toBeLessThanOrEqual(2)
      expect(new Set(mine.map(({ id }) => id)).size).toBeLessThanOrEqual(1)
      const [notice, ...more] = await noticesAbout(code)
      expect(more).toEqual([])
      expect(notice?.next).toBeNull()
      expect(notice?.state).not.toBe('waiting')
    }),
    { numRuns: 12 },
  )
}, 120_000)

test('reports come late, twice, false and in any order; none without the secret is believed', async () => {
  const { code } = await received()
  await makeNotices(telling(EIGHT))
  const state = async () => (await noticesAbout(code))[0]?.state
  const id = (await noticesAbout(code))[0]?.id ?? ''
  const desk = telling(EIGHT)
  // Of what was never tried.
  await hearReport(desk, { id, report: 'delivered' })
  expect(await state()).toBe('waiting')
  await send(EIGHT)
  const given = { id, report: 'not-delivered' } as const
  expect(await hearSignedReport(desk, { ...given, signature: signReport('khác', given) })).toBe(false)
  expect(await state()).toBe('sent')
  expect(await hearSignedReport(desk, { ...given, signature: signReport(REPORT_SECRET, given) })).toBe(true)
  expect(await state()).toBe('not-delivered')
  for (const report of ['delivered', 'bounced', 'delivered', 'not-delivered'] as const)
    await Promise.all([hearReport(desk, { id, report }), hearReport(desk, { id: newId(), report })])
  expect(await state()).toBe('delivered')
  // Zalo's own, believed by its own signature.
  const third = await received()
  await makeNotices(telling(EIGHT))
  await send(EIGHT)
  const sent = (await noticesAbout(third.code))[0]?.id ?? ''
  const heard = (hearZalo: NoticeOffice['hearZalo']) =>
    hearZaloEvent({ ...desk, notices: { ...office(), hearZalo } }, { body: '{}', signature: null })
  expect([await heard(null), await heard(() => ({ kind: 'false' }))]).toEqual([false, false])
  expect(await noticesAbout(third.code)).toMatchObject([{ state: 'sent' }])
  expect(await heard(() => ({ kind: 'other' }))).toBe(true)
  expect(await heard(() => ({ kind: 'delivered', id: sent }))).toBe(true)
  expect(await noticesAbout(third.code)).toMatchObject([{ state: 'delivered' }])
  // A report that comes before the answer to the sending.
  const other = await received()
  await makeNotices(telling(EIGHT))
  const ways = new Map([
    [
      'sms' as const,
      async (message: NoticeMessage): Promise<SendOutcome> => {
        await hearReport(desk, { id: message.id, report: 'delivered' })
        return { kind: 'accepted', reference: null }
      },
    ],
  ])
  await send(EIGHT, { ...office(), ways })
  expect(await noticesAbout(other.code)).toMatchObject([{ state: 'delivered', sentTo: '09•••••678' }])
})
