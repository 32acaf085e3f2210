import { expect, test } from 'vitest'
import { aDoer, aDossier, MARCH_5 } from '../dossier/a-dossier.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { DossierEvent } from '../dossier/events.ts'
import { isOvertaken, toldOf } from './told.ts'

const received = aDossier()
const happened = { at: MARCH_5, by: aDoer('dung'), step: received.step }
const handBack = { ...happened, type: 'ResultHandedBack', way: 'counter' } as const
const receiver = { name: 'Nguyễn Thị Hương', idNumber: null, isAuthorised: false }
const stopped = {
  ...happened,
  type: 'DossierStopped',
  why: 'asked-by-citizen',
  reason: 'Rút',
  ground: 'Luật',
  papersReturned: '',
  money: 'nothing-paid',
  timeliness: 'on-time',
} as const
const holder = { kind: 'list', unit: 'HCC-TN', post: 'clerk', staff: null } as const
const ready = { ...happened, type: 'ResultReady', timeliness: 'on-time', holder } as const
const obligation = {
  ...happened,
  type: 'ObligationNotified',
  obligation: 'o',
  body: 'Chi cục Thuế',
  number: '120',
  issuedOn: '2019-03-05',
  what: 'Lệ phí trước bạ',
  dong: 5_000_000,
  payBy: '2019-04-04',
} as const

test.each<[string, DossierEvent, ReturnType<typeof toldOf>]>([
  [
    'a supplement with its last day',
    {
      ...happened,
      type: 'SupplementRequested',
      items: [],
      whyAgain: null,
      minutesLeft: 0,
      holder,
      answerBy: '2019-04-03',
    },
    { kind: 'supplement', facts: { lastDay: '2019-04-03' } },
  ],
  [
    'a payment to the state',
    obligation,
    { kind: 'to-pay', facts: { dong: 5_000_000, lastDay: '2019-04-04' } },
  ],
  [
    'an apology with the new day',
    {
      ...happened,
      type: 'ApologySent',
      way: 'counter',
      promised: '2019-06-14T10:00:00.000Z',
      isInTime: true,
    },
    { kind: 'apology', facts: { due: '2019-06-14T10:00:00.000Z' } },
  ],
  [
    'a part that is not done',
    { ...happened, type: 'PartGivenUp', part: 'a', reason: '', ground: '' },
    { kind: 'part-stopped', facts: {} },
  ],
  ['a result', { ...ready, result: 'granted' }, { kind: 'ready', facts: {} }],
  ['a refusal', { ...ready, result: 'refused' }, { kind: 'refused', facts: {} }],
  ['taken home by himself', { ...handBack, receiver }, null],
  [
    'taken home by another',
    { ...handBack, receiver: { ...receiver, isAuthorised: true } },
    { kind: 'returned', facts: {} },
  ],
  ['sent', { ...handBack, way: 'post', receiver }, { kind: 'returned', facts: {} }],
  ['stopped', stopped, { kind: 'stopped', facts: {} }],
  [
    'a new due moment',
    {
      ...happened,
      type: 'CorrectionConfirmed',
      corrected: { what: 'due', lawfulDue: received.lawfulDue ?? '', isDueProvisional: false },
    },
    { kind: 'corrected', facts: { due: received.lawfulDue ?? '' } },
  ],
  [
    'a name put right',
    {
      ...happened,
      type: 'CorrectionConfirmed',
      corrected: { what: 'identity', parties: [], name: 'A', idNumber: null },
    },
    { kind: 'corrected', facts: {} },
  ],
  [
    'to whom it was handed back put right, which the letter of before said as well',
    {
      ...happened,
      type: 'CorrectionConfirmed',
      corrected: { what: 'hand-back', receiver, way: 'counter', proof: null },
    } as unknown as DossierEvent,
    null,
  ],
  ['work inside the house', { ...happened, type: 'ApologyConsented' }, null],
])('what is told of an event: %s', (_, event, expected) => {
  expect(toldOf(event, received)).toEqual(expected)
  // What is done while the citizen waits at the counter is told by nobody but the officer.
  expect(toldOf(event, { ...received, limit: 'immediate' })).toBeNull()
})

test('the receipt says when the result is due, where there is a day', () => {
  const event = { ...received, ...happened, type: 'DossierReceived' } as unknown as DossierEvent
  expect(toldOf(event, received)).toEqual({ kind: 'received', facts: { due: received.lawfulDue } })
  expect(toldOf(event, { ...received, lawfulDue: null })).toEqual({ kind: 'received', facts: {} })
  const before = { ...event, type: 'DossierTakenOver' } as unknown as DossierEvent
  expect(toldOf(before, received)).toBeNull()
})

test('a fee put down is told while it is owed', () => {
  const event = { ...happened, type: 'FeeAssessed', lines: [], exemption: null } as const
  expect(toldOf(event, { ...received, feeDong: 8000 })).toEqual({ kind: 'to-pay', facts: { dong: 8000 } })
  expect(toldOf(event, { ...received, feeDong: 0 })).toBeNull()
  const postage = [{ kind: 'postage', name: 'Cước', dong: 20_000 }] as const
  const charged = { ...happened, type: 'PostageCharged', lines: postage } as const
  const owing = { ...received, feeDong: 0, postage }
  expect(toldOf(charged, owing)).toEqual({ kind: 'to-pay', facts: { dong: 20_000 } })
  expect(toldOf({ ...charged, isCollected: true }, owing)).toBeNull()
})

test('nobody is asked for what has come, or called to what was fetched', () => {
  const waiting = { ...received, holder: { ...holder, kind: 'citizen' } } as Dossier
  const lying = { ...received, stage: 'ready' } as Dossier
  const owing = { ...received, obligations: [{ ...obligation, key: 'o', state: 'open' }] } as Dossier
  expect(isOvertaken('supplement', waiting)).toBe(false)
  expect(isOvertaken('supplement', received)).toBe(true)
  expect(isOvertaken('answer-soon', received)).toBe(true)
  expect(isOvertaken('pay-soon', owing)).toBe(false)
  expect(isOvertaken('pay-soon', received)).toBe(true)
  expect(isOvertaken('to-pay', { ...received, feeDong: 8000 })).toBe(false)
  expect(isOvertaken('to-pay', { ...received, feeDong: 0 })).toBe(true)
  for (const kind of ['ready', 'refused', 'uncollected'] as const) {
    expect(isOvertaken(kind, lying)).toBe(false)
    expect(isOvertaken(kind, { ...lying, stage: 'returned' } as Dossier)).toBe(true)
    expect(isOvertaken(kind, received)).toBe(true)
  }
  expect(isOvertaken('received', received)).toBe(false)
  expect(isOvertaken('received', lying)).toBe(true)
  expect(isOvertaken('stopped', { ...received, stage: 'stopped' } as Dossier)).toBe(false)
})
