import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPost } from '#domain/people/may.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import type { FeedbackChange, FeedbackToSend } from '#shapes/feedback.ts'
import { accessesTo } from '#store/access-records.ts'
import { photo } from '#papers/digitising/bad-files.ts'
import { aHall, allowed, EIGHT, type Hall, received, takenToTheEnd } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { remindOfFeedback } from '../reminding/remind-of-feedback.ts'
import { changeFeedback } from './change-feedback.ts'
import { appealFeedback, followFeedback, seePublishedAnswers } from './follow-feedback.ts'
import { seeFeedback, seeFeedbackFile, seeFeedbackList } from './see-feedback.ts'
import { sendFeedback } from './send-feedback.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const publicDesk = (now = EIGHT): Desk => ({ centre: opened.centre, now, actor: { kind: 'public' } })
const director = (now = EIGHT) => hall.deskOf('director', 'HCC', now)
const head = (now = EIGHT) => hall.deskOf('head', 'TCKH', now)
const later = (days: number) => EIGHT.add({ hours: 24 * days })

function aRemark(over: Partial<FeedbackToSend> = {}): FeedbackToSend {
  return {
    id: newId(),
    kind: 'remark',
    text: 'Tôi chờ ở quầy ba tiếng mà không ai gọi.\nMong Trung tâm xem lại.',
    dossier: null,
    name: 'Lê Thị Cúc',
    contact: '0912345678',
    address: null,
    ...over,
  }
}

type Given<One> = One extends unknown ? Omit<One, 'id' | 'version'> : never

async function does(desk: Desk, code: string, given: Given<FeedbackChange>) {
  const { state } = allowed(await seeFeedback(director(), code))
  return changeFeedback(desk, code, { ...given, id: newId(), version: state.version } as FeedbackChange)
}
const assigned = (code: string, unit = 'TCKH') =>
  does(director(), code, { type: 'AssignFeedback', unit, staff: null })
const ANSWER = { type: 'AnswerFeedback', text: 'Trung tâm đã mở thêm quầy.', passedTo: null } as const

test('what is sent has a code, a key and a day to be answered by; sent twice it is one', async () => {
  const given = aRemark()
  const [slip, again] = (
    await Promise.all([sendFeedback(publicDesk(), given, null), sendFeedback(publicDesk(), given, null)])
  ).map(allowed)
  expect(again).toEqual(slip)
  expect(slip?.code).toMatch(/^PA-190305-/)
  const seen = allowed(await followFeedback(publicDesk(), slip ?? { code: '', key: '' }))
  expect([seen.stage, seen.due, seen.unitName]).toEqual(['open', '2019-03-12T10:00:00.000Z', null])
  expect(JSON.stringify(seen)).not.toContain('Cúc')
  expect(await followFeedback(publicDesk(), { code: slip?.code ?? '', key: '0000000000' })).toMatchObject({
    refused: 'no-such-feedback',
  })
  expect(await sendFeedback(publicDesk(), { ...given, text: 'Khác' }, null)).toMatchObject({
    refused: 'command-id-reused',
  })
})

test('a complaint needs name and address; a dossier is named by a code that can be one; who works here sends nothing', async () => {
  expect(await sendFeedback(publicDesk(), aRemark({ kind: 'complaint' }), null)).toMatchObject({
    refused: 'complaint-needs-name',
  })
  const whole = aRemark({ kind: 'complaint', address: 'Khu 3, phường Mạo Khê' })
  const slip = allowed(await sendFeedback(publicDesk(), whole, null))
  expect(allowed(await followFeedback(publicDesk(), slip)).due?.slice(0, 10)).toBe('2019-04-04')
  expect(await sendFeedback(publicDesk(), aRemark({ dossier: 'không nhớ' }), null)).toMatchObject({
    refused: 'no-such-dossier',
  })
  expect(await sendFeedback(head(), aRemark(), null)).toMatchObject({ refused: 'not-permitted' })
})

