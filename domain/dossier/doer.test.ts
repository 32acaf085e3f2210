import { expect, test } from 'vitest'
import type { Appointment, Staff } from '#domain/people/may.ts'
import { aDossier, aStep } from './a-dossier.ts'
import { doerOf } from './doer.ts'

const on = '2019-03-05'
const step = aStep('work', 'appraise')
const post = (one: Partial<Appointment>): Appointment => ({
  post: 'handler',
  unit: 'TP',
  from: '2019-01-01',
  until: null,
  ...one,
})
const staff = (...appointments: Appointment[]): Staff => ({
  kind: 'staff',
  id: 'hung',
  name: 'Hùng',
  appointments,
  mandates: [],
})
const act = { kind: 'act-on-step', unit: 'TP', post: 'handler' } as const
const assign = { kind: 'assign-dossier', unit: 'TP' } as const

test.each([
  ['the post of the step', staff(post({})), act, { unit: 'TP', post: 'handler' }],
  [
    'head when work is divided',
    staff(post({}), post({ post: 'head' })),
    assign,
    { unit: 'TP', post: 'head' },
  ],
  ['director', staff(post({ post: 'director', unit: 'HCC' })), assign, { unit: 'HCC', post: 'director' }],
  ['substitute', staff(post({ insteadOf: 'lan' })), act, { unit: 'TP', post: 'handler', insteadOf: 'lan' }],
])('somebody acts as %s', (_, actor, action, expected) => {
  expect(doerOf(actor, action, { dossier: aDossier(), step, on })).toEqual({ staff: 'hung', ...expected })
})

test('nobody acts without any post that fits', () => {
  const gone = staff(post({ post: 'director', until: '2019-03-05' }))
  expect(() => doerOf(gone, assign, { dossier: aDossier(), step, on })).toThrow('no post')
})
