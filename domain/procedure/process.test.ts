import { expect, test } from 'vitest'
import type { Limit } from './limit.ts'
import {
  minutesAllotted,
  plannedMinutes,
  type ProcessFault,
  processFaults,
  type Step,
  type StepPart,
} from './process.ts'

const POSTS = {
  receive: 'clerk',
  return: 'clerk',
  'collect-fee': 'cashier',
  approve: 'approver',
  seal: 'seal-keeper',
  'competent-receipt': 'clerk',
} as const

function step(kind: Step['kind'], changes: Partial<Step> = {}): Step {
  const post = kind === 'work' || kind === 'outside' || kind === 'citizen' ? 'handler' : POSTS[kind]
  const waits = kind === 'citizen' && { waits: [{ from: '2014-07-01', stopsClock: true, ground: 'Điều 61' }] }
  return {
    key: kind,
    name: kind,
    kind,
    unit: 'TP',
    post,
    minutesAllotted: 30,
    output: '',
    ...waits,
    ...changes,
  }
}

const LAW = { from: '2014-07-01', stopsClock: true, ground: 'Nghị định 43/2014/NĐ-CP, Điều 61' }

function part(changes: Partial<StepPart> = {}): StepPart {
  const list = { unit: 'THUE', post: 'handler' as const, body: null, procedure: null }
  return { key: 'tax', name: 'tax', ...list, minutesAllotted: 30, output: '', ...changes }
}

const RUNNABLE = [step('receive'), step('work'), step('approve'), step('seal'), step('return')]

test.each([
  ['receive, appraise, approve, seal, return', RUNNABLE],
  ['without a seal', [step('receive'), step('approve'), step('return')]],
  [
    'with the fee, the citizen and another body in between',
    [
      step('receive'),
      step('collect-fee'),
      step('work'),
      step('citizen'),
      step('outside'),
      step('approve'),
      step('return'),
    ],
  ],
  ['with work after the approval', [step('receive'), step('approve'), step('work'), step('return')]],
  [
    'a step without a time of its own',
    [step('receive'), step('approve', { minutesAllotted: null }), step('return')],
  ],
  [
    'work by the head of a unit',
    [step('receive'), step('work', { post: 'head' }), step('approve'), step('return')],
  ],
])('a process can be run: %s', (_, steps) => {
  expect(processFaults(steps)).toEqual([])
})

test.each<[string, Step[], ProcessFault[]]>([
  ...(
    [
      [
        'a part longer than its step',
        'work',
        { parts: [part({ minutesAllotted: 31 })] },
        'part-longer-than-step',
      ],
      ['a part without any time', 'work', { parts: [part({ minutesAllotted: 0 })] }, 'time-not-positive'],
      ['a part where the seal keeper stamps', 'seal', { parts: [part()] }, 'parts-at-wrong-step'],
      ['two parts of one name', 'work', { parts: [part(), part()] }, 'part-key-twice'],
      ['a part named like a step', 'work', { parts: [part({ key: 'approve' })] }, 'part-key-twice'],
      ['a wait without a rule', 'citizen', { waits: [] }, 'wait-rules-missing'],
      ['a rule where nobody waits', 'work', { waits: [LAW] }, 'wait-rules-elsewhere'],
      ['two rules of one day', 'citizen', { waits: [LAW, LAW] }, 'wait-rules-out-of-order'],
    ] as const
  ).map(([name, kind, changes, fault]): [string, Step[], ProcessFault[]] => [
    name,
    [step('receive'), step('approve'), step(kind, changes), step('return')],
    [fault],
  ]),
  ['nothing at all', [], ['first-step-must-receive', 'last-step-must-return', 'no-approval']],
  ['nobody receives', RUNNABLE.slice(1), ['first-step-must-receive']],
  ['nobody returns', RUNNABLE.slice(0, -1), ['last-step-must-return']],
  [
    'received twice',
    [step('receive'), step('receive', { key: 'again' }), step('approve'), step('return')],
    ['receive-or-return-inside'],
  ],
  [
    'returned in the middle',
    [step('receive'), step('return', { key: 'early' }), step('approve'), step('return')],
    ['receive-or-return-inside'],
  ],
  [
    'two steps with one key',
    [step('receive'), step('work'), step('work'), step('approve'), step('return')],
    ['step-key-twice'],
  ],
  [
    'sealed before it is signed',
    [step('receive'), step('seal'), step('approve'), step('return')],
    ['seal-before-approval'],
  ],
  ['sealed and never signed', [step('receive'), step('seal'), step('return')], ['no-approval']],
  [
    'approved by a handler',
    [step('receive'), step('approve', { post: 'handler' }), step('return')],
    ['wrong-post'],
  ],
  [
    'received by a handler',
    [step('receive', { post: 'handler' }), step('approve'), step('return')],
    ['wrong-post'],
  ],
  [
    'sealed by a clerk',
    [step('receive'), step('approve'), step('seal', { post: 'clerk' }), step('return')],
    ['wrong-post'],
  ],
  [
    'no time for a step',
    [step('receive', { minutesAllotted: 0 }), step('approve'), step('return')],
    ['time-not-positive'],
  ],
])('a process cannot be run: %s', (_, steps, faults) => {
  expect(processFaults(steps)).toEqual(faults)
})

test('the time of a process is the sum of its steps; one without a time adds nothing', () => {
  expect(minutesAllotted([...RUNNABLE, step('work', { minutesAllotted: null })])).toBe(150)
})

test.each<[Limit, number | null]>([
  [{ kind: 'civil-days', days: 3 }, 1440],
  [{ kind: 'working-hours', minutes: 240 }, 240],
  [{ kind: 'calendar-days', days: 7 }, 2400],
  [{ kind: 'calendar-days', days: 10 }, 3428],
  [{ kind: 'same-day', cutOffMinute: 900 }, 480],
  [{ kind: 'immediate' }, null],
  [{ kind: 'not-set' }, null],
])('a limit of %o leaves a plan %o working minutes', (limit, minutes) => {
  expect(plannedMinutes(limit)).toBe(minutes)
})

test('parts may be as long as their step, or without a deadline', () => {
  const parts = [part(), part({ key: 'card', minutesAllotted: null })]
  expect(processFaults([step('receive'), step('work', { parts }), step('approve'), step('return')])).toEqual(
    [],
  )
})
