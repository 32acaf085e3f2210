import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { NoticeWish } from '#domain/dossier/notice-wish.ts'
import type { Post } from '#domain/people/may.ts'
import type { Step } from '#domain/procedure/process.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { citizenById } from '#store/citizens.ts'
import { holdDossier } from '#store/dossiers.ts'
import { noticesOf } from '#store/notices.ts'
import { aCompleteDossier, aHall, allowed, commandAt, EIGHT, type Hall } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { remindCentre } from '../reminding/remind-centre.ts'
import { recordCall } from '../returning/record-call.ts'
import { aDeliverer } from './a-deliverer.ts'
import { chooseNotices, seeNoticeChoice } from './choose-notices.ts'
import { makeNotices } from './make-notices.ts'
import { seeUnreached } from './see-unreached.ts'
import { sendDueNotices } from './send-notices.ts'
import { seeStop, stopNotices } from './stop-notices.ts'
import { tellAgain } from './tell-again.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const deliverer = aDeliverer()
const { arrived, office } = deliverer
beforeEach(async () => {
  await opened.owner.pool.query(`truncate ${opened.centre.schema}.notice, ${opened.centre.schema}.outbox`)
  deliverer.reset()
})

const deskOf = (post: Post, unit: string, now = EIGHT): Desk => ({
  ...hall.deskOf(post, unit, now),
  notices: office(),
})
const clerk = (now = EIGHT) => deskOf('clerk', 'HCC-TN', now)
const failed = (one: string, error: unknown) => {
  throw new Error(`${one} failed`, { cause: error })
}
/** Everything that is to be told at a moment goes. */
async function told(now = EIGHT) {
  const desk = { centre: hall.centre, now, notices: office() }
  await makeNotices(desk)
  await sendDueNotices(desk, failed)
}

async function received(wish?: NoticeWish) {
  const given = await aCompleteDossier(hall, wish && { notices: wish })
  return allowed(await receiveDossier(clerk(), given))
}

