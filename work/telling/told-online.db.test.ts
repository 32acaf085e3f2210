import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fromMoment } from '#domain/calendar/moment.ts'
import type { Citizen } from '#domain/people/citizen.ts'
import { simulatedPushService } from '#partners/messages/simulated-push-service.ts'
import { pushKeys, webPush } from '#partners/messages/web-push.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { noticesOf } from '#store/notices.ts'
import { aHall, allowed, EIGHT, type Hall } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { aCitizen, aDraft, citizenDesk } from '../filing/a-filing.ts'
import { acceptFiling } from '../filing/accept-filing.ts'
import { askFiling, refuseFiling } from '../filing/answer-applicant.ts'
import { seeFiling } from '../filing/see-filing.ts'
import { submitFiling } from '../filing/submit-filing.ts'
import { withdrawFiling } from '../filing/withdraw-filing.ts'
import { changeFeedback } from '../opinions/change-feedback.ts'
import { appealOwnFeedback, followOwnFeedback, seeOwnFeedback } from '../opinions/follow-feedback.ts'
import { sendFeedback } from '../opinions/send-feedback.ts'
import { aDeliverer } from './a-deliverer.ts'
import { chooseNotices, seeNoticeChoice } from './choose-notices.ts'
import { dropDevice, keepDevice, seeDevices } from './keep-device.ts'
import { makeNotices } from './make-notices.ts'
import type { NoticeDesk, NoticeOffice } from './notice-office.ts'
import { seeUnreached } from './see-unreached.ts'
import { sendDueNotices } from './send-notices.ts'

let opened: TestCentre
let hall: Hall
let service: Awaited<ReturnType<typeof simulatedPushService>>
let hoa: Citizen
const deliverer = aDeliverer()
const { arrived } = deliverer
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  service = await simulatedPushService()
})
afterAll(async () => {
  await service.close()
  await opened.close()
})
beforeEach(async () => {
  await opened.owner.pool.query(
    `truncate ${opened.centre.schema}.notice, ${opened.centre.schema}.outbox, ${opened.centre.schema}.push_device`,
  )
  deliverer.reset()
  service.behave('takes')
  service.shown.splice(0)
  hoa = await aCitizen(hall)
})

const KEYS = pushKeys(randomBytes(32).toString('base64url'))
function office(): NoticeOffice {
  const services = [{ host: service.host, from: '2019-01-01', until: null }]
  const { ways, ...rest } = deliverer.office()
  const push = webPush({ keys: KEYS, contact: 'a@example.vn', services, today: () => '2019-03-05' })
  return { ...rest, ways: new Map([...ways, ['push', push]]), push: { key: KEYS.publicKey, services } }
}
const citizen = (now = EIGHT): Desk => ({
  ...citizenDesk(hall.deskOf('clerk', 'HCC-TN', now), hoa),
  notices: office(),
})
const clerk = (now = EIGHT): Desk => ({ ...hall.deskOf('clerk', 'HCC-TN', now), notices: office() })
const director = (now = EIGHT): Desk => ({ ...hall.deskOf('director', 'HCC', now), notices: office() })

async function filed() {
  const at = { desk: citizen(), browser: null }
  return allowed(await submitFiling(at, await aDraft(at)))
}
async function toldAt(now = EIGHT) {
  const desk: NoticeDesk = { centre: hall.centre, now, notices: office() }
  await Promise.all([makeNotices(desk), makeNotices(desk)])
  const failed = (notice: string, error: unknown) => {
    throw new Error(`notice ${notice}`, { cause: error })
  }
  await Promise.all([sendDueNotices(desk, failed), sendDueNotices(desk, failed)])
}
const ITEM = {
  field: null,
  component: null,
  wrong: 'Ngày chưa đúng',
  todo: 'Ghi lại',
  ground: 'Luật Hộ tịch',
}
const kinds = () => arrived.map(({ kind }) => kind)

