import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { addWorkingMinutes, workingCalendar } from '#domain/calendar/working-time.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { placed } from '#domain/procedure/placing.ts'
import type { ReceptionDesk } from '#domain/procedure/reception-desk.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'
import {
  aDoer,
  after,
  allowed,
  aLaw,
  aProcedure,
  aReceipt,
  aStep,
  calendar2019,
  goneTo,
  stepCommand,
} from './a-dossier.ts'
import type { ReceiveDossier } from './commands.ts'
import { under } from './decide.ts'
import { type Dossier, fold } from './dossier.ts'
import { dueMoment } from './due.ts'
import type { Law } from './law.ts'
import { lotsToGo } from './papers.ts'

const aDesk = (unit: string, over: Partial<ReceptionDesk> = {}): ReceptionDesk => ({
  unit,
  kind: unit === 'HCC-TN' ? 'centre' : 'commune',
  from: '2019-01-01',
  until: null,
  address: '',
  hours: [],
  ...over,
})
const DESKS = [aDesk('HCC-TN'), aDesk('X07075'), aDesk('P07069')]
const TOWN = aProcedure()
/** What every commune does for its own people. */
const OF_COMMUNES: Procedure = aProcedure({
  key: '1.001193',
  ownerKind: 'commune',
  unit: 'XP',
  steps: [aStep('receive'), aStep('work', 'appraise'), aStep('approve'), aStep('seal'), aStep('return')].map(
    (step) => ({ ...step, unit: 'XP' }),
  ),
})
const lawOf = (procedure: Procedure, over: Partial<Law> = {}) => aLaw({ procedure, desks: DESKS, ...over })
/** At the desk of An Sinh, on Tuesday 5 March 2019 at 08:00, by its clerk. */
const atAnSinh = (over: Partial<ReceiveDossier> = {}) =>
  aReceipt({ placeOfReceipt: 'X07075', by: aDoer('ngan', { unit: 'X07075', post: 'clerk' }), ...over })

interface Handed {
  readonly dossier: Dossier
  readonly law: Law
}
function handedIn(procedure: Procedure, given: ReceiveDossier = atAnSinh()): Handed {
  const law = lawOf(procedure)
  const dossier = fold(allowed(under(law).receive(given)))
  return { dossier, law: { ...law, procedure: placed(procedure, dossier) } }
}
const receiveAt = ({ dossier, law }: Handed, at: string) =>
  after(
    dossier,
    {
      type: 'ReceiveAsCompetent',
      id: '01940000-0000-7000-8000-000000000009',
      at,
      by: aDoer('lan', { unit: 'HCC-TN', post: 'clerk' }),
      version: dossier.version,
      step: dossier.step,
    },
    law,
  )

test('what is handed in at a commune goes up at once, and comes back there', () => {
  const { dossier, law } = handedIn(TOWN)
  expect(dossier).toMatchObject({
    unit: 'TP',
    placeOfReceipt: 'X07075',
    receivedAt: '2019-03-05T01:00:00.000Z',
    // Four working hours from 08:00, around noon.
    elsewhere: { desk: 'HCC-TN', by: '2019-03-05T07:00:00.000Z' },
    step: 'competent-receipt',
    holder: { kind: 'list', unit: 'HCC-TN', post: 'clerk' },
  })
  expect(lotsToGo(dossier)).toMatchObject([{ unit: 'X07075' }])
  expect(law.procedure.steps.map(({ key, unit }) => [key, unit])).toEqual([
    ['receive', 'X07075'],
    ['competent-receipt', 'HCC-TN'],
    ['appraise', 'TP'],
    ['approve', 'TP'],
    ['seal', 'HCC-VT'],
    ['return', 'X07075'],
  ])
  const ready = goneTo('return', law, receiveAt({ dossier, law }, '2019-03-05T02:00:00.000Z').dossier)
  expect(ready.holder).toMatchObject({ unit: 'X07075', post: 'clerk' })
})

test.each([
  ['at its own desk', TOWN, aReceipt(), null],
  ['at the commune that is competent', OF_COMMUNES, atAnSinh(), null],
  ['of the commune that is named', OF_COMMUNES, atAnSinh({ commune: 'P07069' }), 'P07069'],
  ['of a commune, at the centre', OF_COMMUNES, aReceipt({ commune: 'X07075' }), 'X07075'],
  ['of the town, at a commune', TOWN, atAnSinh(), 'HCC-TN'],
])('%s', (_, procedure, given, desk) => {
  const { dossier } = handedIn(procedure, given)
  expect(dossier.elsewhere?.desk ?? null).toBe(desk)
  expect(dossier.holder?.unit).toBe(desk ?? (procedure === TOWN ? 'TP' : 'X07075'))
  expect(dossier.unit).toBe(procedure === TOWN ? 'TP' : (given.commune ?? 'X07075'))
})

test.each([
  ['a commune must be named at the centre', OF_COMMUNES, aReceipt(), 'commune-needed'],
  ['the centre is no commune', OF_COMMUNES, atAnSinh({ commune: 'HCC-TN' }), 'no-such-desk'],
  ['no commune is competent for the town', TOWN, atAnSinh({ commune: 'X07075' }), 'no-commune-competent'],
  ['vertical agencies keep to their hall', aProcedure({ ownerKind: 'tax' }), atAnSinh(), 'not-at-this-desk'],
  ['what comes by post', TOWN, atAnSinh({ channel: 'post' }), 'channel-of-own-desk'],
  [
    'nothing goes home by post from there',
    TOWN,
    atAnSinh({ returnWish: { way: 'post', address: 'Thôn 3, xã An Sinh' } }),
    'returned-at-the-desk',
  ],
])('%s', (_, procedure, given, refused) => {
  expect(under(lawOf(procedure)).receive(given)).toMatchObject({ refused })
})

