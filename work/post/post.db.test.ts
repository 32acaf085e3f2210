import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { resumedDue } from '#domain/dossier/due.ts'
import { hmac } from '#partners/payments/macs.ts'
import { type SimulatedPost, startSimulatedPost } from '#partners/post/simulated-post.ts'
import { vnpost } from '#partners/post/vnpost.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { DossierToReceive } from '#shapes/dossier-commands.ts'
import { historyOf } from '#store/dossier-events.ts'
import { holdDossier } from '#store/dossiers.ts'
import { owedDong } from '#domain/dossier/owed.ts'
import { foldParcel } from '#domain/post/parcel.ts'
import { historiesOfParcels, parcelById, parcelsOf } from '#store/parcels.ts'
import { aHall, allowed, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { checkParcels } from '../checks/check-parcels.ts'
import { newId } from '../chance.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { requestSupplement } from '../handling/request-supplement.ts'
import { takeSupplement } from '../intake/take-supplement.ts'
import { compareProviderFile } from '../paying/compare-provider-file.ts'
import { seeReconciliation } from '../paying/see-reconciliation.ts'
import type { Desk } from '../desk.ts'
import { closeCashSheet } from '../money/close-cash-sheet.ts'
import { seeCashSheet } from '../money/see-cash-sheet.ts'
import { checkCash } from '../checks/check-cash.ts'
import { askPost } from './ask-post.ts'
import { chargePostage } from './charge-postage.ts'
import { confirmList, dropList, openList, scanLabel, takeOff } from './counter-lists.ts'
import { hearPost } from './hear-post.ts'
import { orderParcel } from './order-parcel.ts'
import { seeOrdering } from './see-ordering.ts'
import { seePost } from './see-post.ts'
import { cancelParcel, settleDoubt, useParcel } from './see-to-parcel.ts'
import { watchPost } from './watch-post.ts'

const SECRET = 'secret-of-the-post'
let opened: TestCentre
let hall: Hall
let post: SimulatedPost
let now = EIGHT

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  // The centre hears of it by the test alone.
  post = await startSimulatedPost({ now: () => now, noticeAt: 'http://127.0.0.1:9/', secret: SECRET })
})
afterAll(async () => {
  await post.stop()
  await opened.close()
})
beforeEach(() => {
  now = EIGHT
  post.mood = 'answers'
})

const clerk = (): Desk => ({ ...hall.deskOf('clerk', 'HCC-TN', now), post: vnpost(post.settings) })
const alone = (): Desk => ({ ...clerk(), actor: { kind: 'public' } })
const later = (hours: number) => (now = now.add({ hours }))
const failed = (what: string, error: unknown) => {
  throw new Error(what, { cause: error })
}
const watched = () => watchPost(alone(), failed)
const TO = { line: 'Khu 3', ward: '07069' }
const WISH: DossierToReceive['returnWish'] = { way: 'post', address: null, to: TO }

/** A dossier whose result lies ready and is wished by post; with something owed where that is said. */
async function ready(owed = 0): Promise<string> {
  const receipt = await received(hall, { returnWish: WISH })
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  let lying = { version: receipt.version, step: receipt.step }
  for (;;) {
    const step = procedure?.steps.find((one) => one.key === lying.step)
    if (!step) throw new Error(`no step ${lying.step}`)
    if (owed > 0 && step.kind === 'return') {
      const lines = [{ kind: 'fee', name: 'Lệ phí', dong: owed }] as const
      const assessed = await changeDossier(hall.deskOf('clerk', 'HCC-TN'), receipt.code, {
        type: 'AssessFee',
        id: newId(),
        version: lying.version,
        step: lying.step,
        lines,
        exemption: null,
      })
      lying = { version: allowed(assessed).version, step: lying.step }
    }
    const desk = hall.deskOf(step.post, step.unit)
    const changed = allowed(await changeDossier(desk, receipt.code, commandAt(step, lying)))
    if (changed.stage === 'ready') return receipt.code
    lying = { version: changed.version, step: changed.step }
  }
}

