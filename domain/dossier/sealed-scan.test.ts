import { describe, expect, test } from 'vitest'
import { aLaw, goneTo } from './a-dossier.ts'
import { type KnownResult, whyNotStamped, whyUnrecognised } from './sealed-scan.ts'

const PRINT = 'A'.repeat(20)
const OF = { of: { code: 'H49-190305-0001', print: PRINT, pages: 2 }, missing: [], unread: 0 }
const STAMPED: KnownResult = { whyNot: null, print: PRINT, isAttached: false }

test('the whole print that was approved and stamped is attached by itself', () => {
  expect(whyUnrecognised(OF, STAMPED)).toBeNull()
})

test.each([
  ['without a mark', { ...OF, of: null }, STAMPED, 'no-mark'],
  ['of a dossier nobody knows', OF, null, 'unknown-dossier'],
  [
    'of what was signed with a key',
    OF,
    { ...STAMPED, whyNot: 'signed-electronically' },
    'signed-electronically',
  ],
  ['of what is not approved', OF, { ...STAMPED, whyNot: 'not-approved' }, 'not-approved'],
  ['of another print', OF, { ...STAMPED, print: 'B'.repeat(20) }, 'another-print'],
  ['of what was written elsewhere', OF, { ...STAMPED, print: null }, 'another-print'],
  ['of another print, not sealed', OF, { ...STAMPED, print: null, whyNot: 'not-sealed' }, 'another-print'],
  ['that is there already', OF, { ...STAMPED, isAttached: true }, 'attached-already'],
  ['of what is not sealed yet', OF, { ...STAMPED, whyNot: 'not-sealed' }, 'not-sealed'],
  ['without its second page', { ...OF, missing: [2] }, STAMPED, 'pages-missing'],
  ['with a page nobody can read', { ...OF, unread: 1 }, STAMPED, 'pages-missing'],
] as const)('a scan %s is left to a person', (_, scan, known, why) => {
  expect(whyUnrecognised(scan, known)).toBe(why)
})

describe('a result is a stamped paper', () => {
  const law = aLaw()
  const { steps } = law.procedure
  const at = (goal: string) => whyNotStamped(goneTo(goal, law), steps)

  test('once it is approved and sealed, until it is handed back and after', () => {
    expect([at('approve'), at('seal'), at('return')]).toEqual(['not-approved', 'not-sealed', null])
  })

  test('once it is approved, where nobody seals', () => {
    const unsealed = steps.filter(({ kind }) => kind !== 'seal')
    expect(whyNotStamped(goneTo('return', law), unsealed)).toBeNull()
    expect(whyNotStamped(goneTo('approve', law), unsealed)).toBe('not-approved')
  })

  test('and not where it was signed with a key', () => {
    const signed = { ...goneTo('return', law), document: 'ab'.repeat(32) }
    expect(whyNotStamped(signed, steps)).toBe('signed-electronically')
  })
})
