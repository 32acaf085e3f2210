import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '../outcome.ts'
import type { Citizen } from './citizen.ts'
import { may } from './may.ts'
import { type Principal, type Representation, RIGHTS } from './representation.ts'
import { letIn, type LetIn, MOST_YEARS, type Stated, stated } from './representing.ts'

const TODAY = '2019-03-05'
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
const FIRM: Principal = { kind: 'organisation', name: 'Công ty TNHH Gốm Đất Việt', number: '5700123456' }
const MANAGES: Representation = {
  id: 'm',
  principal: FIRM,
  right: 'manage',
  ground: 'national',
  procedures: null,
  from: '2019-01-01',
  until: null,
}
const SAID: Stated = {
  principal: FIRM,
  bornOn: null,
  document: 'Giấy giới thiệu 12/GGT ngày 01/03/2019',
  procedures: null,
  lastOn: '2019-12-31',
}
const CHILD: Stated = {
  ...SAID,
  principal: { kind: 'child', name: 'Phạm Gia Bảo', number: null },
  bornOn: '2005-01-10',
  document: null,
  lastOn: null,
}

describe('a citizen states for whom he files', () => {
  const says = (said: Partial<Stated>, who: Partial<Citizen> = {}) =>
    stated({ ...HUONG, ...who }, { ...SAID, ...said }, TODAY)

  test('it gives filing, until the day after the last one', () => {
    expect(says({})).toEqual({
      principal: FIRM,
      right: 'file',
      ground: 'stated',
      procedures: null,
      from: TODAY,
      until: '2020-01-01',
    })
  })

  test.each([
    [{ document: null }, {}, 'authority-paper-needed'],
    [{ lastOn: null }, {}, 'authority-days'],
    [{ lastOn: '2019-03-04' }, {}, 'authority-days'],
    [{ lastOn: '2024-03-05' }, {}, 'authority-days'],
    [{}, { bornOn: '2003-01-01' }, 'agent-not-of-age'],
    [{}, { bornOn: null }, 'agent-not-of-age'],
    [{ principal: { ...FIRM, kind: 'citizen', number: '022185001234' } }, {}, 'acts-for-oneself'],
    [{}, { actsFor: Array.from({ length: 500 }, () => MANAGES) }, 'too-many-principals'],
  ] as const)('%j of %j is refused: %s', (said, who, refused) => {
    expect(says(said, who)).toMatchObject({ refused })
  })

  test('the longest is five years less a day, the shortest today', () => {
    expect(says({ lastOn: '2024-03-03' })).toMatchObject({ until: '2024-03-04' })
    expect(says({ lastOn: '2024-03-04' })).toMatchObject({ until: '2024-03-05' })
    expect(says({ lastOn: TODAY })).toMatchObject({ until: '2019-03-06' })
  })

  test('a parent files for a child until it comes of age, and for nobody older', () => {
    expect(says(CHILD)).toMatchObject({ until: '2023-01-10', right: 'file', procedures: null })
    for (const bornOn of ['2001-03-05', '2019-03-06', null])
      expect(says({ ...CHILD, bornOn })).toMatchObject({ refused: 'not-a-child' })
  })
})

describe('a principal lets somebody in', () => {
  const given: LetIn = {
    under: null,
    agentNumber: '022079004567',
    right: 'file',
    procedures: null,
    lastOn: '2019-12-31',
  }
  const lets = (over: Partial<LetIn>, who: Partial<Citizen> = {}) =>
    letIn({ ...HUONG, ...who }, { ...given, ...over }, TODAY)
  const manager = { actsFor: [MANAGES] }

  test('for himself when verified, with no right to let others in', () => {
    expect(lets({ right: 'manage' })).toMatchObject({
      principal: { kind: 'citizen', name: 'Nguyễn Thị Hương', number: '022185001234' },
      right: 'file',
      ground: 'granted',
      until: '2020-01-01',
    })
    expect(lets({}, { assurance: 'stated' })).toMatchObject({ refused: 'not-verified' })
    expect(lets({ agentNumber: '022185001234' })).toMatchObject({ refused: 'acts-for-oneself' })
  })

  test('for an organisation that he manages, not beyond his own time and scope', () => {
    expect(lets({ under: 'm', right: 'manage' }, manager)).toMatchObject({ principal: FIRM, right: 'manage' })
    const short = { actsFor: [{ ...MANAGES, until: '2019-06-01', procedures: ['1.004979'] }] }
    expect(lets({ under: 'm' }, short)).toMatchObject({ refused: 'authority-days' })
    expect(lets({ under: 'm', lastOn: '2019-05-30' }, short)).toMatchObject({ procedures: ['1.004979'] })
    expect(lets({ under: 'm', lastOn: '2019-05-30', procedures: ['2.000635'] }, short)).toMatchObject({
      procedures: [],
    })
    for (const change of [{ right: 'file' }, { ground: 'stated' }, { until: TODAY }] as const)
      expect(isRefusal(lets({ under: 'm' }, { actsFor: [{ ...MANAGES, ...change }] }))).toBe(true)
  })

  test('nobody gives more than he has, whatever is asked', () => {
    const day = fc.constantFrom('2019-03-05', '2019-06-01', '2020-01-01', '2023-12-31', '2030-01-01')
    const procedures = fc.option(fc.subarray(['1.004979', '2.000635', '2.000748']))
    fc.assert(
      fc.property(
        fc.record({ right: fc.constantFrom(...RIGHTS), procedures, until: fc.option(day) }),
        fc.record({ right: fc.constantFrom(...RIGHTS), procedures, lastOn: fc.option(day) }),
        (has, asked) => {
          const kept = lets({ ...asked, under: 'm' }, { actsFor: [{ ...MANAGES, ...has }] })
          if (isRefusal(kept)) return
          expect(has.right).toBe('manage')
          const { until, procedures: scope } = kept
          if (until === null) expect.fail('without an end')
          expect(until <= (has.until ?? '9999')).toBe(true)
          expect(until <= `${2019 + MOST_YEARS}${TODAY.slice(4)}`).toBe(true)
          if (has.procedures) expect(scope?.every((one) => has.procedures?.includes(one))).toBe(true)
        },
      ),
    )
  })
})

describe('a representation is ended by whom it concerns', () => {
  const of = {
    agent: { citizen: null, number: '022079004567' },
    principal: FIRM,
    givenBy: 'lan',
  }
  const ends = (who: Partial<Citizen>, what = of) =>
    !isRefusal(may({ ...HUONG, ...who }, { kind: 'end-representation', of: what }, TODAY))

  test('the agent, who gave it, the principal, who manages the organisation; nobody else', () => {
    expect(ends({})).toBe(false)
    expect(ends({ idNumber: '022079004567' })).toBe(true)
    expect(ends({ idNumber: '022079004567', assurance: 'stated' })).toBe(false)
    expect(ends({ id: 'lan' })).toBe(true)
    expect(ends({ actsFor: [MANAGES] })).toBe(true)
    expect(ends({ actsFor: [{ ...MANAGES, right: 'file' }] })).toBe(false)
    expect(ends({}, { ...of, principal: { ...FIRM, kind: 'citizen', number: '022185001234' } })).toBe(true)
  })
})