const ordering = (over: object = {}) => ({
  id: newId(),
  direction: 'out' as const,
  isCollecting: true,
  ...over,
})
const confirming = (declared: number, why: string | null = null) => ({
  id: newId(),
  declared,
  worker: { name: 'Phạm Văn Thư', number: 'BĐ-0123' },
  why,
})

/** Ordered, scanned and handed over at the counter; the id of its parcel. */
async function handedOver(code: string, over: object = {}): Promise<string> {
  const { id, parcel } = allowed(await orderParcel(clerk(), code, ordering(over)))
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'to-post' }))
  allowed(await scanLabel(clerk(), list.id, { label: parcel.item ?? '' }))
  allowed(await confirmList(clerk(), list.id, confirming(1)))
  return id
}

const stands = async (id: string) => {
  const held = await parcelById(hall.centre, id)
  if (!held) throw new Error('no parcel')
  return held.parcel
}
const dossierOf = async (code: string) => (await holdDossier(hall.centre, code))?.dossier
const notice = (orderNumber: string, secret = SECRET) => {
  const body = JSON.stringify({ orderNumber })
  return { body, signature: hmac('sha256', secret, body) }
}
const tells = async (orderNumber: string) => hearPost(alone(), notice(orderNumber))
const delivered = (code: string, said: Parameters<SimulatedPost['happens']>[2] = {}) =>
  post.happens(code, 'delivered', { receiver: 'NGUYEN THI HUONG', telling: 'keeps-quiet', ...said })

test('a result goes by post: ordered, scanned, signed for, delivered, and handed back with its number', async () => {
  const code = await ready()
  expect(allowed(await seePost(clerk(), 'to-send')).toSend.map((one) => one.code)).toContain(code)
  const order = ordering()
  const held = allowed(await orderParcel(clerk(), code, order))
  expect(allowed(await orderParcel(clerk(), code, order)).id).toBe(held.id)
  expect(held.parcel).toMatchObject({
    stage: 'waiting',
    zone: 'town',
    orderNumber: code,
    postageDong: 20_000,
  })
  expect(post.books.get(code)?.orders).toBe(1)

  const list = allowed(await openList(clerk(), { id: newId(), kind: 'to-post' }))
  // By the code of the dossier on its slip, and by the post's own label: one parcel, one scan.
  allowed(await scanLabel(clerk(), list.id, { label: code.toLowerCase() }))
  expect(await scanLabel(clerk(), list.id, { label: held.parcel.item ?? '' })).toMatchObject({
    refused: 'scanned-already',
  })
  expect(await confirmList(clerk(), list.id, confirming(2))).toMatchObject({ refused: 'count-differs' })
  expect((await stands(held.id)).stage).toBe('waiting')
  const confirmation = confirming(1)
  const closed = allowed(await confirmList(clerk(), list.id, confirmation))
  expect(closed.closed).toMatchObject({ declared: 1, why: null, worker: { name: 'Phạm Văn Thư' } })
  expect(allowed(await confirmList(clerk(), list.id, confirmation)).closed).toEqual(closed.closed)
  expect(await confirmList(clerk(), list.id, confirming(1))).toMatchObject({ refused: 'list-closed' })
  expect(await stands(held.id)).toMatchObject({
    stage: 'under-way',
    handedOverAt: toMoment(now),
    due: '2019-03-06T10:00:00.000Z',
  })

  later(20)
  await delivered(code)
  expect(await tells(code)).toBe(true)
  expect(await stands(held.id)).toMatchObject({ stage: 'delivered', isRecorded: true, doubt: null })
  const dossier = await dossierOf(code)
  expect(dossier).toMatchObject({ stage: 'returned', returnedBy: 'post' })
  const back = (await historyOf(hall.centre, code)).map(({ event }) => event).at(-1)
  expect(back).toMatchObject({ type: 'ResultHandedBack', way: 'post', proof: { slip: held.parcel.item } })
})

