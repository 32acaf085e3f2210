import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import {
  type Action,
  type Actor,
  appointmentsOn,
  mandateOn,
  may,
  type Post,
  POSTS,
  type Staff,
} from './may.ts'

const TODAY = '2019-03-05'

function aStaff(over: Partial<Staff> = {}): Staff {
  return { kind: 'staff', id: 'dung', name: 'Đoàn Văn Dũng', appointments: [], mandates: [], ...over }
}

function inPost(post: Post, unit: string, over: Partial<Staff> = {}): Staff {
  return aStaff({ appointments: [{ post, unit, from: '2019-01-01', until: null }], ...over })
}

const dossier = {
  unit: 'TP',
  holder: { kind: 'list' as const, unit: 'HCC-VT', post: 'seal-keeper' as const, staff: null },
  doneBy: { appraise: { staff: 'dung', unit: 'TP', post: 'handler' as const } },
}

/** One line for every action: who may, of all posts at the unit the action is about, and of the public. */
const table: readonly (readonly [Action, string, readonly (Post | 'public')[]])[] = [
  [{ kind: 'see-catalogue' }, 'TP', ['public', ...POSTS]],
  [{ kind: 'follow-dossier' }, 'TP', ['public', ...POSTS]],
  [{ kind: 'receive-dossier', unit: 'HCC-TN' }, 'HCC-TN', ['clerk']],
  [{ kind: 'digitise', unit: 'HCC-TN' }, 'HCC-TN', ['clerk']],
  [{ kind: 'see-digitising' }, 'HCC', ['head', 'director', 'administrator']],
  [{ kind: 'scan-results' }, 'HCC-VT', ['clerk', 'seal-keeper']],
  [{ kind: 'act-on-step', unit: 'TP', post: 'handler' }, 'TP', ['handler']],
  [{ kind: 'act-on-step', unit: 'HCC-VT', post: 'seal-keeper' }, 'HCC-VT', ['seal-keeper']],
  [{ kind: 'approve', unit: 'TP', post: 'approver', competentUnit: 'TP' }, 'TP', ['approver']],
  [{ kind: 'see-own-worklist' }, 'TP', POSTS],
  [
    { kind: 'cancel-payment', unit: 'HCC-TN', post: 'cashier', tills: ['somebody'] },
    'HCC-TN',
    ['cashier', 'head', 'director'],
  ],
  [
    { kind: 'cancel-payment', unit: 'HCC-TN', post: 'cashier', tills: [null] },
    'HCC-TN',
    ['cashier', 'head', 'director'],
  ],
  [{ kind: 'cancel-payment', unit: 'HCC-TN', post: 'cashier', tills: [null] }, 'TP', ['director']],
  [{ kind: 'open-cash' }, 'HCC-TN', ['cashier']],
  [
    { kind: 'see-dossier', dossier: { ...dossier, doneBy: {} } },
    'TP',
    ['clerk', 'cashier', 'handler', 'approver', 'seal-keeper', 'head', 'director'],
  ],
  [
    { kind: 'write-note', dossier },
    'TP',
    ['clerk', 'cashier', 'handler', 'approver', 'seal-keeper', 'head', 'director'],
  ],
  [{ kind: 'search-dossiers' }, 'TP', POSTS],
  [{ kind: 'see-drawer' }, 'TP', ['clerk']],
  [{ kind: 'see-unreached' }, 'TP', ['clerk', 'director']],
  [{ kind: 'record-call', unit: 'HCC-TN' }, 'HCC-TN', ['clerk']],
  [{ kind: 'record-call', unit: 'HCC-TN' }, 'TP', []],
  [{ kind: 'say-opinion' }, 'TP', ['public']],
  [{ kind: 'ask-to-come' }, 'TP', ['public']],
  [
    { kind: 'see-sessions' },
    'TP',
    ['clerk', 'cashier', 'handler', 'approver', 'seal-keeper', 'head', 'director'],
  ],
  [{ kind: 'plan-sessions' }, 'HCC-TN', ['clerk', 'director']],
  [{ kind: 'work-home-visits' }, 'HCC-TN', ['clerk', 'director']],
  [{ kind: 'see-people-of-session', team: [] }, 'TP', ['clerk', 'director']],
  [{ kind: 'work-outside', owner: null }, 'TP', POSTS.filter((post) => post !== 'administrator')],
  [{ kind: 'work-outside', owner: 'somebody' }, 'TP', POSTS.filter((post) => post !== 'administrator')],
  [{ kind: 'work-outside', owner: 'somebody-else' }, 'TP', ['clerk', 'director']],
  [{ kind: 'decide-packets' }, 'TP', ['clerk', 'director']],
  [{ kind: 'ask-in-device' }, 'TP', [...POSTS, 'public']],
  [{ kind: 'see-home-visit', team: ['somebody-else'] }, 'TP', ['clerk', 'director']],
  [{ kind: 'see-home-visit', team: ['somebody'] }, 'TP', POSTS],
  [{ kind: 'hand-over-rating', unit: 'HCC-TN' }, 'HCC-TN', ['clerk']],
  [{ kind: 'hand-over-rating', unit: 'HCC-TN' }, 'TP', []],
  [{ kind: 'see-ratings' }, 'TP', ['director']],
  [{ kind: 'list-feedback' }, 'TP', POSTS],
  [{ kind: 'see-feedback', lies: { unit: null, staff: null } }, 'TP', ['director']],
  [
    { kind: 'see-feedback', lies: { unit: 'TP', staff: null } },
    'TP',
    ['clerk', 'cashier', 'handler', 'approver', 'seal-keeper', 'head', 'director'],
  ],
  [{ kind: 'see-feedback', lies: { unit: 'TP', staff: 'lan' } }, 'TP', ['head', 'director']],
  [{ kind: 'answer-feedback', lies: { unit: 'TP', staff: null } }, 'BHXH', ['director']],
  [{ kind: 'assign-feedback', lies: { unit: 'TP', staff: null }, to: 'TP' }, 'TP', ['head', 'director']],
  [{ kind: 'assign-feedback', lies: { unit: null, staff: null }, to: 'TP' }, 'TP', ['director']],
  [{ kind: 'answer-appeal' }, 'TP', ['director']],
  [{ kind: 'see-figures' }, 'TP', ['head', 'director', 'administrator']],
  [{ kind: 'see-load', unit: 'TP' }, 'TP', ['head', 'director']],
  [{ kind: 'assign-dossier', unit: 'TP' }, 'TP', ['head', 'director']],
  [{ kind: 'enter-substitution', unit: 'TP' }, 'TP', ['head', 'director']],
  [{ kind: 'delegate-approval', unit: 'TP' }, 'TP', ['head', 'director']],
  [{ kind: 'assign-dossier', unit: 'TP' }, 'BHXH', ['director']],
  [
    { kind: 'handle-papers', units: ['TP', 'HCC-TN'] },
    'TP',
    ['clerk', 'cashier', 'handler', 'approver', 'seal-keeper', 'head', 'director'],
  ],
  [{ kind: 'handle-papers', units: ['TP'] }, 'BHXH', []],
  [
    { kind: 'see-papers', units: ['TP', 'HCC-TN'] },
    'TP',
    ['clerk', 'cashier', 'handler', 'approver', 'seal-keeper', 'head', 'director'],
  ],
  [{ kind: 'see-papers', units: ['TP'] }, 'BHXH', ['director']],
  [
    { kind: 'release-dossier', unit: 'TP', post: 'handler', holder: 'somebody' },
    'TP',
    ['handler', 'head', 'director'],
  ],
  [{ kind: 'release-dossier', unit: 'TP', post: 'handler', holder: 'another' }, 'TP', ['head', 'director']],
  [{ kind: 'see-access-records' }, 'TP', ['director', 'administrator']],
]

