import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'
import { aCharged, aDoer, after, aLaw, aProcedure, aStep, backTo, goneTo, stepCommand } from './a-dossier.ts'
import type { ChangeCommand, DraftApology, PromptApplicant, StopDossier } from './commands.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import { progress } from './progress.ts'
import { lapsesOn } from './prompts.ts'

const on = (dossier: Dossier, at = dossier.lastEventAt) => ({
  id: 'x',
  by: aDoer('dung'),
  version: dossier.version,
  step: dossier.step,
  at,
})
const refusedAs = (dossier: Dossier, command: ChangeCommand, law = aLaw()) => {
  const outcome = under(law).decide(dossier, command)
  return isRefusal(outcome) ? outcome.refused : null
}
const refusing = (dossier: Dossier): ChangeCommand => ({
  ...on(dossier),
  type: 'ProposeRefusal',
  reason: 'Đất đang tranh chấp',
  ground: 'Luật Đất đai, Điều 188',
  instead: null,
})

describe('refusal after appraisal', () => {
  const steps = [
    aStep('receive'),
    aStep('work', 'appraise'),
    aStep('collect-fee'),
    aStep('approve'),
    aStep('citizen'),
    aStep('seal'),
    aStep('return'),
  ]
  const law = aLaw({ procedure: aProcedure({ steps }) })

  test('goes to approval, is sealed and is a result of kind refusal, without the fee and what else is for the granted', () => {
    const dossier = goneTo('appraise', law)
    const proposed = after(dossier, refusing(dossier), law)
    expect(proposed.dossier).toMatchObject({ step: 'approve', refusal: { reason: 'Đất đang tranh chấp' } })
    const approved = after(proposed.dossier, stepCommand(proposed.dossier, 'approve'), law)
    expect(approved.dossier).toMatchObject({ stage: 'in-process', step: 'seal' })
    const sealed = after(approved.dossier, stepCommand(approved.dossier, 'seal'), law)
    const ready = after(sealed.dossier, stepCommand(sealed.dossier, 'return'), law)
    expect(ready.dossier).toMatchObject({ stage: 'ready', result: 'refused', timeliness: 'early' })
    const facts = factsOfHistory(sealed.dossier, ready.events).map(({ measure }) => measure)
    expect(facts).toEqual(['ready-early', 'refused', 'open', 'overdue'])
    const history = [...proposed.events, ...approved.events, ...sealed.events, ...ready.events]
    expect(progress(ready.dossier, history, steps).map(({ step }) => step.key)).not.toContain('citizen')
  })

  test('sent back, it is appraised anew and may be granted', () => {
    const dossier = goneTo('appraise', law)
    const proposed = after(dossier, refusing(dossier), law).dossier
    const again = after(proposed, backTo(proposed, 'appraise'), law).dossier
    expect(again).not.toHaveProperty('refusal')
    expect(after(again, stepCommand(again, 'work'), law).dossier.step).toBe('collect-fee')
  })

  test('is proposed by who appraises alone', () => {
    const dossier = goneTo('approve', law)
    expect(refusedAs(dossier, refusing(dossier), law)).toBe('not-this-step')
  })
})