test('what the post says again, late, in a heap or by forgery hands a result back once', async () => {
  const code = await ready()
  const id = await handedOver(code)
  later(3)
  expect(await hearPost(alone(), notice(code, 'forged'))).toBe(false)
  await delivered(code)
  post.mood = 'repeats'
  await Promise.all([tells(code), tells(code), watched(), tells(code)])
  await Promise.all([tells(code), watched()])
  const types = (await historyOf(hall.centre, code)).map(({ event }) => event.type)
  expect(types.filter((type) => type === 'ResultHandedBack')).toHaveLength(1)
  const events = (await historiesOfParcels(hall.centre, [id])).get(id) ?? []
  expect(events.filter(({ type }) => type === 'DeliveryRecorded')).toHaveLength(1)
  const { version, ...folded } = foldParcel(events)
  expect(await stands(id)).toEqual({ version, ...folded })
  expect(await checkParcels(hall.centre)).toEqual([])
})

test('an order whose answer was lost is asked about before it is sent again, and is one', async () => {
  const code = await ready()
  post.mood = 'loses-answers'
  const { id, parcel } = allowed(await orderParcel(clerk(), code, ordering()))
  expect([parcel.stage, post.books.get(code)?.orders]).toEqual(['ordered', 1])
  post.mood = 'answers'
  later(1)
  await watched()
  expect(await stands(id)).toMatchObject({ stage: 'waiting', item: null })
  expect(post.books.get(code)?.orders).toBe(1)
})

test.each(['silent', 'nonsense', 'of-another'] as const)(
  'a post that answers %s is believed in nothing, and asked again',
  async (mood) => {
    const code = await ready()
    const id = await handedOver(code)
    later(3)
    await delivered(code)
    post.mood = mood
    await tells(code)
    expect((await stands(id)).stage).toBe('under-way')
    post.mood = 'answers'
    later(1)
    await watched()
    expect((await dossierOf(code))?.stage).toBe('returned')
  },
)

test('a delivery of what the post was never given is doubted, and the result stays here', async () => {
  const code = await ready()
  const { id } = allowed(await orderParcel(clerk(), code, ordering()))
  later(2)
  await delivered(code)
  await tells(code)
  expect(await stands(id)).toMatchObject({ stage: 'waiting', doubt: 'not-handed-over' })
  expect((await dossierOf(code))?.stage).toBe('ready')
  expect(allowed(await seePost(clerk(), 'to-see-to')).parcels.map((one) => one.id)).toContain(id)
  expect(allowed(await settleDoubt(clerk(), id, { note: 'Bưu điện nhầm mã' })).parcel.doubt).toBeNull()
})

test('somebody else received it: nothing is handed back before a person has seen to it', async () => {
  const code = await ready()
  const id = await handedOver(code)
  later(3)
  await delivered(code, { receiver: 'Trần Văn Lạ' })
  await tells(code)
  expect(await stands(id)).toMatchObject({ stage: 'delivered', doubt: 'receiver-unknown', isRecorded: false })
  expect((await dossierOf(code))?.stage).toBe('ready')
})

test('nobody met twice: the parcel comes back, is scanned at the counter, and goes out again under another number', async () => {
  const code = await ready()
  const id = await handedOver(code)
  const quiet = { telling: 'keeps-quiet' } as const
  later(4)
  await post.happens(code, 'attempted', quiet)
  later(48)
  await post.happens(code, 'attempted', quiet)
  await post.happens(code, 'going-back', quiet)
  await tells(code)
  expect(await stands(id)).toMatchObject({ stage: 'coming-back', breach: null })
  expect((await stands(id)).attempts).toHaveLength(2)
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'from-post' }))
  allowed(await scanLabel(clerk(), list.id, { label: code }))
  allowed(await confirmList(clerk(), list.id, confirming(1)))
  expect((await stands(id)).stage).toBe('came-back')
  expect(allowed(await seePost(clerk(), 'back')).parcels.map((one) => one.id)).toContain(id)
  const again = allowed(await orderParcel(clerk(), code, ordering()))
  expect(again.parcel).toMatchObject({ orderNumber: `${code}-2`, isAtPostsCost: false, stage: 'waiting' })
  expect(await parcelsOf(hall.centre, code)).toHaveLength(2)
})

