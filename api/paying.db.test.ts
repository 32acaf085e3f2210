import { serve, type ServerType } from '@hono/node-server'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { dayOf, fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { PaymentOrder } from '#domain/paying/order.ts'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import { BY_ITSELF } from '#domain/people/online-cashier.ts'
import type { Post } from '#domain/people/may.ts'
import { bankAccount } from '#partners/payments/bank-account.ts'
import { nationalPlatform } from '#partners/payments/national-platform.ts'
import { DEEDS, type Deed } from '#partners/payments/simulated-deeds.ts'
import { type SimulatedProviders, startSimulatedProviders } from '#partners/payments/simulated-providers.ts'
import { vnpay } from '#partners/payments/vnpay.ts'
import { signedAddress } from '#partners/payments/vnpay-signature.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { historyOf } from '#store/dossier-events.ts'
import { addMoney, moneyById, moneyOfOrders } from '#store/money-in.ts'
import { orderById, ordersFor } from '#store/payment-orders.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '#work/a-hall.ts'
import { changeDossier } from '#work/change-dossier.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { checkPayments } from '#work/checks/check-payments.ts'
import { newId } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import { aCitizen, aDraft, citizenDesk } from '#work/filing/a-filing.ts'
import { acceptFiling } from '#work/filing/accept-filing.ts'
import { refuseFiling } from '#work/filing/answer-applicant.ts'
import { seeFiling } from '#work/filing/see-filing.ts'
import { submitFiling } from '#work/filing/submit-filing.ts'
import { seeCashSheet } from '#work/money/see-cash-sheet.ts'
import { askAgain } from '#work/paying/ask-again.ts'
import { compareProviderFile } from '#work/paying/compare-provider-file.ts'
import { creditMoney } from '#work/paying/credit-money.ts'
import type { PaymentOffice } from '#work/paying/payment-office.ts'
import { agreeToRefund, askRefund, dropRefund } from '#work/paying/refunding.ts'
import { openPayment, seePayment } from '#work/paying/see-payment.ts'
import { seeMoneyOfDay } from '#work/paying/see-money-of-day.ts'
import { seeReconciliation } from '#work/paying/see-reconciliation.ts'
import { takeThrough, written } from '#work/paying/settle-money.ts'
import { watchPayments } from '#work/paying/watch-payments.ts'
import { followDossier } from '#work/reading/follow-dossier.ts'
import { seeDossier } from '#work/reading/see-dossier.ts'
import { apiApp } from './app.ts'
import { limits } from './rate-limit.ts'
import { testDoors } from './test-doors.ts'

let opened: TestCentre
let hall: Hall
let server: ServerType
let origin: string
let providers: SimulatedProviders
let payments: PaymentOffice
const made = testDoors({
  people: new Map(),
  deskWith: (actor, now) => ({ centre: opened.centre, now, actor, payments }),
  now: toMoment(EIGHT),
})
const { clock, faults } = made

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  await new Promise<void>((listening) => {
    server = serve({ fetch: apiApp(made.doors).fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`
      listening()
    })
  })
  providers = await startSimulatedProviders({
    now: () => clock.now,
    noticeAt: (key) => `${origin}/api/v1/payments/${key}/notice`,
    returnTo: `${origin}/tra-cuu/nop-tien/ve`,
    secret: 'only-for-tests',
  })
  const { settings } = providers
  payments = {
    providers: [vnpay(settings.vnpay), nationalPlatform(settings.national), bankAccount(settings.bank)],
  }
})
afterAll(async () => {
  await providers.stop()
  server.close()
  await opened.close()
})
beforeEach(() => {
  clock.now = clock.now.add({ hours: 1 })
  providers.vnpay.books.mood = 'answers'
  providers.national.books.mood = 'answers'
})

const publicDesk = (): Desk => ({
  centre: opened.centre,
  now: clock.now,
  actor: { kind: 'public' },
  payments,
})
const staffDesk = (post: Post, unit: string): Desk => ({ ...hall.deskOf(post, unit, clock.now), payments })
const cashier = () => staffDesk('cashier', 'HCC-TN')
const director = () => staffDesk('director', 'HCC')

interface Owing {
  readonly code: string
  readonly key: string
}

/** A dossier of which 8.000 đ are owed. */
async function charged(dong = 8000): Promise<Owing> {
  const { code, version, step, lookupKey } = await received(hall)
  const lines = [{ kind: 'fee', name: 'Lệ phí', dong }] as const
  const assess = { id: newId(), type: 'AssessFee', version, step, lines, exemption: null } as const
  allowed(await changeDossier(staffDesk('clerk', 'HCC-TN'), code, assess))
  return { code, key: lookupKey }
}

const asked = (provider: ProviderKey, id = newId()) => ({
  id,
  provider,
  from: '203.0.113.7',
  returnTo: `${origin}/tra-cuu/nop-tien/ve`,
  language: 'vi' as const,
})

async function ordered(owing: Owing, provider: ProviderKey): Promise<PaymentOrder> {
  const order = allowed(await openPayment(publicDesk(), owing, asked(provider)))
  if (order.way?.kind === 'page') await fetch(order.way.url)
  return order
}

const act = (order: PaymentOrder, deed: Deed) =>
  providers[order.provider === 'national' ? 'national' : 'vnpay'].act(order.reference, deed)
const watch = () =>
  watchPayments(publicDesk(), (what, error) => {
    throw new Error(what, { cause: error })
  })
const standings = async (...orders: readonly PaymentOrder[]) =>
  (
    await moneyOfOrders(
      opened.centre,
      orders.map(({ id }) => id),
    )
  ).map(({ money }) => money.doubt ?? money.standing)
const moneyOf = async (order: PaymentOrder) => (await moneyOfOrders(opened.centre, [order.id]))[0]?.id ?? ''
const taken = async ({ code }: Owing) =>
  (await historyOf(opened.centre, code)).flatMap(({ event }) =>
    event.type === 'PaymentTaken' ? [event] : [],
  )
const owed = async (owing: Owing) => allowed(await seePayment(publicDesk(), owing)).owedDong
const seen = (owing: Owing) => seePayment(publicDesk(), owing)
const noticed = (query: string, address = '192.0.2.8') =>
  fetch(`${origin}/api/v1/payments/vnpay/notice?${query}`, { headers: { 'x-test-address': address } })
const refusedAs = (outcome: Outcome<unknown>) => (isRefusal(outcome) ? outcome.refused : null)

test('what VNPAY says from server to server pays the dossier, with a receipt of its own series; the browser says nothing', async () => {
  const owing = await charged()
  const before = allowed(await seen(owing))
  expect(before).toMatchObject({
    owedDong: 8000,
    payable: { dong: 8000 },
    ways: ['vnpay', 'national', 'bank'],
  })
  const order = await ordered(owing, 'vnpay')
  expect(order.way).toMatchObject({ kind: 'page' })
  // No name, no number, no code of the dossier goes along.
  expect(JSON.stringify(order.way)).not.toMatch(/Nguy|100123456|H49/)
  expect(await owed(owing)).toBe(8000)
  await act(order, 'pays')
  const [payment] = await taken(owing)
  expect(payment).toMatchObject({
    way: 'online',
    dong: 8000,
    receiptNumber: '2019/TT-0000001',
    by: { staff: BY_ITSELF, post: 'cashier', unit: 'HCC-TN' },
    payer: 'Nguyễn Thị Hương',
    lines: [{ name: 'Lệ phí', dong: 8000 }],
    through: { provider: 'vnpay', order: order.reference },
  })
  expect(allowed(await seen(owing))).toMatchObject({
    owedDong: 0,
    payable: null,
    orders: [{ state: 'paid' }],
    payments: [{ way: 'online', receiptNumber: '2019/TT-0000001' }],
  })
  expect(await refusedAs(await openPayment(publicDesk(), owing, asked('vnpay')))).toBe('nothing-owed')
  // It lies in nobody's till.
  expect(allowed(await seeCashSheet(director(), '2019-03-05')).sheets).toEqual([])
  // The cashier sees it on the dossier, where it can be neither cancelled nor refunded at the counter.
  const lying = allowed(await seeDossier(cashier(), owing.code))
  const on = { id: newId(), version: lying.version, step: lying.step.key, payment: payment?.payment ?? '' }
  const why = { reason: 'Nhầm', ground: 'Luật' }
  const cancel = { ...on, type: 'CancelPayment', reason: 'Nhầm' } as const
  expect(refusedAs(await changeDossier(cashier(), owing.code, cancel))).toBe('refund-by-two')
  const refund = { ...on, type: 'AskRefund', dong: 8000, ...why } as const
  expect(refusedAs(await changeDossier(cashier(), owing.code, refund))).toBe('refund-by-two')
})

test('the same form sent twice is one order; code and key are asked for', async () => {
  const owing = await charged()
  const same = asked('vnpay')
  const [one, other] = [
    allowed(await openPayment(publicDesk(), owing, same)),
    allowed(await openPayment(publicDesk(), owing, same)),
  ]
  expect(other).toEqual(one)
  expect(await ordersFor(opened.centre, { kind: 'dossier', id: owing.code }, 10)).toHaveLength(1)
  // Sent again from a page left open after the attempt has failed, it is another attempt.
  await fetch(one.way?.kind === 'page' ? one.way.url : '')
  await act(one, 'declines')
  const again = allowed(await openPayment(publicDesk(), owing, same))
  expect(again.reference).not.toBe(one.reference)
  expect(allowed(await openPayment(publicDesk(), owing, same)).id).toBe(again.id)
  expect(await refusedAs(await openPayment(publicDesk(), await charged(), same))).toBe('command-id-reused')
  const wrong = { ...owing, key: '0000000000' }
  expect(refusedAs(await openPayment(publicDesk(), wrong, asked('vnpay')))).toBe('no-such-dossier')
  expect(refusedAs(await seePayment(publicDesk(), wrong))).toBe('no-such-dossier')
})

test.each([
  ['pays', ['credited'], 0],
  ['declines', [], 8000],
  ['pays-announced-twice', ['credited'], 0],
  ['pays-less', ['other-amount'], 8000],
  ['pays-twice', ['credited', 'twice'], 0],
  ['forges', [], 8000],
] as const)('VNPAY %s: %s', async (deed, money, left) => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  await act(order, deed)
  expect(await standings(order)).toEqual(money)
  expect(await owed(owing)).toBe(left)
  expect(await taken(owing)).toHaveLength(left === 0 ? 1 : 0)
  if (deed === 'pays-twice') expect(allowed(await seen(owing)).orders).toMatchObject([{ state: 'paid-more' }])
})

test('VNPAY hears in its own codes what became of its notice', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  const { terminal, secret } = providers.settings.vnpay
  const fields = {
    vnp_Amount: '800000',
    vnp_PayDate: '20190305093000',
    vnp_ResponseCode: '00',
    vnp_TmnCode: terminal,
    vnp_TransactionNo: '77001',
    vnp_TransactionStatus: '00',
    vnp_TxnRef: order.reference,
  }
  const code = async (over: object, by = secret) => {
    const { search } = new URL(signedAddress('http://x.vn/', { ...fields, ...over }, by))
    const answer = await noticed(search.slice(1))
    expect(answer.status).toBe(200)
    return Object(await answer.json()).RspCode
  }
  expect(await code({}, 'another-secret')).toBe('97')
  expect(await code({ vnp_TmnCode: 'ANOTHER1' })).toBe('97')
  expect(await code({ vnp_TxnRef: 'MC0000000000X', vnp_TransactionNo: '77002' })).toBe('01')
  expect(await code({ vnp_Amount: '900000', vnp_TransactionNo: '77003' })).toBe('04')
  expect(await code({})).toBe('00')
  expect(await code({})).toBe('02')
  expect(await owed(owing)).toBe(0)
  const answer = await noticed('')
  expect(await answer.json()).toMatchObject({ RspCode: '97' })
})

test('whoever sends forged notices is put off, and nobody else; where nobody is paid through, there is nothing', async () => {
  for (let n = 0; n < 30; n += 1) await noticed(`vnp_TxnRef=${n}`, '198.51.100.4')
  const put = await noticed('vnp_TxnRef=x', '198.51.100.4')
  expect([put.status, put.headers.has('retry-after')]).toEqual([429, true])
  expect((await noticed('vnp_TxnRef=x', '198.51.100.5')).status).toBe(200)
  const without = testDoors({
    people: new Map(),
    deskWith: (actor, now) => ({ centre: opened.centre, now, actor }),
  })
  const app = apiApp({ ...without.doors, limits: limits() })
  expect((await app.request('/api/v1/payments/vnpay/notice')).status).toBe(404)
  const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }
  expect((await app.request('/api/v1/payments/bank/notice', json)).status).toBe(404)
})

test('when a notice cannot be taken in, the provider hears so and sends it again', async () => {
  const broken = testDoors({
    people: new Map(),
    deskWith: (actor, now) => {
      const away = {
        ...opened.centre,
        get db(): never {
          throw new Error('away')
        },
      }
      return { centre: away, now, actor, payments }
    },
  })
  const app = apiApp(broken.doors)
  const { terminal, secret } = providers.settings.vnpay
  const { search } = new URL(
    signedAddress('http://x.vn/', { vnp_TmnCode: terminal, vnp_TxnRef: 'MC1', vnp_Amount: '100' }, secret),
  )
  const answer = await app.request(`/api/v1/payments/vnpay/notice${search}`)
  expect(await answer.json()).toMatchObject({ RspCode: '99' })
  expect(broken.faults).toHaveLength(1)
})

test('a payment nobody told of is found by asking; an order nobody pays expires and is not asked about for ever', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  await act(order, 'pays-unannounced')
  expect(await standings(order)).toEqual([])
  clock.now = clock.now.add({ minutes: 1 })
  await watch()
  expect(await standings(order)).toEqual([])
  clock.now = clock.now.add({ minutes: 2 })
  await watch()
  expect(await standings(order)).toEqual(['credited'])
  const idle = await ordered(await charged(), 'vnpay')
  for (let n = 0; n < 8; n += 1) {
    clock.now = clock.now.add({ minutes: 5 })
    await watch()
  }
  expect(await orderById(opened.centre, idle.id)).toMatchObject({ ended: 'expired', askAt: null })
})

test('back from the page of the provider it is asked at once; silent or talking nonsense, nothing is decided', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  await act(order, 'pays-unannounced')
  for (const mood of ['silent', 'nonsense'] as const) {
    providers.vnpay.books.mood = mood
    expect(allowed(await seen(owing))).toMatchObject({ owedDong: 8000, orders: [{ state: 'waiting' }] })
  }
  providers.vnpay.books.mood = 'answers'
  expect(allowed(await seen(owing))).toMatchObject({ owedDong: 0, orders: [{ state: 'paid' }] })
})

test('an order of which nobody says for days how it ended lies before a person', async () => {
  const order = await ordered(await charged(), 'vnpay')
  providers.vnpay.books.mood = 'silent'
  const begun = clock.now
  for (let hours = 1; hours < 90; hours += 3) {
    clock.now = begun.add({ hours })
    await watch()
  }
  const { unclear } = allowed(await seeReconciliation(cashier(), { after: null, chosen: null, sought: null }))
  expect(unclear.map(({ id }) => id)).toEqual([order.id])
  expect(refusedAs(await askAgain(cashier(), { order: order.id }))).toBe('provider-silent')
  providers.vnpay.books.mood = 'answers'
  expect(refusedAs(await askAgain(director(), { order: order.id }))).toBe('not-permitted')
  expect(await askAgain(cashier(), { order: order.id })).toBe(true)
  expect(await orderById(opened.centre, order.id)).toMatchObject({ ended: 'expired' })
  clock.now = begun
})

test('a number read out at the counter finds the attempt and its money; a day is summed by provider', async () => {
  const order = await ordered(await charged(), 'vnpay')
  await act(order, 'pays-twice')
  const look = async (sought: string) =>
    allowed(await seeReconciliation(cashier(), { after: null, chosen: null, sought }))
  const byReference = await look(` ${order.reference.toLowerCase()} `)
  expect(byReference.order).toMatchObject({ id: order.id, ended: 'paid', canBeAsked: false })
  expect(byReference.chosen.map(({ money }) => money.standing)).toEqual(['credited', 'doubted'])
  const [first] = byReference.chosen
  expect(first?.history.map(({ type }) => type)).toEqual(['MoneyCame', 'MoneyCredited'])
  const byNumber = await look(first?.money.transaction ?? '')
  expect(byNumber.chosen.map(({ id }) => id)).toEqual([first?.id])
  expect((await look('không có')).chosen).toEqual([])
  const on = dayOf(clock.now).toString()
  const day = allowed(await seeMoneyOfDay(director(), on))
  const ofVnpay = day.providers.find(({ provider }) => provider === 'vnpay')
  const books = providers.vnpay.books.payments.filter(
    ({ paidAt }) => dayOf(fromMoment(paidAt)).toString() === on,
  )
  expect(ofVnpay?.dong).toBeGreaterThanOrEqual(books.reduce((sum, { dong }) => sum + dong, 0))
  expect(day.unused).toEqual([])
})

test('paid in time and told late is in time; paid when it was over lies before a person', async () => {
  const inTime = await charged()
  const order = await ordered(inTime, 'vnpay')
  await act(order, 'pays-unannounced')
  clock.now = clock.now.add({ hours: 30 })
  await watch()
  expect(await standings(order)).toEqual(['credited'])
  const late = await charged()
  const over = await ordered(late, 'vnpay')
  clock.now = clock.now.add({ minutes: 30 })
  await act(over, 'pays')
  expect(await standings(over)).toEqual(['late'])
  expect(await owed(late)).toBe(8000)
  // A person counts it after all.
  const money = await moneyOf(over)
  expect(allowed(await creditMoney(cashier(), { money, code: late.code }))).toMatchObject({
    standing: 'credited',
  })
  expect(allowed(await creditMoney(cashier(), { money, code: late.code }))).toMatchObject({
    standing: 'credited',
  })
  expect(await taken(late)).toMatchObject([
    { way: 'online', receiptNumber: expect.stringMatching(/^2019\/TT-/) },
  ])
  expect(await owed(late)).toBe(0)
})

test('the national platform is asked back before it is believed, and asked again when it does not answer', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'national')
  expect(order.way).toMatchObject({ kind: 'page' })
  providers.national.books.mood = 'silent'
  await act(order, 'pays')
  expect(await standings(order)).toEqual([])
  providers.national.books.mood = 'answers'
  await watch()
  expect(await standings(order)).toEqual(['credited'])
  const lied = await ordered(await charged(), 'national')
  await act(lied, 'forges')
  expect(await standings(lied)).toEqual([])
  const declined = await ordered(await charged(), 'national')
  await act(declined, 'declines')
  expect(await orderById(opened.centre, declined.id)).toMatchObject({ ended: 'failed' })
  const told = await ordered(await charged(), 'national')
  await act(told, 'pays-announced-twice')
  expect(await standings(told)).toEqual(['credited'])
})

test('a provider that is away is said so, and its order is asked about all the same', async () => {
  providers.national.books.mood = 'silent'
  const owing = await charged()
  const asking = asked('national')
  expect(refusedAs(await openPayment(publicDesk(), owing, asking))).toBe('provider-away')
  expect(await orderById(opened.centre, asking.id)).toMatchObject({ way: null, ended: null })
  expect(allowed(await seen(owing))).toMatchObject({ orders: [{ state: 'asked' }] })
  providers.national.books.mood = 'answers'
  // Sent again, the same order is opened.
  expect(allowed(await openPayment(publicDesk(), owing, asking)).way).toMatchObject({ kind: 'page' })
})

test('a transfer is found by its reference in the notice or in the statement; the rest lies before a person', async () => {
  const [one, other] = [await charged(), await charged(9000)]
  const [noticedOrder, statedOrder] = [await ordered(one, 'bank'), await ordered(other, 'bank')]
  expect(noticedOrder.way).toMatchObject({ kind: 'transfer', content: noticedOrder.reference })
  await providers.bank.transfer({
    dong: 8000,
    content: `chuyen tien ${noticedOrder.reference.toLowerCase()} cam on`,
    isTold: true,
  })
  expect(await standings(noticedOrder)).toEqual(['credited'])
  await providers.bank.transfer({ dong: 9000, content: `Nộp ${statedOrder.reference}`, isTold: false })
  await providers.bank.transfer({ dong: 50_000, content: 'NGUYEN VAN A nop tien', isTold: true })
  const bytes = new TextEncoder().encode(providers.bank.statement())
  const compared = allowed(await compareProviderFile(cashier(), { provider: 'bank', bytes }))
  expect(compared.content).toMatchObject({ lines: 3, matched: 2, unheard: [expect.any(String)], missing: [] })
  expect(await standings(statedOrder)).toEqual(['credited'])
  expect(allowed(await compareProviderFile(cashier(), { provider: 'bank', bytes }))).toEqual(compared)
  const { lines } = allowed(await seeReconciliation(director(), { after: null, chosen: null, sought: null }))
  const found = lines.find(({ text }) => text === 'NGUYEN VAN A nop tien')
  expect(found).toMatchObject({ money: { doubt: 'no-such-order', dong: 50_000 }, goesBackByItself: false })
  const accesses = await opened.centre.db
    .selectFrom('access_record')
    .select('what')
    .where('what', '=', 'see-reconciliation')
    .execute()
  expect(accesses.length).toBeGreaterThan(0)
  expect(refusedAs(await compareProviderFile(director(), { provider: 'bank', bytes }))).toBe('not-permitted')
})

test('the list of VNPAY is held against ours: what we had not heard of is taken in, what it does not have is told', async () => {
  const [heard, unheard] = [await ordered(await charged(), 'vnpay'), await ordered(await charged(), 'vnpay')]
  await act(heard, 'pays')
  await act(unheard, 'pays-unannounced')
  const list = await (await fetch(`${providers.origin}/vnpay/list.csv`)).text()
  const bytes = new TextEncoder().encode(list)
  const compared = allowed(await compareProviderFile(cashier(), { provider: 'vnpay', bytes }))
  expect(compared.content.unheard.length).toBeGreaterThan(0)
  expect(await standings(heard, unheard)).toEqual(['credited', 'credited'])
  const [head = '', first = ''] = list.split('\n')
  const lastDay =
    list
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^[^,]*,[^,]*/, '999,999') ?? ''
  const less = new TextEncoder().encode([head, first.replace(',8000,', ',7000,'), lastDay].join('\n'))
  const notCompared = async () =>
    allowed(await seeReconciliation(cashier(), { after: null, chosen: null, sought: null })).notCompared
  clock.now = clock.now.add({ hours: 48 })
  await providers.bank.transfer({ dong: 5, content: 'x', isTold: true })
  const on = dayOf(clock.now).toString()
  expect((await notCompared()).filter((one) => one.on === on)).toEqual([])
  clock.now = clock.now.add({ hours: 24 })
  expect(await notCompared()).toContainEqual({ provider: 'bank', on })
  const statement = new TextEncoder().encode(providers.bank.statement())
  allowed(await compareProviderFile(cashier(), { provider: 'bank', bytes: statement }))
  expect(await notCompared()).not.toContainEqual({ provider: 'bank', on })
  const differing = allowed(await compareProviderFile(cashier(), { provider: 'vnpay', bytes: less }))
  expect(differing.content.differing).toMatchObject([{ dong: 8000, found: 7000 }])
  expect(differing.content.missing.length).toBeGreaterThan(0)
})

test('paid at the counter meanwhile, or of a fee that has changed, money lies before a person', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  const lying = allowed(await seeDossier(cashier(), owing.code))
  const cash = { id: newId(), type: 'TakePayment', version: lying.version, step: lying.step.key } as const
  allowed(await changeDossier(cashier(), owing.code, { ...cash, way: 'cash', dong: 8000 }))
  await act(order, 'pays')
  expect(await standings(order)).toEqual(['not-owed'])
  expect(allowed(await seen(owing)).orders).toMatchObject([{ state: 'doubted' }])
  const changing = await charged()
  const old = await ordered(changing, 'vnpay')
  const at = allowed(await seeDossier(cashier(), changing.code))
  const lines = [{ kind: 'fee', name: 'Lệ phí', dong: 5000 }] as const
  const assess = { id: newId(), type: 'AssessFee', version: at.version, step: at.step.key, lines } as const
  allowed(await changeDossier(cashier(), changing.code, { ...assess, exemption: null }))
  await act(old, 'pays')
  expect(await standings(old)).toEqual(['fee-changed'])
  expect(refusedAs(await creditMoney(cashier(), { money: await moneyOf(old), code: changing.code }))).toBe(
    'other-amount',
  )
})

test('money goes back the way it came when a second person agrees, once, and the dossier bears it', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  await act(order, 'pays')
  const money = await moneyOf(order)
  const ask = { id: newId(), money, dong: 3000, reason: 'Thu thừa', ground: 'Luật Phí và lệ phí 2015' }
  expect(refusedAs(await askRefund(director(), ask))).toBe('not-permitted')
  expect(refusedAs(await askRefund(cashier(), { ...ask, dong: 8001 }))).toBe('other-amount')
  allowed(await askRefund(cashier(), ask))
  allowed(await askRefund(cashier(), ask))
  expect(refusedAs(await askRefund(cashier(), { ...ask, id: newId() }))).toBe('refund-under-way')
  const agree = { money, refund: ask.id, reference: null }
  expect(refusedAs(await agreeToRefund(cashier(), agree))).toBe('second-person-needed')
  providers.vnpay.books.mood = 'silent'
  expect(allowed(await agreeToRefund(director(), agree)).refund).toMatchObject({
    agreedBy: expect.any(String),
  })
  expect(refusedAs(await agreeToRefund(director(), agree))).toBe('refund-under-way')
  expect(refusedAs(await dropRefund(cashier(), { money, refund: ask.id, comment: 'Thôi' }))).toBe(
    'refund-under-way',
  )
  const { underWay } = allowed(
    await seeReconciliation(director(), { after: null, chosen: null, sought: null }),
  )
  expect(underWay.map(({ id }) => id)).toEqual([money])
  providers.vnpay.books.mood = 'answers'
  await Promise.all([watch(), watch()])
  await watch()
  const [payment] = allowed(await seen(owing)).payments
  expect(payment).toMatchObject({ state: 'taken', refundedDong: 3000 })
  expect(await owed(owing)).toBe(0)
  const paid = providers.vnpay.books.payments.find(({ reference }) => reference === order.reference)
  expect(paid?.refundedDong).toBe(3000)
  const refunds = (await historyOf(opened.centre, owing.code)).filter(
    ({ event }) => event.type === 'PaymentRefunded',
  )
  expect(refunds).toMatchObject([
    { event: { dong: 3000, way: 'online', agreed: { reference: expect.any(String) } } },
  ])
  // What the provider will not give back, people transfer.
  const rest = { ...ask, id: newId(), dong: 5000 }
  allowed(await askRefund(cashier(), rest))
  if (paid) paid.refundedDong = 8000
  expect(allowed(await agreeToRefund(director(), { money, refund: rest.id, reference: null }))).toMatchObject(
    {
      refund: null,
      refundRefused: '95',
    },
  )
  const byHand = { ...rest, id: newId() }
  allowed(await askRefund(cashier(), byHand))
  const transferred = { money, refund: byHand.id, reference: 'FT19065001' }
  expect(allowed(await agreeToRefund(director(), transferred))).toMatchObject({ refundedDong: 8000 })
  expect(refusedAs(await askRefund(cashier(), { ...rest, id: newId(), dong: 1 }))).toBe('money-settled')
})

test('doubted money goes back whole; a bank gives nothing back by itself; a refund can be dropped', async () => {
  const order = await ordered(await charged(), 'vnpay')
  await act(order, 'pays-less')
  const money = await moneyOf(order)
  const ask = { id: newId(), money, dong: 7000, reason: 'Nộp thiếu', ground: 'Luật' }
  expect(refusedAs(await askRefund(cashier(), { ...ask, dong: 1000 }))).toBe('other-amount')
  allowed(await askRefund(cashier(), ask))
  allowed(await dropRefund(director(), { money, refund: ask.id, comment: 'Hỏi lại người nộp' }))
  expect(refusedAs(await agreeToRefund(director(), { money, refund: ask.id, reference: null }))).toBe(
    'no-refund-asked',
  )
  const again = { ...ask, id: newId() }
  allowed(await askRefund(cashier(), again))
  expect(
    allowed(await agreeToRefund(director(), { money, refund: again.id, reference: null })),
  ).toMatchObject({
    refundedDong: 7000,
    refund: null,
  })
  const transfer = await ordered(await charged(), 'bank')
  await providers.bank.transfer({ dong: 1, content: transfer.reference, isTold: true })
  const little = { id: newId(), money: await moneyOf(transfer), dong: 1, reason: 'Nộp nhầm', ground: 'Luật' }
  allowed(await askRefund(cashier(), little))
  const agree = { money: little.money, refund: little.id, reference: null }
  expect(refusedAs(await agreeToRefund(director(), agree))).toBe('reference-needed')
  expect(allowed(await agreeToRefund(director(), { ...agree, reference: 'FT2' }))).toMatchObject({
    refundedDong: 1,
  })
})

test('cut off anywhere between what came and what it pays, the next round takes it up, once', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  const at = toMoment(clock.now)
  const came = {
    type: 'MoneyCame',
    at,
    by: null,
    provider: 'vnpay',
    transaction: 'cut-1',
    reference: order.reference,
    payable: order.payable,
    dong: 8000,
    paidAt: at,
    heardBy: 'notice',
  } as const
  const held = await addMoney(opened.centre, { id: newId(), order: order.id, text: null, came })
  // Written on the dossier, and nothing after it.
  allowed(await takeThrough(publicDesk(), held, { code: owing.code, cashier: null }))
  expect(await standings(order)).toEqual(['new'])
  await Promise.all([watch(), watch()])
  expect(await standings(order)).toEqual(['credited'])
  expect(await taken(owing)).toHaveLength(1)
  expect(await owed(owing)).toBe(0)
})

/** Two copies of an extract, filed online: 16.000 đ as the catalogue has it. */
async function filed(): Promise<Owing & { readonly id: string }> {
  const citizen = { desk: citizenDesk(publicDesk(), await aCitizen(hall)), browser: null }
  const { id, code, lookupKey } = allowed(await submitFiling(citizen, await aDraft(citizen)))
  return { id, code, key: lookupKey }
}
const filingClerk = () => staffDesk('clerk', 'HCC-TN')
const accepted = async ({ id }: { readonly id: string }) =>
  allowed(
    await acceptFiling(filingClerk(), id, { id: newId(), version: 1, placeOfReceipt: 'HCC-TN', data: {} }),
  )

const refusedFiling = async (id: string) => {
  const why = { reason: 'Không thuộc thẩm quyền', ground: 'Luật Hộ tịch 2014', instead: 'Nộp tại Sở Tư pháp' }
  allowed(await refuseFiling(filingClerk(), id, { id: newId(), version: 1, ...why }))
}

test('that a dossier bears money is written whatever somebody else has made of it meanwhile', async () => {
  const owing = await charged()
  const order = await ordered(owing, 'vnpay')
  const came = {
    type: 'MoneyCame',
    at: toMoment(clock.now),
    by: null,
    provider: 'vnpay',
    transaction: 'overtaken-1',
    reference: order.reference,
    payable: order.payable,
    dong: 8000,
    paidAt: toMoment(clock.now),
    heardBy: 'notice',
  } as const
  const held = await addMoney(opened.centre, { id: newId(), order: order.id, text: null, came })
  const credited = allowed(await takeThrough(publicDesk(), held, { code: owing.code, cashier: null }))
  const doubt = { type: 'MoneyDoubted', doubt: 'not-owed', at: came.at, by: null } as const
  await written(publicDesk(), held, doubt)
  expect(await standings(order)).toEqual(['not-owed'])
  await written(publicDesk(), held, credited)
  await written(publicDesk(), held, credited)
  expect(await standings(order)).toEqual(['credited'])
  // And the other way about it is no longer doubted.
  await written(publicDesk(), held, doubt)
  expect(await standings(order)).toEqual(['credited'])
  expect(await checkPayments(opened.centre)).toEqual([])
})

test('what is paid for a filing waits for it, and pays the dossier it becomes', async () => {
  const owing = await filed()
  const before = allowed(await seen(owing))
  expect(before).toMatchObject({ isBeforeReceipt: true, payments: [], orders: [] })
  const dong = before.payable?.dong ?? 0
  expect(dong).toBeGreaterThan(0)
  const order = await ordered(owing, 'vnpay')
  const twice = await ordered(owing, 'national')
  await act(order, 'pays')
  await act(twice, 'pays')
  expect(await standings(order, twice)).toEqual(['held', 'held'])
  const after = allowed(await seen(owing))
  expect(after).toMatchObject({ payable: null, orders: [{ state: 'held' }, { state: 'held' }] })
  expect(refusedAs(await openPayment(publicDesk(), owing, asked('vnpay')))).toBe('nothing-owed')
  expect(allowed(await seeFiling(filingClerk(), owing.id)).paidDong).toBe(2 * dong)
  await watch()
  expect(await standings(order, twice)).toEqual(['held', 'held'])
  expect((await accepted(owing)).code).toBe(owing.code)
  await Promise.all([watch(), watch()])
  await watch()
  // The second lies before a person, as with any dossier.
  expect((await standings(order, twice)).toSorted()).toEqual(['credited', 'not-owed'])
  expect(await taken(owing)).toMatchObject([{ dong, way: 'online' }])
  expect(allowed(await seen(owing))).toMatchObject({ isBeforeReceipt: false, owedDong: 0 })
  expect(await checkCentre(opened.centre)).toEqual([])
})

test('a filing that comes to nothing, or costs something else at receipt, leaves its money before a person', async () => {
  const refused = await filed()
  const order = await ordered(refused, 'vnpay')
  await act(order, 'pays')
  await refusedFiling(refused.id)
  await watch()
  expect(await standings(order)).toEqual(['filing-ended'])
  expect(allowed(await seen(refused))).toMatchObject({
    fee: null,
    owedDong: null,
    payable: null,
    orders: [{ state: 'doubted' }],
  })
  expect(refusedAs(await openPayment(publicDesk(), refused, asked('vnpay')))).toBe('not-at-this-stage')
  // Money that comes when the filing has ended is doubted at once; when it was received meanwhile, it is credited.
  const late = await filed()
  const lateOrder = await ordered(late, 'vnpay')
  await accepted(late)
  await act(lateOrder, 'pays')
  expect(await standings(lateOrder)).toEqual(['credited'])
  const exempt = await filed()
  const exemptOrder = await ordered(exempt, 'vnpay')
  await act(exemptOrder, 'pays')
  await accepted(exempt)
  const { version, step } = allowed(await seeDossier(filingClerk(), exempt.code))
  const lines = [{ kind: 'fee', name: 'Lệ phí', dong: 5000 }] as const
  const assess = { id: newId(), type: 'AssessFee', version, step: step.key, lines, exemption: null } as const
  allowed(await changeDossier(filingClerk(), exempt.code, assess))
  await watch()
  expect(await standings(exemptOrder)).toEqual(['fee-changed'])
  expect(await taken(exempt)).toEqual([])
})

test('whoever follows a filing is told whether it can be paid', async () => {
  const owing = await filed()
  const facts = async (desk = publicDesk()) => {
    const outcome = await followDossier(desk, owing)
    return isRefusal(outcome) ? outcome.facts : {}
  }
  expect(await facts()).toMatchObject({ stage: 'submitted', isPayable: true })
  const { payments: _, ...without } = publicDesk()
  expect(await facts(without)).toMatchObject({ isPayable: false })
})

/** What can happen around one dossier, in any order. */
const anyHappening = fc.oneof(
  { weight: 3, arbitrary: fc.record({ open: fc.constantFrom<ProviderKey>('vnpay', 'national', 'bank') }) },
  {
    weight: 5,
    arbitrary: fc.record({
      deed: fc.constantFrom(...DEEDS.filter((one) => one !== 'pays-announced-late')),
      at: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ repeat: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.constant('return' as const) },
  { weight: 2, arbitrary: fc.constant('watch' as const) },
  { weight: 1, arbitrary: fc.constant('counter' as const) },
  {
    weight: 1,
    arbitrary: fc.record({
      mood: fc.constantFrom('answers' as const, 'silent' as const, 'nonsense' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ minutes: fc.constantFrom(1, 10, 40) }) },
)
type Happening = typeof anyHappening extends fc.Arbitrary<infer Value> ? Value : never

/** What one dossier has been through. */
interface Story {
  readonly owing: Owing
  readonly orders: PaymentOrder[]
}

async function happens(story: Story, what: Happening): Promise<void> {
  const { owing, orders } = story
  if (what === 'watch') return watch()
  if (what === 'return') return void (await seen(owing))
  if (what === 'counter') return payAtCounter(owing)
  if ('minutes' in what) {
    clock.now = clock.now.add(what)
    return
  }
  if ('mood' in what) {
    providers.vnpay.books.mood = what.mood
    providers.national.books.mood = what.mood
    return
  }
  if ('open' in what) {
    const order = await openPayment(publicDesk(), owing, asked(what.open))
    if (isRefusal(order)) return
    if (order.way?.kind === 'page') await fetch(order.way.url)
    orders.push(order)
    return
  }
  if ('repeat' in what) return repeatNotice(what.repeat)
  const order = orders[what.at % Math.max(1, orders.length)]
  if (!order) return
  if (order.provider !== 'bank') return void (await act(order, what.deed))
  if (what.deed === 'declines' || what.deed === 'forges') return
  const isTold = what.deed !== 'pays-unannounced'
  const dong = what.deed === 'pays-less' ? 7000 : 8000
  await providers.bank.transfer({ dong, content: order.reference, isTold })
}

async function payAtCounter(owing: Owing): Promise<void> {
  const { version, step } = allowed(await seeDossier(cashier(), owing.code))
  const pay = { id: newId(), type: 'TakePayment', version, step: step.key, way: 'cash', dong: 8000 } as const
  await changeDossier(cashier(), owing.code, pay)
}

/** A true notice of before, once more. */
async function repeatNotice(back: number): Promise<void> {
  const payment = providers.vnpay.books.payments.at(-1 - back)
  if (!payment) return
  const { terminal, secret } = providers.settings.vnpay
  const { search } = new URL(
    signedAddress(
      'http://x.vn/',
      {
        vnp_Amount: String(payment.dong * 100),
        vnp_ResponseCode: '00',
        vnp_TmnCode: terminal,
        vnp_TransactionNo: payment.transaction,
        vnp_TransactionStatus: '00',
        vnp_TxnRef: payment.reference,
      },
      secret,
    ),
  )
  await noticed(search.slice(1))
}

test(
  'in whatever order notices, repeated and forged ones, returns, questions, expiry and the counter come: paid once, nothing lost',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyHappening, { minLength: 3, maxLength: 14 }), async (happenings) => {
        providers.vnpay.books.mood = 'answers'
        providers.national.books.mood = 'answers'
        const story: Story = { owing: await charged(), orders: [] }
        for (const what of [{ open: 'vnpay' } as const, ...happenings]) await happens(story, what)
        await settled()
        const references = new Set(story.orders.map(({ reference }) => reference))
        const really = [
          ...providers.vnpay.books.payments.filter((one) => references.has(one.reference)),
          ...providers.national.books.payments.filter((one) => references.has(one.reference)),
        ]
        const money = (
          await moneyOfOrders(
            opened.centre,
            story.orders.map(({ id }) => id),
          )
        ).map((one) => one.money)
        const ours = money.filter(({ provider }) => provider !== 'bank')
        // Each sum a provider has really taken is with us, once, to the đồng.
        expect(ours.map(({ transaction, dong }) => `${transaction} ${dong}`).toSorted()).toEqual(
          really.map(({ transaction, dong }) => `${transaction} ${dong}`).toSorted(),
        )
        // Each of them pays the dossier or lies before a person; the dossier is paid once.
        expect(money.every(({ standing }) => standing === 'credited' || standing === 'doubted')).toBe(true)
        const credited = money.filter(({ standing }) => standing === 'credited')
        const events = await taken(story.owing)
        expect(events.length).toBeLessThanOrEqual(1)
        expect(events.filter(({ way }) => way === 'online')).toHaveLength(credited.length)
        expect(await owed(story.owing)).toBe(8000 - events.reduce((sum, { dong }) => sum + dong, 0))
      }),
      { numRuns: 60 },
    )
    expect(await checkPayments(opened.centre)).toEqual([])
  },
)

test(
  'in whatever order it is paid for, received, refused or left lying: a filing is paid once, nothing lost',
  { timeout: 120_000 },
  async () => {
    const ends = fc.constantFrom('accept', 'refuse', null)
    const happenings = fc.array(anyHappening, { minLength: 2, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(happenings, ends, happenings, async (before, end, after) => {
        providers.vnpay.books.mood = 'answers'
        providers.national.books.mood = 'answers'
        const { id, ...owing } = await filed()
        const story: Story = { owing, orders: [] }
        const isOfDossier = (what: Happening) => what === 'counter' && end !== 'accept'
        for (const what of [{ open: 'vnpay' } as const, ...before])
          if (what !== 'counter') await happens(story, what)
        if (end === 'accept') await accepted({ id })
        if (end === 'refuse') await refusedFiling(id)
        for (const what of after) if (!isOfDossier(what)) await happens(story, what)
        await settled()
        await watch()
        const orders = story.orders.map((order) => order.id)
        const money = (await moneyOfOrders(opened.centre, orders)).map((one) => one.money)
        const events = await taken(owing)
        expect(events.length).toBeLessThanOrEqual(1)
        const credited = money.filter(({ standing }) => standing === 'credited')
        expect(events.filter(({ way }) => way === 'online')).toHaveLength(credited.length)
        const settles = end === null ? ['held', 'doubted'] : ['credited', 'doubted']
        expect(settles).toEqual(expect.arrayContaining(money.map(({ standing }) => standing)))
        if (end === 'refuse') expect(credited).toEqual([])
      }),
      { numRuns: 30 },
    )
    expect(await checkPayments(opened.centre)).toEqual([])
  },
)

/** What the providers' files of the day bring, for what nobody told and nobody asked for any more. */
async function settled(): Promise<void> {
  providers.vnpay.books.mood = 'answers'
  providers.national.books.mood = 'answers'
  await watch()
  for (const provider of ['vnpay', 'national'] as const) {
    const list = await (await fetch(`${providers.origin}/${provider}/list.csv`)).text()
    const bytes = new TextEncoder().encode(list)
    await compareProviderFile(cashier(), { provider, bytes })
  }
}

test('at the end of all this the centre keeps its promises, and nothing went wrong inside', async () => {
  expect(await checkCentre(opened.centre)).toEqual([])
  expect(faults).toEqual([])
})

test('money that was tampered with, and a payment no money stands behind, are found at night', async () => {
  const owing = await charged()
  const lying = allowed(await seeDossier(cashier(), owing.code))
  const through = { provider: 'vnpay', order: null, money: newId() } as const
  const forged = {
    id: newId(),
    version: lying.version,
    step: lying.step.key,
    way: 'online',
    through,
  } as const
  allowed(
    await changeDossier(cashier(), owing.code, {
      ...forged,
      type: 'TakePayment',
      dong: 8000,
      reference: '1',
    }),
  )
  expect(await checkPayments(opened.centre)).toMatchObject([
    { promise: 'online-money-balances', code: owing.code },
  ])
  const order = await ordered(await charged(), 'vnpay')
  await act(order, 'pays')
  const held = await moneyById(opened.centre, await moneyOf(order))
  await opened.ownerCentre.db
    .updateTable('money_in')
    .set({ state: JSON.stringify({ ...held?.money, dong: 1 }) })
    .where('id', '=', held?.id ?? '')
    .execute()
  expect((await checkPayments(opened.centre)).map(({ found }) => found)).toEqual(
    expect.arrayContaining([
      `money ${held?.id} is not its history`,
      `money ${held?.id} of 1 is not what was credited`,
    ]),
  )
})