describe.each(table)('%o at %s', (action, unit, allowed) => {
  const mandates = [{ key: 'uq', unit: 'TP', from: '2019-01-01', until: null }]
  const actors: readonly (readonly [Post | 'public', Actor])[] = [
    ['public', { kind: 'public' }],
    ...POSTS.map((post) => [post, inPost(post, unit, { mandates, id: 'somebody' })] as const),
  ]
  test.each(actors)('is decided for %s', (post, actor) => {
    const outcome = may(actor, action, TODAY)
    expect(outcome === true).toBe(allowed.includes(post))
    if (isRefusal(outcome)) expect(outcome.refused).toBe('not-permitted')
  })
})

test('of a colleague’s till nobody cancels but who leads the counter', () => {
  const action = { kind: 'cancel-payment', unit: 'HCC-TN', post: 'cashier', tills: ['another'] } as const
  const asked = (post: Post) => may(inPost(post, 'HCC-TN', { id: 'somebody' }), action, TODAY)
  expect(asked('cashier')).toMatchObject({ refused: 'other-till' })
  expect([asked('head'), asked('director')]).toEqual([true, true])
  expect(asked('clerk')).toMatchObject({ refused: 'not-permitted' })
})

test('the work of a commune is divided by its chairman, not by the director of the centre', () => {
  const held = { from: '2019-01-01', until: null, notOver: ['X07075'] }
  const director = aStaff({ appointments: [{ post: 'director', unit: 'HCC', ...held }] })
  const head = aStaff({ appointments: [{ post: 'head', unit: 'X07075', ...held, ofCommune: true }] })
  const assign = (actor: Actor, unit: string) => may(actor, { kind: 'assign-dossier', unit }, TODAY) === true
  expect(['TP', 'X07075'].map((unit) => assign(director, unit))).toEqual([true, false])
  expect(['TP', 'X07075'].map((unit) => assign(head, unit))).toEqual([false, true])
  const takeOver = (actor: Actor, units: string[]) =>
    may(actor, { kind: 'take-over-cash', units }, TODAY) === true
  expect([[], ['HCC-TN'], ['X07075']].map((units) => takeOver(director, units))).toEqual([true, true, false])
  expect(takeOver(director, ['X07075', 'HCC-TN'])).toBe(true)
  expect([[], ['HCC-TN'], ['X07075']].map((units) => takeOver(head, units))).toEqual([false, false, true])
})