test.each([
  ['what is owed', 33_000, 'returned', 'paid'],
  ['less than is owed', 8000, 'ready', 'doubted'],
] as const)('the post collects %s on delivery', async (_, collects, stage, money) => {
  const code = await ready(8000)
  const { id, parcel } = allowed(await orderParcel(clerk(), code, ordering()))
  expect(parcel).toMatchObject({ codDong: 33_000, ofPostDong: 25_000 })
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'to-post' }))
  allowed(await scanLabel(clerk(), list.id, { label: parcel.item ?? '' }))
  allowed(await confirmList(clerk(), list.id, confirming(1)))
  later(3)
  await delivered(code, { codDong: collects })
  await tells(code)
  await watched()
  const dossier = await dossierOf(code)
  expect(dossier?.stage).toBe(stage)
  const paid = dossier?.payments ?? []
  if (money === 'paid')
    expect(paid).toMatchObject([
      {
        way: 'online',
        dong: 33_000,
        through: { provider: 'post' },
        lines: [
          { kind: 'fee', dong: 8000 },
          { kind: 'postage', dong: 20_000 },
          { kind: 'postage', dong: 5000 },
        ],
      },
    ])
  else {
    expect(paid).toEqual([])
    expect((await stands(id)).doubt).toBe('not-recorded')
  }
})

test('postage is paid at the till with a receipt, lies on the cash sheet, and then the post collects nothing', async () => {
  const code = await ready(8000)
  const cashier = hall.deskOf('cashier', 'HCC-TN', now)
  const pay = async (dong: number) => {
    const { version = 0, step = '' } = (await dossierOf(code)) ?? {}
    const given = { type: 'TakePayment', id: newId(), version, step, way: 'cash', dong } as const
    return changeDossier(cashier, code, given)
  }
  const unpaid = await orderParcel(clerk(), code, ordering({ isCollecting: false }))
  expect(unpaid).toMatchObject({ refused: 'fee-unpaid', facts: { owed: 28_000 } })
  expect((await dossierOf(code))?.postage).toBeUndefined()

  const charge = { id: newId(), isDropped: false }
  expect(allowed(await chargePostage(clerk(), code, charge)).owedDong).toBe(28_000)
  const dropped = await chargePostage(clerk(), code, { id: newId(), isDropped: true })
  expect(allowed(dropped).owedDong).toBe(8000)
  expect(await chargePostage(clerk(), code, { id: newId(), isDropped: true })).toMatchObject({
    refused: 'no-fee-line',
  })
  allowed(await chargePostage(clerk(), code, { id: newId(), isDropped: false }))
  expect(allowed(await seeOrdering(clerk(), code)).postage).toEqual({
    isPaid: false,
    unpaidDong: 20_000,
    toChargeDong: null,
  })
  expect(await orderParcel(clerk(), code, ordering({ isCollecting: false }))).toMatchObject({
    refused: 'fee-unpaid',
  })
  expect(await pay(8000)).toMatchObject({ refused: 'other-amount' })
  allowed(await pay(28_000))
  const [paid] = (await dossierOf(code))?.payments ?? []
  expect(paid?.lines?.map(({ kind, dong }) => [kind, dong])).toEqual([
    ['fee', 8000],
    ['postage', 20_000],
  ])
  const [sheet] = allowed(await seeCashSheet(cashier, '2019-03-05')).sheets
  expect(sheet).toMatchObject({ sums: { cash: 28_000 }, postageDong: 20_000 })
  const counted = { '20000': 1, '5000': 1, '2000': 1, '1000': 1 }
  const close = { id: newId(), on: '2019-03-05', openingDong: 0, counted, why: null }
  expect(allowed(await closeCashSheet(cashier, close)).content).toMatchObject({ differenceDong: 0 })
  expect(await checkCash(hall.centre)).toEqual([])

  const { id, parcel } = allowed(await orderParcel(clerk(), code, ordering({ isCollecting: false })))
  expect(parcel).toMatchObject({ codDong: 0, ofPostDong: 0, postageDong: 20_000 })
  // Given up before it left, what was paid stays paid for the next.
  allowed(await cancelParcel(clerk(), id, { reason: 'Sai địa chỉ' }))
  await handedOver(code, { isCollecting: false })
  later(3)
  await delivered(`${code}-2`)
  await tells(`${code}-2`)
  expect(await dossierOf(code)).toMatchObject({ stage: 'returned' })
})

