import { expect, test } from 'vitest'
import type { FilingEvent } from '#domain/filing/events.ts'
import { type Filing, FILING_STAGES } from '#domain/filing/filing.ts'
import { NOTICE_KINDS } from './notice.ts'
import { HOME_STAGES } from '#domain/outreach/home-visit.ts'
import type { PacketStage } from '#domain/outreach/intake-packet.ts'
import { SESSION_STAGES, type SessionPlan } from '#domain/outreach/session.ts'
import {
  isFeedbackOvertaken,
  isFilingOvertaken,
  isHomeVisitOvertaken,
  isPacketOvertaken,
  isRegistrationOvertaken,
  toldOfFeedback,
  toldOfFiling,
  toldOfHomeVisit,
  toldOfPacket,
  toldOfSession,
} from './told-otherwise.ts'

const acceptBy = '2019-03-06T01:00:00.000Z'
const standing = (stage: Filing['stage']) => ({ stage, acceptBy }) as Filing
const event = (type: FilingEvent['type']) => ({ type }) as FilingEvent

test('who filed is told that it came and by when it is answered, what is asked and that it is not taken', () => {
  const told = (type: FilingEvent['type'], stage: Filing['stage']) =>
    toldOfFiling(event(type), standing(stage))
  expect(told('FilingSubmitted', 'submitted')).toEqual({ kind: 'filed', facts: { due: acceptBy } })
  expect(told('FilingAsked', 'asked')?.kind).toBe('filing-asked')
  expect(told('FilingRefused', 'refused')?.kind).toBe('filing-refused')
  // Done by the person, or told of the dossier it has become.
  for (const type of ['FilingAnswered', 'FilingWithdrawn', 'FilingAccepted'] as const)
    expect(told(type, 'accepted')).toBeNull()
})

test('what is no longer so is not told, and nothing of a dossier is told of a filing', () => {
  const holds = (kind: (typeof NOTICE_KINDS)[number]) =>
    FILING_STAGES.filter((stage) => !isFilingOvertaken(kind, standing(stage)))
  expect(holds('filed')).toEqual(['submitted', 'asked', 'answered'])
  expect(holds('filing-asked')).toEqual(['asked'])
  expect(holds('filing-refused')).toEqual(FILING_STAGES)
  for (const kind of ['received', 'ready', 'feedback-answered'] as const) expect(holds(kind)).toEqual([])
})

test('an answer is told, the first and the director’s, and nothing else of what was written', () => {
  const types = ['FeedbackReceived', 'FeedbackAssigned', 'FeedbackAnswered', 'FeedbackAppealed'] as const
  const told = [...types, 'AppealAnswered' as const, 'AnswerPublished' as const].filter(
    (type) => toldOfFeedback({ type } as never) !== null,
  )
  expect(told).toEqual(['FeedbackAnswered', 'AppealAnswered'])
  expect(NOTICE_KINDS.filter((kind) => !isFeedbackOvertaken(kind))).toEqual(['feedback-answered'])
})

test('whoever registered is told that a session is moved or not held, and of nothing else that is changed in it', () => {
  const plan = {
    on: '2019-03-09',
    opens: 450,
    commune: 'X',
    place: 'Nhà văn hóa',
    equipment: '',
  } as SessionPlan
  const did = { at: '2019-03-05T01:00:00.000Z', by: 'lan' }
  const changed = (over: Partial<SessionPlan>) =>
    toldOfSession(plan, { type: 'SessionChanged', plan: { ...plan, ...over }, ...did })
  expect(changed({ on: '2019-03-10' })).toEqual({
    kind: 'session-changed',
    facts: { lastDay: '2019-03-10' },
  })
  expect([changed({ place: 'Trường học' })?.kind, changed({ opens: 480 })?.kind]).toEqual([
    'session-changed',
    'session-changed',
  ])
  expect(changed({ equipment: 'Máy in' })).toBeNull()
  expect(toldOfSession(plan, { type: 'SessionCancelled', why: 'Bão', ...did })).toEqual({
    kind: 'session-cancelled',
    facts: { lastDay: '2019-03-09' },
  })
  expect(toldOfSession(plan, { type: 'SessionPublished', ...did })).toBeNull()
  const told = (isGivenBack: boolean) =>
    SESSION_STAGES.map((stage) =>
      NOTICE_KINDS.filter((kind) => !isRegistrationOvertaken(kind, { stage, isGivenBack })),
    )
  expect(told(false)).toEqual([[], ['session-changed', 'session-soon'], ['session-cancelled']])
  expect(told(true)).toEqual([[], [], []])
})

test('whoever asked for a visit is told its day, another day and that nobody comes, and not what the person did', () => {
  const did = { at: '2019-03-05T01:00:00.000Z', by: 'lan' }
  const on = (day: string) => ({ on: day, place: null, team: ['lan'] })
  const scheduled = (day: string, before: string | null) =>
    toldOfHomeVisit(
      { schedule: before === null ? null : on(before) },
      { type: 'HomeVisitScheduled', schedule: on(day), ...did },
    )
  expect(scheduled('2019-03-09', null)).toEqual({
    kind: 'visit-scheduled',
    facts: { lastDay: '2019-03-09' },
  })
  expect(scheduled('2019-03-12', '2019-03-09')).toEqual({
    kind: 'visit-moved',
    facts: { lastDay: '2019-03-12' },
  })
  // Another team or place on the way, the same day.
  expect(scheduled('2019-03-09', '2019-03-09')).toBeNull()
  const ended = (by: string | null, schedule: ReturnType<typeof on> | null) =>
    toldOfHomeVisit({ schedule }, { type: 'HomeVisitEnded', why: null, ...did, by })
  expect(ended('lan', on('2019-03-09'))).toEqual({
    kind: 'visit-cancelled',
    facts: { lastDay: '2019-03-09' },
  })
  expect(ended('lan', null)).toEqual({ kind: 'visit-cancelled', facts: {} })
  expect(ended(null, on('2019-03-09'))).toBeNull()
  const holds = HOME_STAGES.map((stage) =>
    NOTICE_KINDS.filter((kind) => !isHomeVisitOvertaken(kind, { stage })),
  )
  expect(holds).toEqual([[], [], ['visit-scheduled', 'visit-moved'], [], [], ['visit-cancelled']])
})

test('who was given a paper outside is told when it comes to nothing, and never once it is a dossier', () => {
  expect([toldOfPacket('refuse')?.kind, toldOfPacket('receive')]).toEqual(['packet-refused', null])
  const holds = (stage: PacketStage) => NOTICE_KINDS.filter((kind) => !isPacketOvertaken(kind, stage))
  expect([holds('refused'), holds('to-decide'), holds('taken-in')]).toEqual([['packet-refused'], [], []])
})
