import { afterAll, beforeAll, expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import type { Desk } from '../desk.ts'
import { type AskedCatalogue, type SeenCatalogue, seeCatalogue } from './see-catalogue.ts'
import { seeDue } from './see-due.ts'
import { seeProcedure } from './see-procedure.ts'

let hall: TestCentre
beforeAll(async () => {
  hall = await testCentre({ imported: true })
})
afterAll(() => hall.close())

/** At the public's desk, in the week of the article. */
function deskAt(now = '2019-07-03T09:30+07:00'): Desk {
  return { centre: hall.centre, now: Temporal.Instant.from(now), actor: { kind: 'public' } }
}

const see = (asked: AskedCatalogue) => seeCatalogue(deskAt(), asked)
const names = ({ items }: SeenCatalogue) => items.map(({ name }) => name)

function allowed<Value>(outcome: Outcome<Value>): Value {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

test('the counts of the article come out of the catalogue', async () => {
  const { counts, total } = await see({})
  expect(total).toBe(387)
  expect(counts).toEqual({
    all: 387,
    byOwnerKind: {
      commune: 0,
      town: 303,
      social_insurance: 28,
      tax: 25,
      police: 9,
      electricity: 21,
      water: 1,
    },
    fiveOnTheSpot: 303,
    online: 243,
    postal: 254,
    feeUndetermined: 96,
  })
})

test.each(['hộ tịch', 'ho tich', 'HO TICH', 'hộ tịch', '  Hộ-tịch '])('“%s” finds the same', async (q) => {
  const found = await see({ q })
  expect(found.total).toBeGreaterThan(15)
  expect(found.total).toBe((await see({ q: 'hộ tịch' })).total)
  expect(names(found)[0]).toContain('hộ tịch')
})

test('a name that begins with the words goes before one that has them, and both before other finds', async () => {
  const found = await see({ q: 'dang ky the chap' })
  expect(names(found)[0]).toMatch(/^Đăng ký thế chấp/)
  const lower = names(found).map((name) => name.toLocaleLowerCase('vi'))
  const begins = lower.map((name) => name.startsWith('đăng ký thế chấp'))
  expect(begins.lastIndexOf(true)).toBeLessThan(
    begins.includes(false) ? begins.indexOf(false) : begins.length,
  )
})

test('all words must be found, in name, field, agency or code together', async () => {
  expect(names(await see({ q: 'trích lục phòng tư pháp' }))).toContain('Cấp bản sao trích lục hộ tịch')
  expect((await see({ q: 'trích lục phi thuyền' })).total).toBe(0)
})

test.each(['2.000635', '2000635', '000635'])('a procedure is found by its code: %s', async (q) => {
  expect(names(await see({ q }))[0]).toBe('Cấp bản sao trích lục hộ tịch')
})

test('choices narrow what was found, and each facet counts what its choice would leave', async () => {
  const tax = await see({ ownerKind: 'tax' })
  expect(tax.total).toBe(25)
  expect(tax.facets.units).toEqual([{ key: 'THUE', name: 'Chi cục Thuế thị xã Đông Triều', count: 25 }])
  expect(tax.facets.ownerKinds.map(({ count }) => count).reduce((a, b) => a + b)).toBe(387)
  for (const { key, count } of tax.facets.levels) {
    const level = key === '2' ? 2 : key === '3' ? 3 : 4
    expect((await see({ ownerKind: 'tax', level })).total).toBe(count)
  }
  expect((await see({ unit: 'TP', field: 'Chứng thực' })).total).toBe(12)
})

test('pages of twenty give every procedure once', async () => {
  const keys: string[] = []
  let after: string | null = null
  do {
    const page: SeenCatalogue = await see(after === null ? {} : { after })
    expect(page.items.length).toBeLessThanOrEqual(20)
    keys.push(...page.items.map(({ key }) => key))
    after = page.next
  } while (after !== null)
  expect(new Set(keys).size).toBe(387)
  expect(keys).toHaveLength(387)
})

test('before the catalogue holds there is nothing in it', async () => {
  expect((await seeCatalogue(deskAt('2018-12-31T16:59:59Z'), {})).total).toBe(0)
  expect((await seeCatalogue(deskAt('2018-12-31T17:00:00Z'), {})).total).toBe(387)
})

test('a procedure shows papers, steps with their units, channels and its form', async () => {
  const seen = allowed(await seeProcedure(deskAt(), '2.000635'))
  expect(seen.unitName).toBe('Phòng Tư pháp')
  expect(seen.channels).toEqual(['counter', 'online', 'post', 'kiosk', 'mobile', 'home'])
  expect(seen.steps.map(({ unitName }) => unitName)[0]).toBe('Bộ phận Tiếp nhận và Trả kết quả')
  expect(seen.procedure.cases[0]?.components.map(({ isRequired }) => isRequired)).toEqual([true, true, false])
  expect(seen.applicationForm?.fields.map(({ name }) => name)).toContain('copies')
})

test('a code known from memory only is not shown as official', async () => {
  const { procedure } = allowed(await seeProcedure(deskAt(), '2.000889'))
  expect([procedure.code, procedure.isCodeVerified]).toEqual(['2.000889', false])
})

test.each([
  ['9.999999', '2019-07-03T09:30+07:00', 'no-such-procedure'],
  ['2.000635', '2018-07-03T09:30+07:00', 'procedure-not-in-force'],
])('procedure %s at %s: %s', async (key, now, refused) => {
  expect(await seeProcedure(deskAt(now), key)).toMatchObject({ refused })
})

test.each([
  ['2.000748', 'default', '2019-07-03T09:30+07:00', '2019-07-08T10:00:00.000Z', 'A'],
  ['2.000748', 'default', '2019-07-06T09:30+07:00', '2019-07-10T10:00:00.000Z', 'A'],
  ['2.000635', 'default', '2019-07-03T14:59+07:00', '2019-07-03T10:00:00.000Z', 'same-day'],
  ['2.000635', 'default', '2019-07-03T15:01+07:00', '2019-07-04T10:00:00.000Z', 'same-day'],
  ['2.000815', 'large-request', '2019-07-05T08:00+07:00', '2019-07-09T10:00:00.000Z', 'A'],
  ['1.005388', 'default', '2019-07-03T09:30+07:00', null, 'none'],
])('%s, case %s, received at %s is due at %s', async (procedure, name, now, due, pattern) => {
  const seen = allowed(await seeDue(deskAt(now), { procedure, case: name, channel: 'counter' }))
  expect([seen.due, seen.pattern]).toEqual([due, pattern])
})

test('the moment of receipt can be another than now, and the version of that day counts', async () => {
  const asked = {
    procedure: '2.000748',
    case: 'default',
    channel: 'counter',
    receivedAt: '2019-04-25T02:00:00.000Z',
  } as const
  const seen = allowed(await seeDue(deskAt(), asked))
  // Friday 26/4, then 29 and 30/4 and 1/5 off; Thursday 2/5 and Friday 3/5 count.
  expect(seen.due).toBe('2019-05-03T10:00:00.000Z')
  expect(seen.days.filter(({ counted }) => counted).map(({ date }) => date)).toEqual([
    '2019-04-26',
    '2019-05-02',
    '2019-05-03',
  ])
})

test.each([
  [{ procedure: '9.999999' }, 'no-such-procedure'],
  [{ case: 'urgent' }, 'no-such-case'],
  [{ procedure: '2.000815', case: 'one-page', channel: 'online' as const }, 'channel-not-offered'],
  [{ receivedAt: '2018-07-03T02:00:00.000Z' }, 'procedure-not-in-force'],
  [{ receivedAt: '2099-07-03T02:00:00.000Z' }, 'outside-calendar'],
])('no due moment for %o: %s', async (changes, refused) => {
  const asked = { procedure: '2.000748', case: 'default', channel: 'counter', ...changes } as const
  expect(await seeDue(deskAt(), asked)).toMatchObject({ refused })
})
