import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { aDoer, aDossier, aLaw, after, aPart, aProcedure, aStep, LAND_RULE } from './a-dossier.ts'
import type { ChangeCommand } from './commands.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'

/** 5 March 2019, 08:00, is when it comes to the step; the tax office has three working hours, social insurance four. */
const STEPS = [
  aStep('receive'),
  {
    ...aStep('work', 'tax'),
    minutesAllotted: 480,
    parts: [aPart('tax-notice'), aPart('card', { unit: 'BHXH', minutesAllotted: 240 })],
  },
  aStep('citizen', 'pay'),
  aStep('approve'),
  aStep('return'),
]
const law = aLaw({ procedure: aProcedure({ steps: STEPS }) })
const TAX = aDoer('thue', { unit: 'THUE' })
const AT_14 = '2019-03-05T07:00:00.000Z'

type Of<Type extends ChangeCommand['type']> = Extract<ChangeCommand, { type: Type }>
type PartCommand = Of<'CompletePart' | 'SendPartBack' | 'AskPartAgain' | 'GiveUpPart'>

function on(dossier: Dossier, over: { at?: string } = {}) {
  return { id: 'x', at: dossier.lastEventAt, by: TAX, version: dossier.version, step: dossier.step, ...over }
}
const SAID = {
  CompletePart: { documentNumber: 'TB 12', result: 'Lệ phí trước bạ 5.000.000 đồng' },
  SendPartBack: { reason: 'Thiếu hợp đồng' },
  AskPartAgain: { comment: 'Đã bổ sung hợp đồng' },
  GiveUpPart: { reason: 'Không thuộc diện nộp', ground: 'NĐ 140/2016/NĐ-CP, Điều 9' },
} as const
function partCommand(dossier: Dossier, type: PartCommand['type'], part: string, at?: string): ChangeCommand {
  const common = { ...on(dossier, at === undefined ? {} : { at }), part }
  switch (type) {
    case 'CompletePart':
      return { ...common, type, ...SAID[type] }
    case 'SendPartBack':
      return { ...common, type, ...SAID[type] }
    case 'AskPartAgain':
      return { ...common, type, ...SAID[type] }
    case 'GiveUpPart':
      return { ...common, type, ...SAID[type] }
  }
}
function refusedAs(dossier: Dossier, command: ChangeCommand): string | null {
  const outcome = under(law).decide(dossier, command)
  return isRefusal(outcome) ? outcome.refused : null
}
function done(dossier: Dossier, type: PartCommand['type'], part: string, at?: string) {
  return after(dossier, partCommand(dossier, type, part, at), law).dossier
}
const complete = (dossier: Dossier): ChangeCommand => ({ ...on(dossier), type: 'CompleteStep', note: null })
const partOf = (dossier: Dossier, key: string) => dossier.parts?.find((one) => one.key === key)