test('a filing: that it came, what is asked, and with its receipt the due moment; each once and nothing of what it is about', async () => {
  const { id, code } = await filed()
  await toldAt()
  expect(arrived).toMatchObject([{ kind: 'filed', way: 'sms', to: { way: 'phone', address: '0912345678' } }])
  expect(arrived[0]?.text).toMatch(
    new RegExp(`^Đã nhận hồ sơ nộp trực tuyến ${code}, trả lời trước 08:00 ngày 06/03/2019`),
  )
  expect(arrived[0]?.link).toBe(`https://motcua.example.vn/nop/ho-so/${id}`)
  allowed(await askFiling(clerk(), id, { id: newId(), version: 1, items: [ITEM], whyAgain: null }))
  // Asked in the evening, told in the morning.
  await toldAt(fromMoment('2019-03-05T15:00:00.000Z'))
  expect(kinds()).toEqual(['filed'])
  await toldAt(fromMoment('2019-03-06T00:00:00.000Z'))
  expect(kinds()).toEqual(['filed', 'filing-asked'])
  const other = await filed()
  await toldAt()
  const accepted = { id: newId(), version: 1, placeOfReceipt: 'HCC-TN', data: {} }
  allowed(await acceptFiling(clerk(), other.id, accepted))
  await toldAt()
  expect(kinds()).toEqual(['filed', 'filing-asked', 'filed', 'received'])
  expect(arrived.at(-1)?.text).toContain(`${other.code} đã được tiếp nhận, hẹn trả`)
  expect(JSON.stringify(arrived)).not.toMatch(/Hoà|trích lục|022188001234/i)
})

test('what is no longer so is not told; a refusal is', async () => {
  const first = await filed()
  allowed(await withdrawFiling(citizen(), first.id, { id: newId(), version: 1 }))
  const second = await filed()
  const refusal = { reason: 'Không thuộc thẩm quyền', ground: 'Luật Hộ tịch', instead: 'UBND xã Bình Khê' }
  allowed(await refuseFiling(clerk(), second.id, { id: newId(), version: 1, ...refusal }))
  await toldAt()
  expect(arrived.map(({ kind, values }) => [kind, values.code])).toEqual([['filing-refused', second.code]])
  expect(arrived[0]?.text).not.toContain('thẩm quyền')
})

test('who wrote to the centre is told of the answer, sees it in the own list and asks to look again; nobody else does', async () => {
  const given = {
    id: newId(),
    kind: 'remark' as const,
    text: 'Tôi chờ ở quầy ba tiếng.',
    dossier: null,
    name: null,
    contact: 'Hoa@Example.vn',
    address: null,
  }
  const { code } = allowed(await sendFeedback(citizen(), given, null))
  const does = (desk: Desk, version: number, change: object) =>
    changeFeedback(desk, code, { id: newId(), version, ...change } as never)
  allowed(await does(director(), 1, { type: 'AssignFeedback', unit: 'TCKH', staff: null }))
  const head = { ...hall.deskOf('head', 'TCKH'), notices: office() }
  allowed(await does(head, 2, { type: 'AnswerFeedback', text: 'Đã mở thêm quầy.', passedTo: null }))
  await toldAt()
  expect(arrived).toMatchObject([
    { kind: 'feedback-answered', way: 'email', to: { address: 'hoa@example.vn' } },
  ])
  expect(arrived[0]?.link).toBe(`https://motcua.example.vn/toi/gop-y/${code}`)
  expect(arrived[0]?.text).not.toContain('mở thêm quầy')
  expect(await seeOwnFeedback(citizen())).toMatchObject([{ code, stage: 'answered' }])
  expect(allowed(await followOwnFeedback(citizen(), code)).answer?.text).toBe('Đã mở thêm quầy.')
  allowed(await appealOwnFeedback(citizen(), code, { id: newId(), why: 'Vẫn chờ lâu' }))
  allowed(await does(director(), 4, { type: 'AnswerAppeal', text: 'Sẽ thêm người.' }))
  await toldAt()
  expect(kinds()).toEqual(['feedback-answered', 'feedback-answered'])
  hoa = await aCitizen(hall)
  expect(await followOwnFeedback(citizen(), code)).toMatchObject({ refused: 'no-such-feedback' })
  expect(await seeOwnFeedback(citizen())).toEqual([])
})