test('what the post was to collect and never carried is asked no more', async () => {
  const code = await ready()
  const { id } = allowed(await orderParcel(clerk(), code, ordering()))
  expect(owedDong((await dossierOf(code)) ?? nobody())).toBe(25_000)
  allowed(await cancelParcel(clerk(), id, { reason: 'Người dân đến lấy' }))
  expect(owedDong((await dossierOf(code)) ?? nobody())).toBe(0)
})
const nobody = (): never => {
  throw new Error('no dossier')
}

test('what the post lists as collected is held against what was heard, and what nobody heard of lies before a cashier', async () => {
  const code = await ready(9000)
  const { parcel } = allowed(await orderParcel(clerk(), code, ordering()))
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'to-post' }))
  allowed(await scanLabel(clerk(), list.id, { label: parcel.item ?? '' }))
  allowed(await confirmList(clerk(), list.id, confirming(1)))
  later(3)
  await delivered(code, { codDong: 34_000 })
  await tells(code)
  const cashier = { ...hall.deskOf('cashier', 'HCC-TN', now), post: vnpost(post.settings) }
  const csv = [
    'Số hiệu bưu gửi,Mã đơn hàng,Tiền thu hộ,Thời gian phát',
    `${parcel.item ?? ''},${code},34000,05/03/2019 11:00:00`,
    'EK999999999VN,X,4000,05/03/2019 11:30:00',
  ].join('\n')
  const bytes = new TextEncoder().encode(csv)
  const { content } = allowed(await compareProviderFile(cashier, { provider: 'post', bytes }))
  expect(content).toMatchObject({ matched: expect.any(Number), unheard: ['EK999999999VN'], differing: [] })
  const seen = allowed(await seeReconciliation(cashier, { after: null, chosen: null, sought: null }))
  expect(seen.providers).toContain('post')
  expect(JSON.stringify(seen)).toContain('EK999999999VN')
})

test('papers the post brings count as submitted when both sides signed, and become one dossier', async () => {
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'from-post' }))
  for (const label of ['EK700000001VN', 'EK700000002VN', 'EK700000003VN'])
    allowed(await scanLabel(clerk(), list.id, { label }))
  allowed(await takeOff(clerk(), list.id, { label: 'EK700000003VN' }))
  const why = 'Một phong bì để lại lần sau'
  expect(await confirmList(clerk(), list.id, confirming(3))).toMatchObject({ refused: 'count-differs' })
  expect(allowed(await confirmList(clerk(), list.id, confirming(3, why))).closed?.why).toBe(why)
  const submittedAt = toMoment(now)
  const { parcels } = allowed(await seePost(clerk(), 'arrived'))
  const [first, second] = parcels.filter(({ label }) => label.startsWith('EK70000000'))
  if (!first || !second) throw new Error('not there')
  later(5)
  hall = { ...hall, deskOf: hall.deskOf }
  const given = { channel: 'post' as const, parcel: first.id, returnWish: WISH }
  const desk = hall.deskOf
  const receipt = await received({ ...hall, deskOf: (one, unit) => desk(one, unit, now) }, given)
  expect(receipt.receivedAt).toBe(submittedAt)
  const dossier = await dossierOf(receipt.code)
  expect(dossier?.sentIn).toEqual({ parcel: first.id, label: first.label, submittedAt })
  expect(await stands(first.id)).toMatchObject({ stage: 'used', code: receipt.code })
  const twice = await received({ ...hall, deskOf: (one, unit) => desk(one, unit, now) }, given).catch(String)
  expect(twice).toContain('parcel-not-so-far')
  expect(allowed(await useParcel(clerk(), second.id, { code: receipt.code })).parcel.stage).toBe('used')
})

