import { expect, test } from 'vitest'
import { formOn, type Form } from './form.ts'
import { CHANNELS, caseOf, forChannel, inForceOn, isOffered, type Procedure } from './procedure.ts'

function aProcedure(changes: Partial<Procedure> = {}): Procedure {
  return {
    key: '2.000635',
    version: 1,
    from: '2019-01-01',
    until: null,
    code: '2.000635',
    isCodeVerified: true,
    name: 'Cấp bản sao trích lục hộ tịch',
    field: 'Hộ tịch',
    unit: 'TP',
    ownerKind: 'town',
    level: 4,
    isPostal: true,
    isFiveOnTheSpot: true,
    applicants: 'citizen',
    cases: [
      {
        key: 'default',
        name: 'Cấp bản sao',
        limit: {
          any: { kind: 'civil-days', days: 3 },
          channels: { online: { kind: 'civil-days', days: 2 } },
        },
        fee: { any: { kind: 'free' }, channels: {} },
        components: [],
      },
    ],
    steps: [],
    form: null,
    result: 'Bản sao trích lục hộ tịch',
    legalBasis: ['Luật Hộ tịch 2014'],
    note: '',
    weight: 1,
    confidence: 'high',
    source: 'test',
    ...changes,
  }
}

const first = aProcedure({ until: '2019-07-01' })
const second = aProcedure({ version: 2, from: '2019-07-01', until: '2019-12-01' })
const third = aProcedure({ version: 3, from: '2020-01-01' })
const versions = [first, second, third]

test.each<[string, number | null, string]>([
  ['2018-12-31', null, 'before the first'],
  ['2019-01-01', 1, 'the first day'],
  ['2019-06-30', 1, 'the day before the change'],
  ['2019-07-01', 2, 'the day of the change'],
  ['2019-11-30', 2, 'the last day of the second'],
  ['2019-12-01', null, 'ended'],
  ['2019-12-31', null, 'still ended'],
  ['2020-01-01', 3, 'come back'],
  ['2099-01-01', 3, 'open-ended'],
])('on %s version %s holds: %s', (on, version) => {
  const held = inForceOn(versions, on)
  if (version === null)
    expect(held).toEqual({ refused: 'procedure-not-in-force', facts: { key: '2.000635', on } })
  else expect(held).toMatchObject({ version })
})

test('a procedure without versions is never in force', () => {
  expect(inForceOn([], '2019-07-03')).toMatchObject({ refused: 'procedure-not-in-force' })
})

test('a case is found by its key, and an unknown one is answered with those there are', () => {
  expect(caseOf(first, 'default')).toBe(first.cases[0])
  expect(caseOf(first, 'urgent')).toEqual({
    refused: 'no-such-case',
    facts: { case: 'urgent', cases: ['default'] },
  })
})

test('a channel without a value of its own has that of the case', () => {
  const limits = first.cases[0]?.limit ?? { any: null, channels: {} }
  expect(CHANNELS.map((channel) => [channel, forChannel<unknown>(limits, channel)])).toEqual([
    ['counter', { kind: 'civil-days', days: 3 }],
    ['online', { kind: 'civil-days', days: 2 }],
    ['post', { kind: 'civil-days', days: 3 }],
    ['kiosk', { kind: 'civil-days', days: 3 }],
    ['mobile', { kind: 'civil-days', days: 3 }],
    ['home', { kind: 'civil-days', days: 3 }],
  ])
})

test.each<[2 | 3 | 4, boolean, string]>([
  [2, false, 'counter mobile home'],
  [2, true, 'counter post mobile home'],
  [3, false, 'counter online kiosk mobile home'],
  [4, true, 'counter online post kiosk mobile home'],
])('level %i, on the postal list %s: offered by %s', (level, isPostal, expected) => {
  const procedure = aProcedure({ level, isPostal })
  expect(CHANNELS.filter((channel) => isOffered(procedure, channel)).join(' ')).toBe(expected)
})

test('what communes do for their own people is brought to a desk', () => {
  const procedure = aProcedure({ level: 4, isPostal: true, ownerKind: 'commune' })
  expect(CHANNELS.filter((channel) => isOffered(procedure, channel))).toEqual(['counter'])
})

test('a form holds from its day until the next version', () => {
  const form = (version: number, from: string): Form => {
    return {
      key: 'f',
      version,
      from,
      title: '',
      english: null,
      legalBasis: '',
      confidence: 'medium',
      source: '',
      fields: [],
    }
  }
  const forms = [form(1, '2019-01-01'), form(2, '2020-07-16')]
  expect(formOn(forms, '2018-12-31')).toBeUndefined()
  expect(formOn(forms, '2020-07-15')?.version).toBe(1)
  expect(formOn(forms, '2020-07-16')?.version).toBe(2)
})
