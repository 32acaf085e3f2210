import { expect, test } from 'vitest'
import { aDossier } from './a-dossier.ts'
import { belongingOf } from './belonging.ts'
import type { Dossier } from './dossier.ts'
import { toDoNow } from './to-do.ts'

const received = aDossier()
const holder = { kind: 'citizen', unit: 'TP', post: 'handler', staff: null } as const
const READY = { readyAt: '2019-03-08T01:00:00.000Z', result: 'granted', timeliness: 'on-time' } as const
const atCounter: Dossier['holder'] = { kind: 'list', unit: 'HCC-TN', post: 'clerk', staff: null }
const waiting = { ...received, stage: 'awaiting-citizen', minutesLeft: 480, holder } as Dossier
const ready = { ...received, ...READY, stage: 'ready', holder: atCounter } as Dossier

test.each<[string, Dossier, ReturnType<typeof toDoNow>]>([
  ['while the centre is at work', received, []],
  [
    'a supplement',
    { ...waiting, answerBy: '2019-04-03' } as Dossier,
    [{ kind: 'supplement', by: '2019-04-03' }],
  ],
  ['a supplement without a last day', waiting, [{ kind: 'supplement', by: null }]],
  [
    'a payment to the state',
    { ...waiting, isToPay: true, payBy: '2019-04-04' },
    [{ kind: 'pay-state', by: '2019-04-04' }],
  ],
  ['a fee', { ...received, feeDong: 8000 }, [{ kind: 'pay-fee', dong: 8000 }]],
  ['a fee nobody has determined is asked of nobody', { ...received, feeDong: null }, []],
  ['a result at the counter', ready, [{ kind: 'fetch' }]],
  [
    'a signed result among the own papers',
    { ...ready, returnWish: { way: 'electronic', address: null }, document: 'ab'.repeat(32) } as const,
    [{ kind: 'take' }],
  ],
  [
    'a result and the fee for it',
    { ...ready, feeDong: 8000 },
    [{ kind: 'pay-fee', dong: 8000 }, { kind: 'fetch' }],
  ],
  ['a result that is sent', { ...ready, returnWish: { way: 'post', address: 'Khu 3' } }, []],
  ['nothing of what is over', { ...ready, feeDong: 8000, stage: 'stopped', holder: null } as Dossier, []],
])('what is to be done: %s', (_, dossier, expected) => {
  expect(toDoNow(dossier)).toEqual(expected)
})

test('a dossier is of those whose numbers it names, and of the account it was filed from', () => {
  const owner = { ...received.owner, idNumber: null }
  expect(belongingOf({ ...received, owner })).toEqual({
    account: null,
    representation: null,
    numbers: ['100123456'],
    procedure: received.procedure,
  })
  const filedBy = { account: 'lan', representation: 'cong-ty' }
  expect(belongingOf({ ...received, filedBy })).toMatchObject(filedBy)
})