test('a file is looked into before it is kept, and only who may see it gets it', async () => {
  const wrong = await sendFeedback(publicDesk(), aRemark(), {
    name: 'a.exe',
    bytes: new TextEncoder().encode('MZ not a picture'),
  })
  expect(wrong).toMatchObject({ refused: 'scan-of-no-kind' })
  const bytes = await photo({ format: 'png' })
  const slip = allowed(await sendFeedback(publicDesk(), aRemark(), { name: 'quầy.png', bytes }))
  expect(await seeFeedbackFile(head(), slip.code)).toMatchObject({ refused: 'no-such-feedback' })
  const file = allowed(await seeFeedbackFile(director(), slip.code))
  expect([file.name, file.mediaType, Buffer.compare(file.bytes, bytes)]).toEqual(['quầy.png', 'image/png', 0])
})

describe('at the desk', () => {
  test('the director gives it to a unit, which sees it from then on and answers; every look is recorded', async () => {
    const slip = allowed(await sendFeedback(publicDesk(), aRemark(), null))
    expect(await seeFeedback(head(), slip.code)).toMatchObject({ refused: 'no-such-feedback' })
    expect(await assigned(slip.code)).toBe(true)
    const { lines } = allowed(await seeFeedbackList(head(), { isWaiting: true, after: null }))
    expect(lines.map(({ code }) => code)).toContain(slip.code)
    expect(allowed(await seeFeedback(head(), slip.code)).name).toBe('Lê Thị Cúc')
    const accesses = await accessesTo(opened.centre, slip.code, 10)
    expect(accesses.map(({ what }) => what)).toContain('see-feedback')
    expect(await does(hall.deskOf('handler', 'TNMT'), slip.code, ANSWER)).toMatchObject({
      refused: 'no-such-feedback',
    })
    expect(await does(head(), slip.code, ANSWER)).toBe(true)
    expect(allowed(await followFeedback(publicDesk(), slip)).answer?.text).toBe(ANSWER.text)
    expect(await does(head(), slip.code, ANSWER)).toMatchObject({ refused: 'feedback-not-so-far' })
  })

  test('a head gives it on within the unit alone, to somebody who works there', async () => {
    const slip = allowed(await sendFeedback(publicDesk(), aRemark(), null))
    allowed(await assigned(slip.code))
    const inUnit = hall.staff.find((one) => hasPost(one, 'handler', 'TCKH', '2019-03-05'))
    const elsewhere = hall.staff.find((one) => hasPost(one, 'handler', 'TNMT', '2019-03-05'))
    const to = (unit: string, staff: string | null) => ({ type: 'AssignFeedback', unit, staff }) as const
    expect(await does(head(), slip.code, to('TNMT', null))).toMatchObject({ refused: 'not-permitted' })
    expect(await does(head(), slip.code, to('TCKH', elsewhere?.id ?? ''))).toMatchObject({
      refused: 'no-such-staff',
    })
    expect(await does(head(), slip.code, to('TCKH', inUnit?.id ?? ''))).toBe(true)
    expect(await seeFeedback(hall.deskOf('approver', 'TCKH'), slip.code)).toMatchObject({
      refused: 'no-such-feedback',
    })
  })

  test('of two who answer at once one does, and the same command twice is one', async () => {
    const slip = allowed(await sendFeedback(publicDesk(), aRemark(), null))
    allowed(await assigned(slip.code))
    const { state } = allowed(await seeFeedback(director(), slip.code))
    const one = { ...ANSWER, id: newId(), version: state.version }
    const outcomes = await Promise.all([
      changeFeedback(head(), slip.code, one),
      changeFeedback(director(), slip.code, { ...one, id: newId(), text: 'Khác' }),
    ])
    expect(outcomes.filter((outcome) => outcome === true)).toHaveLength(1)
    const again = await changeFeedback(head(), slip.code, one)
    expect(again === true).toBe(outcomes[0] === true)
  })

  test('who worked on the dossier does not answer about it', async () => {
    const receipt = await received(hall)
    await takenToTheEnd(hall, receipt)
    const slip = allowed(await sendFeedback(publicDesk(), aRemark({ dossier: receipt.code }), null))
    allowed(await assigned(slip.code))
    expect(await does(hall.deskOf('handler', 'TCKH'), slip.code, ANSWER)).toMatchObject({
      refused: 'answers-own-work',
    })
    expect(await does(head(), slip.code, ANSWER)).toBe(true)
  })
})