test('the clock goes on from when the post’s supplement was signed for, and its parcel is used with it', async () => {
  const { code } = await received({ ...hall, deskOf: (one, unit) => hall.deskOf(one, unit, EIGHT) })
  const handler = () => hall.deskOf('handler', 'TCKH', now)
  const lying = async () => (await dossierOf(code)) ?? expect.fail('gone')
  const common = async () => {
    const { version, step } = await lying()
    return { id: newId(), version, step }
  }
  const items = [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'NĐ 61/2018' }]
  const early = allowed(await openList(clerk(), { id: newId(), kind: 'from-post' }))
  allowed(await scanLabel(clerk(), early.id, { label: 'EK710000001VN' }))
  allowed(await confirmList(clerk(), early.id, confirming(1)))
  later(1)
  const asking = { ...(await common()), items, whyAgain: null, answerBy: null }
  allowed(await requestSupplement(handler(), code, asking))
  later(1)
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'from-post' }))
  allowed(await scanLabel(clerk(), list.id, { label: 'EK710000002VN' }))
  allowed(await confirmList(clerk(), list.id, confirming(1)))
  const signedFor = toMoment(now)
  later(24)
  const taking = async (parcel: string, channel: 'post' | 'counter' = 'post') => {
    const given = { ...(await common()), components: [], channel, parcel }
    return takeSupplement(clerk(), code, given)
  }
  // What was brought before it was asked for is no answer; what did not come by post has no parcel.
  expect(await taking('EK710000001VN')).toMatchObject({ refused: 'before-last-event' })
  expect(await taking('EK710000002VN', 'counter')).toMatchObject({ refused: 'parcel-of-other-channel' })
  expect(await taking('EK999999999VN')).toMatchObject({ refused: 'no-such-parcel' })
  const before = await lying()
  const { counting } = await bookOf(opened.centre)
  const due = resumedDue(counting, 'minutesLeft' in before ? before.minutesLeft : null, fromMoment(signedFor))
  allowed(await taking('EK710000002VN'))
  expect(await lying()).toMatchObject({
    stage: 'in-process',
    lawfulDue: isRefusal(due) || due.due === null ? '' : toMoment(due.due),
  })
  const { parcels } = allowed(await seePost(clerk(), 'arrived'))
  expect(parcels.map(({ label }) => label)).not.toContain('EK710000002VN')
  expect(await taking('EK710000002VN')).toMatchObject({ refused: 'not-at-this-stage' })
})

test('a list given up moves nothing, an order is taken back, and nobody else does either', async () => {
  const code = await ready()
  const { id, parcel } = allowed(await orderParcel(clerk(), code, ordering()))
  const list = allowed(await openList(clerk(), { id: newId(), kind: 'to-post' }))
  allowed(await scanLabel(clerk(), list.id, { label: parcel.item ?? '' }))
  allowed(await dropList(clerk(), list.id, { id: newId() }))
  expect(await scanLabel(clerk(), list.id, { label: code })).toMatchObject({ refused: 'list-closed' })
  expect((await stands(id)).stage).toBe('waiting')
  const handler = hall.deskOf('handler', 'TCKH')
  for (const outcome of [
    await cancelParcel(handler, id, { reason: 'x' }),
    await orderParcel(handler, code, ordering()),
    await openList(handler, { id: newId(), kind: 'to-post' }),
    await seePost(handler, 'to-send'),
  ])
    expect(isRefusal(outcome) && outcome.refused).toBe('not-permitted')
  post.mood = 'silent'
  expect(await cancelParcel(clerk(), id, { reason: 'Đến lấy' })).toMatchObject({ refused: 'post-silent' })
  post.mood = 'answers'
  expect(allowed(await cancelParcel(clerk(), id, { reason: 'Đến lấy' })).parcel.stage).toBe('cancelled')
  expect(post.books.get(code)?.isCancelled).toBe(true)
  expect(await askPost(clerk(), { id, asked: 0, parcel: await stands(id) })).toBe(true)
})
