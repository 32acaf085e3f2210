import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCalendar } from '../calendar/a-calendar.ts'
import { workingCalendar } from '../calendar/working-time.ts'
import { isRefusal } from '../outcome.ts'
import { type Feedback, type FeedbackCommand, decideFeedback, evolveFeedback, received } from './feedback.ts'
import { type FeedbackKind, type FeedbackRule, type FeedbackTimes, WRITTEN_KINDS } from './opinion-rules.ts'

const times = (days: number): FeedbackTimes => ({
  answer: { kind: 'civil-days', days },
  appealDays: 30,
  appealAnswer: { kind: 'civil-days', days: 5 },
  ground: '',
  confidence: 'low',
})
const RULE: FeedbackRule = {
  kind: 'feedback',
  from: '2019-01-01',
  remark: times(5),
  proposal: times(10),
  'post-complaint': times(7),
  'data-correction': times(8),
  complaint: { ...times(30), answer: { kind: 'calendar-days', days: 30 } },
}
const counting = workingCalendar(aCalendar())
const at = (day: string) => `${day}T01:00:00.000Z`

function begun(kind: FeedbackKind = 'remark', day = '2019-03-05'): Feedback {
  const event = received(kind, { rule: RULE, counting, at: at(day) })
  if (isRefusal(event)) throw new Error(JSON.stringify(event))
  return evolveFeedback(null, event)
}

interface Doer {
  readonly id: string
  readonly isDirector: boolean
  readonly workedOnIt: boolean
}
const officer: Doer = { id: 'dung', isDirector: false, workedOnIt: false }
const director: Doer = { id: 'anh', isDirector: true, workedOnIt: false }