describe('a post', () => {
  test('in another unit gives nothing', () => {
    const outcome = may(inPost('clerk', 'BHXH'), { kind: 'receive-dossier', unit: 'HCC-TN' }, TODAY)
    expect(outcome).toMatchObject({ refused: 'not-permitted', facts: { action: 'receive-dossier' } })
  })

  test.each([
    ['2019-03-05', null, true],
    ['2019-03-06', null, false],
    ['2019-01-01', '2019-03-05', false],
    ['2019-01-01', '2019-03-06', true],
  ])('from %s until %s holds on 5 March: %s', (from, until, holds) => {
    const staff = aStaff({ appointments: [{ post: 'clerk', unit: 'HCC-TN', from, until }] })
    expect(appointmentsOn(staff, TODAY).length === 1).toBe(holds)
    expect(may(staff, { kind: 'receive-dossier', unit: 'HCC-TN' }, TODAY) === true).toBe(holds)
  })
})

describe('a mandate', () => {
  const approve: Action = { kind: 'approve', unit: 'TP', post: 'approver', competentUnit: 'TP' }

  test('is needed to approve', () => {
    expect(may(inPost('approver', 'TP'), approve, TODAY)).toMatchObject({
      refused: 'no-mandate',
      facts: { unit: 'TP' },
    })
  })

  test.each([
    ['another unit', 'BHXH', '2019-01-01', null, false],
    ['not yet', 'TP', '2019-03-06', null, false],
    ['no longer', 'TP', '2019-01-01', '2019-03-05', false],
    ['today for the first time', 'TP', '2019-03-05', null, true],
  ])('for %s', (_, unit, from, until, holds) => {
    const staff = inPost('approver', 'TP', { mandates: [{ key: 'uq', unit, from, until }] })
    expect(may(staff, approve, TODAY) === true).toBe(holds)
    expect(mandateOn(staff, 'TP', TODAY) !== undefined).toBe(holds)
  })

  test('without the post gives nothing', () => {
    const mandates = [{ key: 'uq', unit: 'TP', from: '2019-01-01', until: null }]
    expect(may(inPost('handler', 'TP', { mandates }), approve, TODAY)).toMatchObject({
      refused: 'not-permitted',
    })
  })
})

describe('seeing a dossier', () => {
  const see: Action = { kind: 'see-dossier', dossier }

  test.each([
    ['of another unit may not', inPost('handler', 'QLDT', { id: 'other' }), false],
    ['of the competent unit may', inPost('handler', 'TP', { id: 'other' }), true],
    ['of the unit that holds it may', inPost('handler', 'HCC-VT', { id: 'other' }), true],
    ['who worked on it may, wherever now', inPost('handler', 'QLDT', { id: 'dung' }), true],
    ['with no post at all may not', aStaff({ id: 'other' }), false],
    ['who worked on it and has left may not', aStaff({ id: 'dung' }), false],
    ['who runs the machines may not', inPost('administrator', 'TP', { id: 'other' }), false],
  ])('a person %s', (_, staff, allowed) => {
    expect(may(staff, see, TODAY) === true).toBe(allowed)
  })
})