test('a rule set that says nothing of other desks lets nothing be handed in there', () => {
  expect(under(lawOf(TOWN, { elsewhere: null })).receive(atAnSinh())).toMatchObject({
    refused: 'not-handed-in-elsewhere',
  })
  const closed = [aDesk('HCC-TN'), aDesk('X07075', { until: '2019-03-05' })]
  const before = fold(allowed(under(lawOf(TOWN, { desks: closed })).receive(atAnSinh())))
  expect(before.elsewhere).toBeUndefined()
})

test.each([
  // Three working days, printed from the latest moment (Tuesday 14:00): Friday at closing.
  ['the same day', '2019-03-05T02:30:00.000Z', '2019-03-05T02:30:00.000Z', '2019-03-08T10:00:00.000Z'],
  // Received two days late: its time has run since it should have been received.
  ['two days late', '2019-03-07T02:30:00.000Z', '2019-03-05T07:00:00.000Z', '2019-03-08T10:00:00.000Z'],
])('its time runs from the receipt by the competent agency: %s', (_, at, runsFrom, lawfulDue) => {
  const handed = handedIn(TOWN)
  expect(handed.dossier.dueAtReceipt).toBe('2019-03-08T10:00:00.000Z')
  const { dossier, events } = receiveAt(handed, at)
  expect(events[0]).toMatchObject({ type: 'ReceivedAsCompetent', runsFrom })
  expect(dossier).toMatchObject({ competentAt: at, lawfulDue, dueAtReceipt: handed.dossier.dueAtReceipt })
})

test('received on another day than the latest, it is due earlier than printed, and the figures follow', () => {
  // Handed in on Friday at 15:30: to be received by Monday; received on Friday still.
  const handed = handedIn(TOWN, atAnSinh({ at: '2019-03-08T08:30:00.000Z' }))
  expect(handed.dossier.dueAtReceipt).toBe('2019-03-14T10:00:00.000Z')
  const { dossier, events } = receiveAt(handed, '2019-03-08T09:00:00.000Z')
  expect(dossier.lawfulDue).toBe('2019-03-13T10:00:00.000Z')
  expect(factsOfHistory(handed.dossier, events)).toMatchObject([
    { measure: 'overdue', on: '2019-03-14', count: -1, desk: 'X07075' },
    { measure: 'overdue', on: '2019-03-13', count: 1, desk: 'X07075' },
  ])
})

const counting = workingCalendar(calendar2019)
test('whenever it is received, it is never due after what was printed, nor before its own time', () => {
  fc.assert(
    fc.property(fc.nat(20 * 24 * 60), fc.nat(10 * 24 * 60), (received, later) => {
      const at = fromMoment('2019-03-05T01:00:00.000Z').add({ minutes: received })
      const handed = handedIn(TOWN, atAnSinh({ at: toMoment(at) }))
      const then = at.add({ minutes: later })
      const { dossier } = receiveAt(handed, toMoment(then))
      const limit = { kind: 'civil-days', days: 3 } as const
      const by = allowed(addWorkingMinutes(counting, at, 240)).at
      const from = Temporal.Instant.compare(then, by) < 0 ? then : by
      const due = allowed(dueMoment(counting, limit, from)).due
      expect(dossier.lawfulDue).toBe(due && toMoment(due))
      expect((dossier.lawfulDue ?? '') <= (dossier.dueAtReceipt ?? '')).toBe(true)
    }),
  )
})

test('the fee that goes with the receipt is taken where it is handed in; what others do stays where it is', () => {
  const steps = [
    aStep('receive'),
    aStep('collect-fee', 'fee'),
    aStep('work', 'appraise'),
    { ...aStep('work', 'field'), unit: 'TNMT' },
    aStep('approve'),
    aStep('return'),
  ]
  const { dossier, law } = handedIn(aProcedure({ steps }))
  expect(dossier).toMatchObject({ step: 'fee', holder: { unit: 'X07075', post: 'cashier' } })
  const paid = after(dossier, stepCommand(dossier, 'collect-fee'), law).dossier
  expect(paid).toMatchObject({ step: 'competent-receipt', holder: { unit: 'HCC-TN' } })
  const ofCommune = placed(
    { ...OF_COMMUNES, steps: steps.map((one) => (one.unit === 'TNMT' ? one : { ...one, unit: 'XP' })) },
    { unit: 'X07075', placeOfReceipt: 'X07075' },
  )
  expect(ofCommune.steps.map(({ unit }) => unit)).toEqual([
    'X07075',
    'X07075',
    'X07075',
    'TNMT',
    'X07075',
    'X07075',
  ])
  expect(ofCommune.unit).toBe('X07075')
})

test('it is received by its own command and by no other', () => {
  const { dossier, law } = handedIn(TOWN)
  expect(under(law).decide(dossier, stepCommand(dossier, 'work'))).toMatchObject({
    refused: 'step-needs-own-command',
  })
})

test('a due moment two people have put right stays', () => {
  const { dossier, law } = handedIn(TOWN)
  const right = { ...dossier, lawfulDue: '2019-03-20T10:00:00.000Z' }
  expect(receiveAt({ dossier: right, law }, '2019-03-05T02:30:00.000Z').dossier.lawfulDue).toBe(
    right.lawfulDue,
  )
})