function after(feedback: Feedback, command: FeedbackCommand, by: Doer | null, day = '2019-03-06') {
  const event = decideFeedback(feedback, command, { rule: RULE, counting, at: at(day), by })
  return isRefusal(event) ? event : evolveFeedback(feedback, event)
}
function mustBe(outcome: ReturnType<typeof after>): Feedback {
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

const ANSWER = { type: 'AnswerFeedback', text: 'Trung tâm xin lỗi bác', passedTo: null } as const
const APPEAL = { type: 'AppealFeedback', why: 'Chưa đúng việc tôi hỏi' } as const

test('the answer is due by the kind, in working days or all days as the centre counts', () => {
  expect(begun('remark').due?.slice(0, 10)).toBe('2019-03-12')
  expect(begun('proposal').due?.slice(0, 10)).toBe('2019-03-19')
  expect(begun('complaint').due?.slice(0, 10)).toBe('2019-04-04')
})

test('a complaint about the post has a time of its own, and is taken only where the centre lays one down', () => {
  expect(begun('post-complaint').due?.slice(0, 10)).toBe('2019-03-14')
  const { 'post-complaint': _, ...rule } = RULE
  const law = { rule, counting, at: at('2019-03-05') }
  expect(received('post-complaint', law)).toMatchObject({ refused: 'kind-not-taken' })
  const { 'data-correction': __, ...without } = rule
  expect(received('data-correction', { ...law, rule: without })).toMatchObject({
    refused: 'no-corrections-here',
  })
  const anew = { type: 'ReclassifyFeedback', kind: 'post-complaint', why: 'Bưu gửi bị mất' } as const
  expect(decideFeedback(begun(), anew, { ...law, by: officer })).toMatchObject({ refused: 'kind-not-taken' })
  expect(mustBe(after(begun(), anew, officer)).kind).toBe('post-complaint')
})

test('classed anew it is due by its kind, counted from the day it came', () => {
  const changed = mustBe(
    after(
      begun('remark'),
      { type: 'ReclassifyFeedback', kind: 'complaint', why: 'Đề nghị xem lại quyết định' },
      officer,
      '2019-03-11',
    ),
  )
  expect([changed.kind, changed.due]).toEqual(['complaint', begun('complaint').due])
})

describe('who answers', () => {
  test('nobody about the own work, but for a proposal, and but for the director', () => {
    const own = { ...officer, workedOnIt: true }
    for (const kind of WRITTEN_KINDS)
      expect(isRefusal(after(begun(kind), ANSWER, own))).toBe(kind !== 'proposal')
    expect(mustBe(after(begun(), ANSWER, { ...director, workedOnIt: true })).stage).toBe('answered')
  })

  test('the director once more when it is appealed, unless the answer was the director’s', () => {
    const answered = mustBe(after(begun(), ANSWER, officer))
    const appealed = mustBe(after(answered, APPEAL, null, '2019-04-05'))
    expect([appealed.stage, appealed.due?.slice(0, 10)]).toEqual(['appealed', '2019-04-12'])
    const closed = mustBe(
      after(appealed, { type: 'AnswerAppeal', text: 'Đồng ý với bác' }, director, '2019-04-08'),
    )
    expect([closed.stage, closed.due, closed.appeal?.answer?.by]).toEqual(['closed', null, 'anh'])
    expect(after(closed, APPEAL, null, '2019-04-09')).toMatchObject({ refused: 'feedback-not-so-far' })
    const directors = mustBe(after(begun(), ANSWER, director))
    expect(after(directors, APPEAL, null)).toMatchObject({ refused: 'answered-by-director' })
  })

  test('an appeal comes within its days', () => {
    const answered = mustBe(after(begun(), ANSWER, officer))
    expect(after(answered, APPEAL, null, '2019-04-06')).toMatchObject({
      refused: 'appeal-over',
      facts: { until: '2019-04-05' },
    })
  })
})

test('whatever is tried in whatever order: answered once, appealed once, published once, and due only while waited for', () => {
  const command = fc.constantFrom<FeedbackCommand>(
    { type: 'AssignFeedback', unit: 'TP', staff: null },
    { type: 'ReclassifyFeedback', kind: 'proposal', why: 'Đề xuất' },
    ANSWER,
    APPEAL,
    { type: 'AnswerAppeal', text: 'Giữ nguyên' },
    { type: 'PublishAnswer', question: 'Hỏi', answer: 'Đáp' },
  )
  const doer = fc.constantFrom<Doer | null>(null, officer, director)
  fc.assert(
    fc.property(fc.array(fc.tuple(command, doer), { maxLength: 20 }), (tries) => {
      let feedback = begun()
      const done: string[] = []
      for (const [tried, by] of tries) {
        const next = after(feedback, tried, by)
        if (isRefusal(next)) continue
        expect(next.version).toBe(feedback.version + 1)
        done.push(tried.type)
        feedback = next
      }
      for (const once of ['AnswerFeedback', 'AppealFeedback', 'AnswerAppeal', 'PublishAnswer'])
        expect(done.filter((one) => one === once).length).toBeLessThanOrEqual(1)
      expect(feedback.due !== null).toBe(feedback.stage === 'open' || feedback.stage === 'appealed')
      expect(feedback.answer !== null).toBe(feedback.stage !== 'open')
      if (feedback.published) expect(feedback.answer).not.toBeNull()
    }),
  )
})

describe('a request to put data right', () => {
  const open = begun('data-correction')

  test('is answered within the centre\u2019s days, by done or refused and never by neither', () => {
    expect(open.due).toBe('2019-03-15T10:00:00.000Z')
    expect(after(open, ANSWER, officer)).toMatchObject({ refused: 'done-or-refused' })
    for (const isDone of [true, false])
      expect(mustBe(after(open, { ...ANSWER, isDone }, officer)).answer).toMatchObject({
        isDone,
        text: ANSWER.text,
      })
    // Of anything else nobody says whether it was done.
    expect(mustBe(after(begun(), { ...ANSWER, isDone: true }, officer)).answer).not.toHaveProperty('isDone')
  })

  test('is nobody else\u2019s to read, and may be appealed', () => {
    const answered = mustBe(after(open, { ...ANSWER, isDone: false }, officer))
    const publish = { type: 'PublishAnswer', question: 'x', answer: 'y' } as const
    expect(after(answered, publish, officer)).toMatchObject({ refused: 'of-one-person' })
    expect(mustBe(after(answered, APPEAL, null)).stage).toBe('appealed')
  })

  test('is taken only where a time is laid down for it', () => {
    const { 'data-correction': _, ...without } = RULE
    expect(_).toBeDefined()
    const asked = received('data-correction', { rule: without, counting, at: at('2019-03-05') })
    expect(asked).toMatchObject({ refused: 'no-corrections-here' })
  })
})