describe('stopping', () => {
  const stop = (dossier: Dossier, over: Partial<StopDossier> = {}): StopDossier => ({
    ...on(dossier),
    type: 'StopDossier',
    why: 'asked-by-citizen',
    reason: 'Xin rút',
    ground: 'Đơn ngày 05/3/2019',
    papersReturned: 'Tờ khai',
    money: 'nothing-paid',
    ...over,
  })
  const prompt = (dossier: Dossier, day: string, over: Partial<PromptApplicant> = {}): PromptApplicant => ({
    ...on(dossier, `${day}T01:00:00.000Z`),
    type: 'PromptApplicant',
    way: 'telephone',
    outcome: 'told',
    note: null,
    ...over,
  })
  const prompted = (...given: Parameters<typeof prompt>) => after(given[0], prompt(...given)).dossier
  const asking = (
    dossier: Dossier,
    answerBy: string | null,
    whyAgain: string | null = null,
  ): ChangeCommand => ({
    ...on(dossier),
    type: 'RequestSupplement',
    items: [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }],
    whyAgain,
    answerBy,
  })

  test('ends the dossier: nobody holds it, and nothing can be done with it any more', () => {
    const dossier = goneTo('appraise')
    const { dossier: stopped } = after(dossier, stop(dossier))
    expect(stopped).toMatchObject({ stage: 'stopped', holder: null, timeliness: 'on-time' })
    expect(refusedAs(stopped, stepCommand(stopped, 'work'))).toBe('not-at-this-stage')
    expect(refusedAs(stopped, stop(stopped))).toBe('not-at-this-stage')
  })

  test('what was on its way ends with it, and nothing is still to come', () => {
    const law = aLaw()
    const dossier = goneTo('appraise', law)
    const proposed = after(dossier, refusing(dossier)).dossier
    const { dossier: stopped, events } = after(proposed, stop(proposed))
    expect(stopped).not.toHaveProperty('refusal')
    const told = progress(stopped, events, law.procedure.steps)
    expect(told.map(({ step, state }) => [step.key, state])).toEqual([
      ['receive', 'done'],
      ['appraise', 'done'],
    ])
  })

  test('whether something was paid is known; what becomes of it is said', () => {
    const charged = aLaw({ procedure: aCharged() })
    const dossier = goneTo('appraise', charged)
    const taking = {
      ...on(dossier),
      type: 'TakePayment',
      way: 'cash',
      dong: 8000,
      receiptNumber: '1',
    } as const
    const paid = after(dossier, taking, charged).dossier
    expect(refusedAs(paid, stop(paid), charged)).toBe('money-was-paid')
    expect(after(paid, stop(paid, { money: 'refunded' }), charged).events).toMatchObject([
      { money: 'refunded' },
    ])
    expect(after(dossier, stop(dossier, { money: 'kept' }), charged).events).toMatchObject([
      { money: 'nothing-paid' },
    ])
  })

  test('not once the result is approved', () => {
    const dossier = goneTo('seal')
    expect(refusedAs(dossier, stop(dossier))).toBe('decided-already')
  })

  test('late work that is stopped stays late', () => {
    const dossier = goneTo('appraise')
    const late = after(dossier, stop(dossier, { at: '2019-04-05T01:00:00.000Z' })).dossier
    expect(late).toMatchObject({ stage: 'stopped', timeliness: 'late' })
  })

  test('asked late and then stopped, it was late before the clock stood still', () => {
    const dossier = goneTo('appraise')
    const late = after(dossier, { ...asking(dossier, null), at: '2019-04-05T01:00:00.000Z' }).dossier
    const stopped = after(late, stop(late, { at: '2019-04-06T01:00:00.000Z' })).dossier
    expect(stopped).toMatchObject({ stage: 'stopped', timeliness: 'late' })
  })

  test('unanswered: only with a day that was given, and only when that day is over', () => {
    const dossier = goneTo('appraise')
    const open = after(dossier, asking(dossier, null)).dossier
    expect(refusedAs(open, stop(open, { why: 'not-answered' }))).toBe('no-answer-limit')
    const asked = after(dossier, asking(dossier, '2019-03-15')).dossier
    const onTheDay = stop(asked, { why: 'not-answered', at: '2019-03-15T16:59:00.000Z' })
    expect(refusedAs(asked, onTheDay)).toBe('answer-limit-not-over')
    const stopped = after(prompted(asked, '2019-03-12'), {
      ...onTheDay,
      at: '2019-03-15T17:00:00.000Z',
    }).dossier
    // The clock stood still since the request: a month later it is not late.
    expect(stopped).toMatchObject({ stage: 'stopped', why: 'not-answered', timeliness: 'on-time' })
    expect(refusedAs(dossier, asking(dossier, '2019-03-04'))).toBe('days-past')
  })

  test('unanswered: only after a reminder that really went out, and the days it gives', () => {
    const asked = after(goneTo('appraise'), asking(goneTo('appraise'), '2019-03-15')).dossier
    const lapse = (dossier: Dossier, day: string) =>
      stop(dossier, { why: 'not-answered', at: `${day}T01:00:00.000Z` })
    expect(refusedAs(asked, lapse(asked, '2019-03-16'))).toBe('not-prompted')
    // A telephone nobody answered is kept in the history and counts for nothing.
    const tried = prompted(asked, '2019-03-13', { outcome: 'not-reached' })
    expect(refusedAs(tried, lapse(tried, '2019-03-20'))).toBe('not-prompted')
    expect(refusedAs(asked, prompt(asked, '2019-03-13', { outcome: 'sent' }))).toBe('call-is-not-sent')
    // Told late, three whole days are given all the same; told again, nothing is given anew.
    const late = prompted(asked, '2019-03-18', { way: 'sms', outcome: 'sent' })
    expect(refusedAs(late, lapse(late, '2019-03-21'))).toBe('prompted-lately')
    expect(after(late, lapse(late, '2019-03-22')).dossier.stage).toBe('stopped')
    const twice = prompted(late, '2019-03-21')
    expect(after(twice, lapse(twice, '2019-03-22')).dossier.stage).toBe('stopped')
  })

  test('how often and how long is of the rule set that binds the dossier', () => {
    const asked = after(goneTo('appraise'), asking(goneTo('appraise'), '2019-03-15')).dossier
    const lapses = (dossier: Dossier, prompts: number, days: number) =>
      lapsesOn(dossier, { prompts, days, ground: '' })
    expect(lapses(asked, 0, 9)).toBe('2019-03-16')
    const once = prompted(asked, '2019-03-10')
    expect(lapses(once, 1, 5)).toBe('2019-03-16')
    expect(lapses(once, 1, 6)).toBe('2019-03-17')
    expect(lapses(once, 2, 0)).toMatchObject({ refused: 'not-prompted', facts: { needed: 2, made: 1 } })
    expect(lapses(prompted(once, '2019-03-20'), 2, 1)).toBe('2019-03-22')
  })

  test('a reminder is of one wait: another supplement needs another', () => {
    const dossier = goneTo('appraise')
    const told = prompted(after(dossier, asking(dossier, '2019-03-15')).dossier, '2019-03-06')
    const back = after(told, { ...on(told), type: 'TakeSupplement', components: [] }).dossier
    expect(back.prompts).toBeUndefined()
    expect(refusedAs(back, prompt(back, '2019-03-07'))).toBe('nobody-waited-for')
    const again = after(back, asking(back, '2019-03-15', 'Giấy mới nộp cũng sai')).dossier
    expect(lapsesOn(again, { prompts: 1, days: 0, ground: '' })).toMatchObject({ refused: 'not-prompted' })
  })
})