describe('parts of a linked procedure', () => {
  const opened = aDossier({}, law)

  test('all begin when the dossier comes to their step, each with its own due moment; the holder stays who leads', () => {
    expect(opened.parts).toMatchObject([
      // 08:00 and three working hours: 11:00. Four: over noon to 14:00.
      { key: 'tax-notice', unit: 'THUE', state: 'open', due: '2019-03-05T04:00:00.000Z' },
      { key: 'card', unit: 'BHXH', state: 'open', due: '2019-03-05T07:00:00.000Z' },
    ])
    expect(opened).toMatchObject({ step: 'tax', stage: 'in-process', holder: { kind: 'list', unit: 'TP' } })
  })

  test.each([
    ['2019-03-05T03:59:00.000Z', 'early'],
    ['2019-03-05T04:00:59.000Z', 'on-time'],
    ['2019-03-05T04:01:00.000Z', 'late'],
  ])('done at %s a part due at 11:00 is %s, and the citizen’s due moment stays', (at, timeliness) => {
    const dossier = done(opened, 'CompletePart', 'tax-notice', at)
    expect(partOf(dossier, 'tax-notice')).toMatchObject({
      state: 'done',
      documentNumber: 'TB 12',
      timeliness,
    })
    expect(dossier.lawfulDue).toBe(opened.lawfulDue)
    expect(dossier.doneBy['tax-notice']).toEqual(TAX)
  })

  test('the step goes neither on nor back nor to a refusal while a part is awaited', () => {
    const sentBack = done(done(opened, 'CompletePart', 'card'), 'SendPartBack', 'tax-notice')
    for (const dossier of [opened, sentBack]) {
      expect(refusedAs(dossier, complete(dossier))).toBe('part-open')
      const refusal = {
        ...on(dossier),
        type: 'ProposeRefusal',
        reason: 'x',
        ground: 'y',
        instead: null,
      } as const
      expect(refusedAs(dossier, refusal)).toBe('part-open')
      expect(refusedAs(dossier, { ...on(dossier), type: 'SendBack', to: 'tax', comment: 'x' })).toBe(
        'part-open',
      )
    }
    const given = done(sentBack, 'GiveUpPart', 'tax-notice')
    expect(partOf(given, 'tax-notice')?.state).toBe('given-up')
    expect(after(given, complete(given), law).dossier.step).toBe('pay')
  })

  test('a part that was sent back and is asked for again has its whole time anew', () => {
    const again = done(done(opened, 'SendPartBack', 'tax-notice'), 'AskPartAgain', 'tax-notice', AT_14)
    // 14:00, three hours to 17:00: the last minute of the day.
    expect(partOf(again, 'tax-notice')).toMatchObject({ state: 'open', due: '2019-03-05T10:00:00.000Z' })
  })

  test.each([
    ['done twice', () => done(opened, 'CompletePart', 'card'), 'CompletePart', 'card', 'part-not-open'],
    [
      'sent back when it is done',
      () => done(opened, 'CompletePart', 'card'),
      'SendPartBack',
      'card',
      'part-not-open',
    ],
    [
      'asked for again while it lies there',
      () => done(opened, 'CompletePart', 'card'),
      'AskPartAgain',
      'tax-notice',
      'part-not-open',
    ],
    ['asked for again before any came back', () => opened, 'AskPartAgain', 'card', 'no-part-to-ask'],
    ['unknown', () => opened, 'CompletePart', 'land', 'no-such-part'],
    [
      'given up when all are done',
      () => done(done(opened, 'CompletePart', 'card'), 'CompletePart', 'tax-notice'),
      'GiveUpPart',
      'card',
      'no-part-open',
    ],
  ] as const)('a part %s has its answer', (_, dossier, type, part, refused) => {
    expect(refusedAs(dossier(), partCommand(dossier(), type, part))).toBe(refused)
  })

  test('a part given up in error is begun again', () => {
    const again = done(done(opened, 'GiveUpPart', 'card'), 'AskPartAgain', 'card')
    expect(partOf(again, 'card')?.state).toBe('open')
  })

  test('a supplement stops the citizen’s clock and leaves the other agencies at work', () => {
    const items = [{ component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }]
    const waiting = after(
      opened,
      { ...on(opened), type: 'RequestSupplement', items, whyAgain: null },
      law,
    ).dossier
    expect(partOf(done(waiting, 'CompletePart', 'card', AT_14), 'card')?.state).toBe('done')
  })

  test('what is stopped is awaited from nobody', () => {
    const why = { why: 'asked-by-citizen', reason: 'x', ground: 'y' } as const
    const stop = { ...on(opened), type: 'StopDossier', ...why, papersReturned: 'x', money: 'kept' } as const
    const { dossier } = after(opened, stop, law)
    expect(dossier.parts?.map(({ state }) => state)).toEqual(['given-up', 'given-up'])
    expect(refusedAs(dossier, partCommand(dossier, 'CompletePart', 'card'))).toBe('not-at-this-stage')
  })
})