test('who does not agree asks the director once, who answers for the last time', async () => {
  const slip = allowed(await sendFeedback(publicDesk(), aRemark(), null))
  allowed(await assigned(slip.code))
  const appeal = { id: newId(), why: 'Vẫn phải chờ' }
  expect(await appealFeedback(publicDesk(), slip, appeal)).toMatchObject({ refused: 'feedback-not-so-far' })
  allowed(await does(head(), slip.code, ANSWER))
  expect(await appealFeedback(publicDesk(later(1)), slip, appeal)).toBe(true)
  expect(await appealFeedback(publicDesk(later(1)), slip, appeal)).toBe(true)
  const last = { type: 'AnswerAppeal', text: 'Tôi đã đến quầy xem.' } as const
  expect(await does(head(later(1)), slip.code, last)).toMatchObject({ refused: 'not-permitted' })
  expect(await does(director(later(1)), slip.code, last)).toBe(true)
  const seen = allowed(await followFeedback(publicDesk(later(1)), slip))
  expect([seen.stage, seen.appeal?.answer?.text, seen.appealUntil]).toEqual(['closed', last.text, null])
})

test('only a text without anybody in it is published, and only when that was confirmed', async () => {
  const slip = allowed(await sendFeedback(publicDesk(), aRemark(), null))
  allowed(await assigned(slip.code))
  const fit = {
    type: 'PublishAnswer',
    question: 'Vì sao phải chờ lâu?',
    answer: 'Đã mở thêm quầy.',
    confirmed: true,
  } as const
  expect(await does(head(), slip.code, fit)).toMatchObject({ refused: 'feedback-not-so-far' })
  allowed(await does(head(), slip.code, ANSWER))
  expect(await does(head(), slip.code, { ...fit, confirmed: false })).toMatchObject({
    refused: 'not-confirmed',
  })
  expect(await does(head(), slip.code, { ...fit, question: 'Bà Lê Thị Cúc hỏi' })).toMatchObject({
    refused: 'personal-data-in-text',
    facts: { parts: ['name'] },
  })
  expect(await does(head(), slip.code, fit)).toBe(true)
  const { answers } = await seePublishedAnswers(publicDesk(), null)
  expect(answers.map(({ published }) => published.question)).toEqual([fit.question])
  expect(JSON.stringify(answers)).not.toMatch(/PA-|Cúc|0912/)
})

test('whoever has to answer is reminded the day before and when it is over, once each, until it is answered', async () => {
  const slip = allowed(await sendFeedback(publicDesk(), aRemark(), null))
  const none: string[] = []
  const sweep = (now: Temporal.Instant) => remindOfFeedback(opened.centre, now, (code) => none.push(code))
  const remindedOf = async () => allowed(await seeFeedback(director(), slip.code)).reminded.length
  await sweep(later(5))
  expect(await remindedOf()).toBe(0)
  await sweep(later(6))
  await sweep(later(6))
  expect(await remindedOf()).toBe(1)
  await sweep(later(8))
  expect(await sweep(later(8))).toBe(0)
  expect(await remindedOf()).toBe(2)
  const { lines } = allowed(await seeFeedbackList(director(later(8)), { isWaiting: true, after: null }))
  expect(lines.find(({ code }) => code === slip.code)?.isOverdue).toBe(true)
  expect(none).toEqual([])
})