describe('apology', () => {
  const draft = (dossier: Dossier, over: Partial<DraftApology> = {}): DraftApology => ({
    ...on(dossier),
    type: 'DraftApology',
    cause: 'site-check',
    reason: 'Mưa lớn',
    promisedOn: '2019-03-16',
    ...over,
  })
  const by = (staff: string) => ({ by: aDoer(staff) })

  function sent(at?: string) {
    const dossier = goneTo('appraise')
    const drafted = after(dossier, draft(dossier)).dossier
    const agreed = after(drafted, { ...on(drafted), ...by('hung'), type: 'ConsentToApology' }).dossier
    const signed = after(agreed, { ...on(agreed), type: 'SignApology', mandate: 'uq-tp' }).dossier
    return after(signed, { ...on(signed, at), type: 'SendApology', way: 'counter' })
  }

  test('promises the closing of a working day, and moves that promise alone', () => {
    const { dossier, events } = sent()
    // Saturday 16 March moves on to Monday's closing.
    expect(dossier.promisedDue).toBe('2019-03-18T10:00:00.000Z')
    expect(dossier.lawfulDue).toBe(dossier.dueAtReceipt)
    expect(events).toMatchObject([{ type: 'ApologySent', isInTime: true }])
  })

  test('sent after the due moment it is recorded as that, and late stays late', () => {
    const { dossier, events } = sent('2019-03-12T01:00:00.000Z')
    expect(events).toMatchObject([{ isInTime: false }])
    const approve = after(dossier, stepCommand(dossier, 'work')).dossier
    const ready = goneTo('ready', aLaw(), approve)
    expect(ready).toMatchObject({ stage: 'ready', timeliness: 'late' })
  })

  test('once, in order, and agreed to by a second person', () => {
    const dossier = goneTo('appraise')
    expect(refusedAs(dossier, draft(dossier, { promisedOn: '2019-03-07' }))).toBe('promise-too-early')
    const drafted = after(dossier, draft(dossier)).dossier
    expect(refusedAs(drafted, draft(drafted))).toBe('apology-under-way')
    expect(refusedAs(drafted, { ...on(drafted), type: 'ConsentToApology' })).toBe('second-person-needed')
    expect(refusedAs(drafted, { ...on(drafted), type: 'SignApology', mandate: 'uq' })).toBe(
      'apology-not-so-far',
    )
    expect(refusedAs(drafted, { ...on(drafted), type: 'SendApology', way: 'counter' })).toBe(
      'apology-not-so-far',
    )
    const once = sent().dossier
    expect(refusedAs(once, draft(once))).toBe('apologised-already')
    const dropped = after(drafted, { ...on(drafted), type: 'DropApology', comment: 'Kịp' }).dossier
    expect(refusedAs(dropped, draft(dropped))).toBeNull()
  })
})