describe('what the citizen owes the state', () => {
  const NOTICE = {
    body: 'Chi cục Thuế thị xã Đông Triều',
    number: 'LTB 120/TB-CCT',
    issuedOn: '2019-03-05',
    what: 'Lệ phí trước bạ nhà, đất',
    dong: 5_000_000,
    payBy: '2019-04-04',
  } as const
  const withParts = aDossier({}, law)
  const atTax = done(done(withParts, 'CompletePart', 'card'), 'CompletePart', 'tax-notice')
  const notify = (dossier: Dossier, over: Partial<Of<'NotifyObligation'>> = {}): ChangeCommand => ({
    ...on(dossier),
    type: 'NotifyObligation',
    ...NOTICE,
    ...over,
  })
  const meet = (dossier: Dossier, over: Partial<Of<'MeetObligation'>> = {}): ChangeCommand => ({
    ...on(dossier),
    type: 'MeetObligation',
    obligation: 'notice',
    paidOn: dossier.lastEventAt.slice(0, 10),
    dong: NOTICE.dong,
    proof: 'GNT 0045',
    channel: 'counter',
    ...over,
  })
  const toPay = (lawful = law) => {
    const notified = after(atTax, notify(atTax, { id: 'notice' }), lawful).dossier
    return after(notified, complete(notified), lawful)
  }

  test('at its step the clock stops by the rule of the day of receipt, and the day to pay by is known', () => {
    const { dossier, events } = toPay()
    expect(events).toContainEqual(expect.objectContaining({ type: 'ClockStopped', ground: LAND_RULE }))
    expect(dossier).toMatchObject({
      stage: 'awaiting-citizen',
      holder: { kind: 'citizen' },
      payBy: '2019-04-04',
    })
  })

  test('where the rule lets it run the clock runs, and the citizen is waited for all the same', () => {
    const waits = [
      { from: '2014-07-01', stopsClock: true, ground: LAND_RULE },
      { from: '2019-03-05', stopsClock: false, ground: 'Luật mới' },
    ]
    const steps = STEPS.map((step) => (step.kind === 'citizen' ? { ...step, waits } : step))
    const { dossier, events } = toPay(aLaw({ procedure: aProcedure({ steps }) }))
    expect(events.map(({ type }) => type)).toEqual(['StepCompleted'])
    expect(dossier).toMatchObject({ stage: 'in-process', holder: { kind: 'citizen' } })
    expect(refusedAs(dossier, { ...on(dossier), type: 'AssignDossier', to: 'a', note: null })).toBe(
      'not-at-this-stage',
    )
  })

  test('the last proof ends the wait: the agency has the minutes it had left, from that moment', () => {
    const { dossier } = toPay()
    expect(refusedAs(dossier, complete(dossier))).toBe('obligation-unmet')
    const met = after(dossier, meet(dossier, { at: '2019-03-11T01:00:00.000Z' }), law)
    expect(met.events.map(({ type }) => type)).toEqual(['ObligationMet', 'ClockResumed', 'StepCompleted'])
    expect(met.dossier).toMatchObject({ stage: 'in-process', step: 'approve' })
    expect(met.dossier.payBy).toBeUndefined()
    // Six days later of which four were worked: due four working days later.
    expect([dossier.lawfulDue, met.dossier.lawfulDue]).toEqual([
      '2019-03-08T10:00:00.000Z',
      '2019-03-14T10:00:00.000Z',
    ])
  })

  test('brought before its step, a proof is kept and moves nothing; a notice may be payable on its own day', () => {
    const notified = after(atTax, notify(atTax, { id: 'notice', payBy: NOTICE.issuedOn }), law).dossier
    const early = after(notified, meet(notified), law)
    expect(early.events.map(({ type }) => type)).toEqual(['ObligationMet'])
    expect(early.dossier).toMatchObject({ step: 'tax', stage: 'in-process' })
  })

  test('with two notices both are proved first', () => {
    const first = after(atTax, notify(atTax, { id: 'notice' }), law).dossier
    const both = after(
      first,
      notify(first, { id: 'second', number: 'TNCN 7', payBy: '2019-03-20' }),
      law,
    ).dossier
    const dossier = after(both, complete(both), law).dossier
    expect(dossier.payBy).toBe('2019-03-20')
    const one = after(dossier, meet(dossier, { obligation: 'second' }), law)
    expect(one.events.map(({ type }) => type)).toEqual(['ObligationMet'])
    expect(one.dossier).toMatchObject({ stage: 'awaiting-citizen', payBy: '2019-04-04' })
  })

  test('a notice that was withdrawn is not waited for', () => {
    const { dossier } = toPay()
    const command = {
      ...on(dossier),
      type: 'WithdrawObligation',
      obligation: 'notice',
      reason: 'Tính sai',
    } as const
    const withdrawn = after(dossier, command, law).dossier
    expect(withdrawn.payBy).toBeUndefined()
    expect(after(withdrawn, complete(withdrawn), law).dossier.step).toBe('approve')
  })

  test.each<[string, (dossier: Dossier) => ChangeCommand, string]>([
    ['a notice of tomorrow', (one) => notify(one, { issuedOn: '2019-03-06' }), 'days-in-wrong-order'],
    [
      'to be paid before it was issued',
      (one) => notify(one, { payBy: '2019-03-04' }),
      'pay-day-before-notice',
    ],
    ['the same notice again', (one) => notify(one), 'notice-twice'],
    ['less than was asked', (one) => meet(one, { dong: NOTICE.dong - 1 }), 'paid-too-little'],
    ['paid before the notice', (one) => meet(one, { paidOn: '2019-03-04' }), 'pay-day-before-notice'],
    ['paid tomorrow', (one) => meet(one, { paidOn: '2019-03-06' }), 'days-in-wrong-order'],
    ['an unknown notice', (one) => meet(one, { obligation: 'other' }), 'no-such-obligation'],
  ])('%s is refused', (_, command, refused) => {
    const { dossier } = toPay()
    expect(refusedAs(dossier, command(dossier))).toBe(refused)
  })

  test('nothing is proved twice, and nothing notified behind the step that waits', () => {
    const { dossier } = toPay()
    const met = after(dossier, meet(dossier), law).dossier
    expect(refusedAs(met, meet(met))).toBe('no-obligation-open')
    expect(refusedAs(met, notify(met))).toBe('no-payment-step')
  })

  test('not paid by its day it may be stopped, and not on that day', () => {
    const { dossier } = toPay()
    const stop = (at: string): ChangeCommand => ({
      ...on(dossier, { at }),
      type: 'StopDossier',
      why: 'not-answered',
      reason: 'Quá hạn nộp',
      ground: 'Thông báo LTB 120',
      papersReturned: 'Toàn bộ',
      money: 'nothing-paid',
    })
    expect(refusedAs(dossier, stop('2019-04-04T08:00:00.000Z'))).toBe('answer-limit-not-over')
    expect(refusedAs(dossier, stop('2019-04-05T01:00:00.000Z'))).toBe('not-prompted')
    const prompt = { type: 'PromptApplicant', way: 'letter', outcome: 'sent', note: null } as const
    const told = after(
      dossier,
      { ...on(dossier, { at: '2019-04-01T01:00:00.000Z' }), ...prompt },
      law,
    ).dossier
    const stopped = { ...stop('2019-04-05T01:00:00.000Z'), version: told.version }
    expect(after(told, stopped, law).dossier).toMatchObject({
      stage: 'stopped',
      timeliness: 'on-time',
    })
  })

  test('a reminder of one notice is none of another', () => {
    const { dossier } = toPay()
    const prompt = { type: 'PromptApplicant', way: 'sms', outcome: 'sent', note: null } as const
    const told = after(dossier, { ...on(dossier), ...prompt }, law).dossier
    expect(told.prompts).toEqual([told.lastEventAt.slice(0, 10)])
    expect(after(told, notify(told, { number: 'LTB 121' }), law).dossier.prompts).toBeUndefined()
  })

  test('a notice may be waited for with the clock stopped, where the process says so', () => {
    const steps = [
      aStep('receive'),
      {
        ...aStep('citizen', 'pay'),
        minutesAllotted: null,
        parts: [aPart('tax-notice', { minutesAllotted: 2400 })],
      },
      aStep('approve'),
      aStep('return'),
    ]
    const other = aLaw({ procedure: aProcedure({ steps }) })
    const waiting = aDossier({}, other)
    expect(waiting).toMatchObject({ stage: 'awaiting-citizen', parts: [{ state: 'open' }] })
    const notified = after(waiting, notify(waiting, { id: 'notice' }), other).dossier
    // Paid before the agency has reported its part: the part is waited for.
    const paid = after(notified, meet(notified), other).dossier
    expect(paid.stage).toBe('awaiting-citizen')
    const isDone = after(paid, partCommand(paid, 'CompletePart', 'tax-notice'), other).dossier
    expect(after(isDone, complete(isDone), other).dossier).toMatchObject({
      stage: 'in-process',
      step: 'approve',
    })
  })
})