async function aDevice() {
  const device = service.subscribe()
  const { endpoint, p256dh, auth } = device
  allowed(await keepDevice(citizen(), { endpoint, p256dh, auth, label: 'Chrome, Android' }))
  return device
}
const devices = async () => allowed(await seeDevices(citizen()))?.devices ?? []

test('what is told is pushed to each device the person turned on; one that is gone is forgotten', async () => {
  await chooseNotices(citizen(), { language: 'en', ways: [], quiet: 'none' })
  const [phone, laptop] = [await aDevice(), await aDevice()]
  expect(allowed(await seeNoticeChoice(citizen())).choice.ways).toEqual(['push'])
  const { id, code } = await filed()
  await toldAt()
  expect(arrived).toEqual([])
  expect(service.shown.map(({ device }) => device).toSorted()).toEqual([phone.name, laptop.name].toSorted())
  expect(service.shown[0]?.said).toMatchObject({
    title: hall.centre.name,
    text: `We have your online filing ${code} and answer by 08:00 on 06/03/2019.`,
    language: 'en',
    link: `https://motcua.example.vn/nop/ho-so/${id}`,
  })
  const [first] = await devices()
  await dropDevice(citizen(), first?.id ?? '')
  expect(await devices()).toHaveLength(1)
  service.behave('gone')
  const gone = await filed()
  await toldAt()
  expect(await devices()).toEqual([])
  expect(await noticesOf(hall.centre, gone.id, 5)).toMatchObject([{ way: 'push', state: 'bounced' }])
  // Somebody of the centre has to see to it.
  expect(allowed(await seeUnreached(clerk(), { after: null })).lines).toMatchObject([
    { about: 'filing', aboutId: gone.id, code: gone.code, kind: 'filed' },
  ])
  expect(allowed(await seeFiling(clerk(), gone.id)).told).toMatchObject([{ kind: 'filed', state: 'bounced' }])
})

test('a service that is busy is asked again later; one in doubt once more, with the same id', async () => {
  await chooseNotices(citizen(), { language: 'vi', ways: ['push'], quiet: 'none' })
  await aDevice()
  service.behave('busy')
  await filed()
  await toldAt()
  expect(service.shown).toEqual([])
  expect(await devices()).toHaveLength(1)
  service.behave('cut')
  for (const minutes of [2, 10, 60]) await toldAt(EIGHT.add({ minutes }))
  expect(service.shown).toHaveLength(2)
  expect(new Set(service.shown.map(({ topic }) => topic)).size).toBe(1)
})

test('addresses that lead elsewhere are not taken, a browser that changed hands is its last user’s, and ten are enough', async () => {
  const { endpoint, ...keys } = await aDevice()
  for (const wrong of ['https://127.0.0.1/x', 'http://169.254.169.254/', endpoint.replace('https', 'http')])
    expect(
      await keepDevice(citizen(), { endpoint: wrong, p256dh: keys.p256dh, auth: keys.auth, label: '' }),
    ).toMatchObject({ refused: 'no-push-service' })
  const before = citizen()
  hoa = await aCitizen(hall)
  allowed(await keepDevice(citizen(), { endpoint, p256dh: keys.p256dh, auth: keys.auth, label: '' }))
  expect(allowed(await seeDevices(before))?.devices).toEqual([])
  await dropDevice(before, (await devices())[0]?.id ?? '')
  for (let count = 0; count < 11; count += 1) await aDevice()
  expect(await devices()).toHaveLength(10)
})