describe('consultation', () => {
  const ask = (dossier: Dossier, id: string, answerBy: string): ChangeCommand => ({
    ...on(dossier),
    id,
    type: 'AskOpinion',
    body: 'Phòng Quản lý đô thị',
    question: 'Có vướng quy hoạch không?',
    answerBy,
  })
  const record = (
    dossier: Dossier,
    consultation: string,
    answer: string | null,
    at?: string,
  ): ChangeCommand => ({
    ...on(dossier, at),
    type: 'RecordOpinion',
    consultation,
    answer,
  })

  test('several at once; the clock goes on, and nothing is approved before each has an outcome', () => {
    const dossier = goneTo('appraise')
    const one = after(dossier, ask(dossier, 'a', '2019-03-06')).dossier
    const two = after(one, ask(one, 'b', '2019-03-07')).dossier
    expect(two).toMatchObject({ stage: 'in-process', lawfulDue: dossier.lawfulDue })
    const at = after(two, stepCommand(two, 'work')).dossier
    expect(refusedAs(at, stepCommand(at, 'approve'))).toBe('opinion-awaited')
    const answered = after(at, record(at, 'a', 'Không vướng')).dossier
    expect(refusedAs(answered, record(answered, 'a', 'Lần nữa'))).toBe('no-such-consultation')
    expect(refusedAs(answered, record(answered, 'b', null, '2019-03-07T09:00:00.000Z'))).toBe(
      'answer-limit-not-over',
    )
    const silent = after(answered, record(answered, 'b', null, '2019-03-08T01:00:00.000Z')).dossier
    expect(refusedAs(silent, stepCommand(silent, 'approve'))).toBeNull()
    expect(refusedAs(silent, record(silent, 'b', 'Muộn'))).toBe('no-opinion-awaited')
    expect(refusedAs(dossier, ask(dossier, 'c', '2019-03-04'))).toBe('days-past')
    expect(refusedAs(dossier, ask(dossier, 'c', '2019-03-05'))).toBeNull()
  })
})
