import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../outcome.ts'
import { ASSURANCES, type Belonging, type Citizen, isVerified } from './citizen.ts'
import { type Action, may } from './may.ts'
import { GROUNDS, PRINCIPAL_KINDS, type Representation, RIGHTS } from './representation.ts'

const TODAY = '2019-03-05'
const NUMBERS = ['022185001234', '022079004567', '5700123456']
const PROCEDURES = ['1.004979', '2.000635', '2.000748']
const IDS = ['r1', 'r2', 'r3']

const day = fc.constantFrom('2019-01-01', '2019-03-04', '2019-03-05', '2019-03-06', '2019-12-31')
const representation: fc.Arbitrary<Representation> = fc.record({
  id: fc.constantFrom(...IDS),
  principal: fc.record({
    kind: fc.constantFrom(...PRINCIPAL_KINDS),
    name: fc.constant('Công ty TNHH Gốm Đất Việt'),
    number: fc.constantFrom(null, ...NUMBERS),
  }),
  right: fc.constantFrom(...RIGHTS),
  ground: fc.constantFrom(...GROUNDS),
  procedures: fc.option(fc.subarray(PROCEDURES)),
  from: day,
  until: fc.option(day),
})
const citizen: fc.Arbitrary<Citizen> = fc.record({
  kind: fc.constant('citizen' as const),
  id: fc.constantFrom('me', 'other'),
  name: fc.constant('Nguyễn Thị Hương'),
  bornOn: fc.constant('1985-02-03'),
  idNumber: fc.constantFrom(null, ...NUMBERS.slice(0, 2)),
  assurance: fc.constantFrom(...ASSURANCES),
  phone: fc.constant('0912345678'),
  email: fc.constant(null),
  actsFor: fc.uniqueArray(representation, { maxLength: 3, selector: (one) => one.id }),
})
const belonging: fc.Arbitrary<Belonging> = fc.record({
  account: fc.constantFrom(null, 'me', 'other'),
  representation: fc.constantFrom(null, ...IDS),
  numbers: fc.subarray(NUMBERS),
  procedure: fc.constantFrom(...PROCEDURES),
})

const allowed = (who: Citizen, action: Action) => !isRefusal(may(who, action, TODAY))
const sees = (who: Citizen, of: Belonging) => allowed(who, { kind: 'see-own', of })
const acts = (who: Citizen, of: Belonging) => allowed(who, { kind: 'act-on-own', of })

test('who may act may look', () => {
  fc.assert(fc.property(citizen, belonging, (who, of) => !acts(who, of) || sees(who, of)))
})

test('with nobody to act for and no verified number, a citizen sees what he filed for himself and nothing else', () => {
  fc.assert(
    fc.property(citizen, belonging, (who, of) => {
      const alone = { ...who, assurance: 'stated' as const, actsFor: [] }
      expect(sees(alone, of)).toBe(of.account === who.id && of.representation === null)
    }),
  )
})

test('what the citizen only says of himself opens nothing that others filed', () => {
  fc.assert(
    fc.property(citizen, belonging, (who, of) => {
      const stated = {
        ...who,
        assurance: 'stated' as const,
        actsFor: who.actsFor.map((one) => ({ ...one, ground: 'stated' as const })),
      }
      if (of.account !== who.id) expect(sees(stated, of)).toBe(false)
    }),
  )
})

test('what names neither the citizen nor anybody he acts for is never his', () => {
  fc.assert(
    fc.property(citizen, belonging, (who, of) => {
      const named = [isVerified(who) ? who.idNumber : null, ...who.actsFor.map((one) => one.principal.number)]
      if (of.account !== who.id && !of.numbers.some((number) => named.includes(number)))
        expect(sees(who, of)).toBe(false)
    }),
  )
})

test('one representation less never opens anything', () => {
  fc.assert(
    fc.property(citizen, belonging, (who, of) => {
      for (const gone of who.actsFor) {
        const fewer = { ...who, actsFor: who.actsFor.filter((one) => one !== gone) }
        if (sees(fewer, of)) expect(sees(who, of)).toBe(true)
      }
    }),
  )
})

test('one files under a representation while it holds, covers the procedure and gives the right, and for oneself always', () => {
  fc.assert(
    fc.property(citizen, fc.constantFrom(...PROCEDURES), (who, procedure) => {
      expect(allowed(who, { kind: 'file-dossier', representation: null, procedure })).toBe(true)
      for (const one of who.actsFor)
        expect(allowed(who, { kind: 'file-dossier', representation: one.id, procedure })).toBe(
          one.from <= TODAY &&
            (one.until === null || TODAY < one.until) &&
            one.right !== 'see' &&
            (one.procedures === null || one.procedures.includes(procedure)),
        )
      expect(allowed(who, { kind: 'file-dossier', representation: 'r9', procedure })).toBe(false)
    }),
  )
})

const HUONG: Citizen = {
  kind: 'citizen',
  id: 'huong',
  name: 'Nguyễn Thị Hương',
  bornOn: '1985-02-03',
  idNumber: '022185001234',
  assurance: 'national-2',
  phone: null,
  email: null,
  actsFor: [],
}
const FIRM: Representation = {
  id: 'r1',
  principal: { kind: 'organisation', name: 'Công ty TNHH Gốm Đất Việt', number: '5700123456' },
  right: 'manage',
  ground: 'national',
  procedures: null,
  from: '2019-01-01',
  until: null,
}
const OF_FIRM: Belonging = {
  account: 'lan',
  representation: 'r7',
  numbers: ['5700123456'],
  procedure: '1.004979',
}

describe('a business acts through people', () => {
  const letsIn = (one: Representation) =>
    allowed({ ...HUONG, actsFor: [one] }, { kind: 'let-in', representation: 'r1' })

  test('who manages it sees what a colleague filed, files, and lets others in', () => {
    const who = { ...HUONG, actsFor: [FIRM] }
    expect([sees(who, OF_FIRM), acts(who, OF_FIRM), letsIn(FIRM)]).toEqual([true, true, true])
  })
  test('who may only look does not answer; whose time is over sees nothing; who only says so lets nobody in', () => {
    const looks = { ...HUONG, actsFor: [{ ...FIRM, right: 'see' as const }] }
    expect([sees(looks, OF_FIRM), acts(looks, OF_FIRM)]).toEqual([true, false])
    expect(sees({ ...HUONG, actsFor: [{ ...FIRM, until: TODAY }] }, OF_FIRM)).toBe(false)
    expect(letsIn({ ...FIRM, ground: 'stated' })).toBe(false)
    expect(letsIn({ ...FIRM, right: 'file' })).toBe(false)
  })
})

test('an officer is no citizen at the desk, a citizen no officer, and the public neither', () => {
  const staff = { kind: 'staff', id: 's', name: 'Trịnh Xuân Đạt', appointments: [], mandates: [] } as const
  for (const who of [staff, { kind: 'public' } as const]) {
    expect(isRefusal(may(who, { kind: 'keep-account' }, TODAY))).toBe(true)
    expect(isRefusal(may(who, { kind: 'see-own', of: OF_FIRM }, TODAY))).toBe(true)
  }
  expect(allowed(HUONG, { kind: 'search-dossiers' })).toBe(false)
  expect(allowed(HUONG, { kind: 'receive-dossier', unit: 'HCC-TN' })).toBe(false)
  expect(allowed(HUONG, { kind: 'keep-account' })).toBe(true)
})