/** A result that lies ready. */
async function ready() {
  const receipt = await received()
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying: { version: number; step: string; stage?: string } = receipt
  while (lying.stage !== 'ready') {
    const step: Step | undefined = procedure?.steps.find(({ key }) => key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    const desk = deskOf(step.post, step.unit)
    lying = allowed(await changeDossier(desk, receipt.code, commandAt(step, lying)))
  }
  return receipt
}

async function noticesAbout(code: string) {
  const held = await holdDossier(hall.centre, code)
  return noticesOf(hall.centre, held?.id ?? '', 50)
}

test('who does not fetch a result is told once when it counts as uncollected, and by each call of the counter', async () => {
  const { code, due } = await ready()
  await told()
  expect(arrived.map(({ kind }) => kind)).toEqual(['ready'])
  const day = dayOf(fromMoment(due ?? '')).add({ days: 8 })
  const morning = Temporal.Instant.from(`${day}T09:00:00+07:00`)
  const sweep = () => remindCentre({ centre: hall.centre, now: morning, notices: office() }, failed)
  expect(await sweep()).toBeGreaterThan(0)
  await sweep()
  await told(morning)
  expect(arrived.map(({ kind }) => kind)).toEqual(['ready', 'uncollected'])
  const given = { id: newId(), way: 'notice', outcome: 'sent', note: null } as const
  const desk = clerk(morning)
  const [first, second] = [await recordCall(desk, code, given), await recordCall(desk, code, given)]
  expect(allowed(second)).toEqual(allowed(first))
  await told(morning)
  expect(arrived.map(({ kind }) => kind)).toEqual(['ready', 'uncollected', 'uncollected'])
  // A call by whichever way is a call.
  expect(allowed(await seeDossier(desk, code)).nextCall?.on).toBe(day.add({ days: 15 }).toString())
  const wordless = { ...given, id: newId() }
  expect(await recordCall(hall.deskOf('clerk', 'HCC-TN', morning), code, wordless)).toMatchObject({
    refused: 'nobody-to-tell',
  })
})

test('the counter sends again what is so still, once by the id of the command, to wherever it goes now', async () => {
  const receipt = await received({ way: 'email', email: 'huong@example.vn' })
  await told()
  const [notice] = await noticesAbout(receipt.code)
  const again = { id: newId(), notice: notice?.id ?? '' }
  const [first, second] = await Promise.all([
    tellAgain(clerk(), receipt.code, again),
    tellAgain(clerk(), receipt.code, again),
  ])
  expect([allowed(first), allowed(second)]).toEqual([{ sent: 1 }, { sent: 1 }])
  await told()
  expect(arrived.map(({ kind }) => kind)).toEqual(['received', 'received'])
  const desk = clerk()
  const by = desk.actor.kind === 'staff' ? desk.actor.id : ''
  expect((await noticesAbout(receipt.code)).map(({ staff }) => staff)).toEqual([by, null])
  const seen = allowed(await seeDossier(desk, receipt.code)).notices
  expect(seen).toMatchObject({
    isTold: true,
    goTo: [{ way: 'email', address: 'h•••@example.vn' }],
    lines: [{ state: 'sent', sentTo: 'h•••@example.vn', mayAgain: true }, { byName: null }],
  })
  const refused = async (asked: object, at = clerk()) =>
    tellAgain(at, receipt.code, { ...again, id: newId(), ...asked })
  expect(await refused({ notice: newId() })).toMatchObject({ refused: 'no-such-notice' })
  expect(await refused({}, deskOf('cashier', 'HCC-TN'))).toMatchObject({ refused: 'not-permitted' })
})

test('who said at the counter how to be told is told so, also when it is put right later', async () => {
  const receipt = await received({ way: 'none', email: null })
  const { step, version } = receipt
  const { owner } = allowed(await seeDossier(clerk(), receipt.code))
  const contact = { type: 'CorrectContact', party: 'owner', name: owner.name, why: 'Xin nhận thư' } as const
  allowed(
    await changeDossier(clerk(), receipt.code, {
      ...contact,
      id: newId(),
      version,
      step,
      phone: owner.phone,
      address: owner.address,
      notices: { way: 'email', email: 'huong@example.vn' },
    }),
  )
  expect(allowed(await seeDossier(clerk(), receipt.code)).notices.goTo).toMatchObject([{ way: 'email' }])
})

test('what did not reach anybody lies on a list until somebody has seen to the dossier', async () => {
  const receipt = await ready()
  deliverer.answer = () => ({ kind: 'refused', why: 'bad-number' })
  await told()
  const director = deskOf('director', 'HCC')
  const lines = async () => allowed(await seeUnreached(director, { after: null })).lines
  expect(await lines()).toMatchObject([{ code: receipt.code, state: 'bounced', sentTo: '09•••••678' }])
  deliverer.answer = () => ({ kind: 'not-now', why: 'busy' })
  await received()
  await told()
  const later = { ...director, now: EIGHT.add({ hours: 2 }) }
  expect(allowed(await seeUnreached(later, { after: null })).waiting.count).toBe(1)
  expect(await seeUnreached(deskOf('handler', 'TCKH'), { after: null })).toMatchObject({
    refused: 'not-permitted',
  })
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  const last = procedure?.steps.at(-1)
  const { version, step } = allowed(await seeDossier(clerk(), receipt.code))
  if (!last) throw new Error('no step')
  const command = commandAt(last, { version, step: step.key, isReady: true })
  allowed(await changeDossier(clerk(), receipt.code, command))
  expect(await lines()).toEqual([])
})

test('a letter’s link ends letters to its mailbox, and choosing begins them again', async () => {
  const id = newId()
  const mailbox = 'lan@example.vn'
  await hall.centre.db
    .insertInto('citizen')
    .values({
      id,
      since: EIGHT.toString(),
      name: 'Lê Thị Lan',
      email: mailbox,
      phone: null,
      id_number: null,
      assurance: 'stated',
    })
    .execute()
  const actor = (await citizenById(hall.centre, id)) ?? expect.fail('nobody')
  const citizen: Desk = { ...clerk(), actor }
  const nobody: Desk = { ...clerk(), actor: { kind: 'public' } }
  const wish = { way: 'email', email: mailbox } as const
  await received(wish)
  await told()
  const token = arrived[0]?.leave?.split('/').at(-1) ?? ''
  expect(allowed(await seeStop(nobody, token))).toBe('l•••@example.vn')
  expect(await stopNotices(nobody, newId())).toMatchObject({ refused: 'no-such-notice' })
  const stopped = [await stopNotices(nobody, token), await stopNotices(nobody, token)]
  expect(stopped.map(allowed)).toEqual(['l•••@example.vn', 'l•••@example.vn'])
  await received(wish)
  await told()
  expect(arrived).toHaveLength(1)
  const seen = allowed(await seeNoticeChoice(citizen))
  expect(seen.offered).toEqual([
    { way: 'sms', isReached: false, address: null, isStopped: false },
    { way: 'email', isReached: true, address: mailbox, isStopped: true },
  ])
  expect(seen.choice).toEqual({ language: 'vi', quiet: 'centre', ways: ['email'] })
  const choice = { language: 'en', quiet: { begins: 0, ends: 60 }, ways: ['email'] } as const
  expect(await chooseNotices(citizen, { ...choice, quiet: { begins: 60, ends: 60 } })).toMatchObject({
    refused: 'same-hours',
  })
  expect(await chooseNotices(nobody, choice)).toMatchObject({ refused: 'not-permitted' })
  allowed(await chooseNotices(citizen, choice))
  await received(wish)
  await told()
  expect(arrived.map(({ language }) => language)).toEqual(['vi', 'en'])
})
