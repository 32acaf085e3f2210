import { describe, expect, test } from 'vitest'
import {
  aCharged,
  aDoer,
  aDossier,
  after,
  aLaw,
  aProcedure,
  aReceipt,
  aStep,
  backTo,
  goneTo,
  handBack,
  MARCH_5,
  stepCommand,
} from './a-dossier.ts'
import type { ApproveResult, SealResult } from './commands.ts'
import { under } from './decide.ts'
import { evolve, fold, ImpossibleHistory } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { isPossible, stepsBack } from './guards.ts'

const law = aLaw()
const CHARGED = aLaw({ procedure: aCharged() })
const { receive, decide } = under(law)

describe('receiving', () => {
  test('a complete dossier is received, due three working days later, and lies in the handlers’ list', () => {
    const dossier = aDossier()
    expect(dossier).toMatchObject({
      stage: 'in-process',
      version: 1,
      step: 'appraise',
      holder: { kind: 'list', unit: 'TP', post: 'handler', staff: null },
      receivedAt: MARCH_5,
      dueAtReceipt: '2019-03-08T10:00:00.000Z',
      lawfulDue: '2019-03-08T10:00:00.000Z',
      promisedDue: null,
      isDueProvisional: false,
      feeDong: 0,
      limit: 'civil-days',
      procedureVersion: 1,
      ruleSet: 'nd-61-2018',
      approvedAt: null,
    })
    expect(dossier.doneBy).toEqual({ receive: aReceipt().by })
  })

  test('time and fee are those of the channel', () => {
    const dossier = aDossier({ channel: 'online', copiesWanted: 3 }, CHARGED)
    expect(dossier).toMatchObject({ dueAtReceipt: '2019-03-07T10:00:00.000Z', feeDong: 0 })
  })

  test('a fee per copy is multiplied by the copies', () => {
    expect(aDossier({ copiesWanted: 3 }, CHARGED).feeDong).toBe(24_000)
  })

  test.each([
    ['a case the procedure does not have', { case: 'no-such' }, 'no-such-case'],
    ['a paper the case does not ask for', { components: [given('passport')] }, 'no-such-component'],
    [
      'a paper named twice',
      { components: [given('declaration'), given('declaration')] },
      'component-counted-twice',
    ],
    ['a required paper missing', { components: [] }, 'papers-missing'],
    ['a required paper counted as none', { components: [given('declaration', 0)] }, 'papers-missing'],
    [
      'return by post without an address',
      { returnWish: { way: 'post' as const, address: null } },
      'return-address-needed',
    ],
    [
      'return at home without an address',
      { returnWish: { way: 'home' as const, address: null } },
      'return-address-needed',
    ],
    ['a day outside every calendar', { at: '2031-03-05T01:00:00.000Z' }, 'outside-calendar'],
  ])('%s is refused', (_, over, refused) => {
    expect(receive(aReceipt(over))).toMatchObject({ refused })
  })

  test('a paper replaced by data is not missing', () => {
    const instead = { ...given('declaration', 0), insteadOfPaper: 'Đã có trong cơ sở dữ liệu hộ tịch' }
    expect(aDossier({ components: [instead] }).components).toEqual([instead])
  })

  test.each([
    ['online at level 2', { level: 2 as const }, 'online' as const],
    ['by kiosk at level 2', { level: 2 as const }, 'kiosk' as const],
    ['by post off the public list', { isPostal: false }, 'post' as const],
  ])('%s is not offered', (_, over, channel) => {
    const here = under(aLaw({ procedure: aProcedure(over) }))
    expect(here.receive(aReceipt({ channel }))).toMatchObject({ refused: 'channel-not-offered' })
  })

  test.each(['counter', 'mobile', 'home'] as const)(
    'the hall’s own channel %s is always offered',
    (channel) => {
      const here = aLaw({ procedure: aProcedure({ level: 2, isPostal: false }) })
      expect(aDossier({ channel }, here).channel).toBe(channel)
    },
  )

  test('a due moment in a year not announced yet is provisional', () => {
    expect(aDossier({ at: '2019-12-31T01:00:00.000Z' })).toMatchObject({
      isDueProvisional: true,
      dueAtReceipt: '2020-01-03T10:00:00.000Z',
    })
  })
})

describe('five on the spot', () => {
  test('received, appraised, approved, sealed, ready and handed back', () => {
    const path = ['appraise', 'approve', 'seal', 'return', 'ready', 'returned'].map((goal) => {
      const { stage, step, holder, version } = goneTo(goal)
      return [version, stage, step, holder?.unit ?? null, holder?.post ?? null]
    })
    expect(path).toEqual([
      [1, 'in-process', 'appraise', 'TP', 'handler'],
      [2, 'in-process', 'approve', 'TP', 'approver'],
      [3, 'in-process', 'seal', 'HCC-VT', 'seal-keeper'],
      [4, 'in-process', 'return', 'HCC-TN', 'clerk'],
      [5, 'ready', 'return', 'HCC-TN', 'clerk'],
      [6, 'returned', 'return', null, null],
    ])
  })

  test('it is known since when a dossier lies where it lies', () => {
    const at = '2019-03-06T02:00:00.000Z'
    const dossier = aDossier()
    expect(dossier.stepSince).toBe(MARCH_5)
    expect(after(dossier, stepCommand(dossier, 'work', { at })).dossier).toMatchObject({
      stepSince: at,
      lastEventAt: at,
    })
  })

  test('the mandate and the document’s number stand in the events', () => {
    const approved = after(goneTo('approve'), stepCommand(goneTo('approve'), 'approve'))
    expect(approved.events).toMatchObject([
      { type: 'ResultApproved', mandate: 'uq-tp', step: 'approve', next: 'seal' },
    ])
    expect(approved.dossier.approvedAt).toBe(MARCH_5)
    const sealed = after(approved.dossier, stepCommand(approved.dossier, 'seal'))
    expect(sealed.events).toMatchObject([{ type: 'ResultSealed', documentNumber: '12/TP', next: 'return' }])
  })

  test.each([
    ['2019-03-07T10:00:00.000Z', 'early'],
    ['2019-03-08T00:00:00.000Z', 'on-time'],
    ['2019-03-08T10:00:59.000Z', 'on-time'],
    ['2019-03-08T10:01:00.000Z', 'late'],
  ])('a result ready at %s is %s', (at, timeliness) => {
    const dossier = goneTo('return')
    expect(after(dossier, stepCommand(dossier, 'return', { at })).dossier).toMatchObject({
      timeliness,
      readyAt: at,
    })
  })

  test('the time of collection changes nothing', () => {
    const ready = goneTo('ready')
    const returned = after(ready, stepCommand(ready, 'return', { at: '2019-04-08T10:00:00.000Z' })).dossier
    expect(returned).toMatchObject({
      timeliness: 'early',
      readyAt: MARCH_5,
      returnedAt: '2019-04-08T10:00:00.000Z',
    })
  })
})

describe('what is not possible', () => {
  test.each([
    ['sealing before approval', 'appraise', 'seal', 'not-approved'],
    ['sealing at the approval', 'approve', 'seal', 'not-approved'],
    ['approving before appraisal', 'appraise', 'approve', 'not-this-step'],
    ['approving twice', 'seal', 'approve', 'not-this-step'],
    ['sealing twice', 'return', 'seal', 'not-this-step'],
    ['completing an approval', 'approve', 'work', 'step-needs-own-command'],
    ['completing a seal', 'seal', 'work', 'step-needs-own-command'],
    ['completing the return', 'return', 'work', 'step-needs-own-command'],
    ['ready before approval', 'appraise', 'return', 'not-approved'],
    ['ready before the seal', 'seal', 'return', 'not-this-step'],
    ['completing a ready dossier', 'ready', 'work', 'not-at-this-stage'],
    ['approving a ready dossier', 'ready', 'approve', 'not-at-this-stage'],
    ['sealing a returned dossier', 'returned', 'seal', 'not-at-this-stage'],
    ['handing back twice', 'returned', 'return', 'not-at-this-stage'],
  ] as const)('%s is refused', (_, goal, kind, refused) => {
    const dossier = goneTo(goal)
    const command = stepCommand(dossier, kind)
    expect(decide(dossier, command)).toMatchObject({ refused })
    expect(isPossible(dossier, law.procedure.steps, command.type)).toMatchObject({ refused })
  })

  test('handing back before the result is ready is refused', () => {
    const dossier = goneTo('return')
    const command = handBack(dossier)
    expect(decide(dossier, command)).toMatchObject({ refused: 'not-at-this-stage' })
  })

  test('a command meant for another step is refused and told where the dossier lies', () => {
    const dossier = goneTo('appraise')
    expect(decide(dossier, stepCommand(dossier, 'work', { step: 'other' }))).toMatchObject({
      refused: 'not-this-step',
      facts: { step: 'appraise', stepName: 'Bước appraise' },
    })
  })

  test('time does not run backwards', () => {
    const dossier = goneTo('appraise')
    const before = stepCommand(dossier, 'work', { at: '2019-03-05T00:59:59.999Z' })
    expect(decide(dossier, before)).toMatchObject({ refused: 'before-last-event' })
    expect(decide(dossier, stepCommand(dossier, 'work', { at: MARCH_5 }))).not.toHaveProperty('refused')
  })
})

describe('sending back', () => {
  test('goes to the person who did the step, and takes the approval with it', () => {
    const sealed = goneTo('return')
    const back = after(sealed, backTo(sealed, 'appraise', { by: aDoer('phuong') }))
    expect(back.dossier).toMatchObject({
      step: 'appraise',
      stage: 'in-process',
      approvedAt: null,
      holder: { kind: 'person', staff: 'dung', unit: 'TP', post: 'handler' },
    })
    expect(back.dossier.doneBy).toEqual(sealed.doneBy)
    const again = after(back.dossier, stepCommand(back.dossier, 'work')).dossier
    expect(decide(again, stepCommand(again, 'seal'))).toMatchObject({ refused: 'not-approved' })
  })

  test('what was signed is named by its bytes until it is signed anew, sealed or sent back', () => {
    const [reviewed, approved, sealed] = ['aa', 'bb', 'cc'].map((two) => two.repeat(32))
    if (!reviewed || !approved || !sealed) throw new Error('no hashes')
    const before = goneTo('approve')
    const signing = {
      ...stepCommand(before, 'approve'),
      document: { reviewed, sha256: approved },
    } as ApproveResult
    const signed = after(before, signing)
    expect(signed.events).toMatchObject([
      { type: 'ResultApproved', document: { reviewed, sha256: approved } },
    ])
    expect(signed.dossier.document).toBe(approved)
    const sealing = { ...stepCommand(signed.dossier, 'seal'), document: { sha256: sealed } } as SealResult
    expect(after(signed.dossier, sealing).dossier.document).toBe(sealed)
    expect(after(signed.dossier, stepCommand(signed.dossier, 'seal')).dossier.document).toBe(approved)
    const back = after(signed.dossier, backTo(signed.dossier, 'approve')).dossier
    expect(back).not.toHaveProperty('document')
    expect(after(back, stepCommand(back, 'approve')).dossier).not.toHaveProperty('document')
    const onPaper = after({ ...before, document: approved }, stepCommand(before, 'approve')).dossier
    expect(onPaper).not.toHaveProperty('document')
  })

  test('the draft that was approved is named by version and hash until it is approved anew or sent back', () => {
    const before = goneTo('approve')
    const reviewed = 'aa'.repeat(32)
    const approval = { ...stepCommand(before, 'approve'), draft: 3, reviewed } as ApproveResult
    const approved = after(before, approval)
    const draft = { version: 3, sha256: reviewed }
    expect(approved.events).toMatchObject([{ type: 'ResultApproved', draft }])
    expect(after(approved.dossier, stepCommand(approved.dossier, 'seal')).dossier.draft).toEqual(draft)
    const back = after(approved.dossier, backTo(approved.dossier, 'approve')).dossier
    expect(back).not.toHaveProperty('draft')
    // A process may go on to work after an approval, and there it is found that nothing can be granted.
    const { version, step, lastEventAt: at } = approved.dossier
    const found: DossierEvent = {
      type: 'RefusalProposed',
      at,
      by: aDoer('dung'),
      step,
      next: 'approve',
      holder: { kind: 'list', unit: 'TP', post: 'approver', staff: null },
      reason: 'Đất tranh chấp',
      ground: 'Luật Đất đai',
      instead: null,
    }
    const refused = evolve(approved.dossier, found)
    expect(refused.version).toBe(version + 1)
    expect(refused).not.toHaveProperty('draft')
    const anew = after({ ...before, draft }, stepCommand(before, 'approve'))
    expect(anew.dossier).not.toHaveProperty('draft')
    expect(anew.events[0]).not.toHaveProperty('draft')
  })

  test('to the seal keeper takes the approval too: what is sealed again is approved again', () => {
    const sealed = goneTo('return')
    const back = after(sealed, backTo(sealed, 'seal')).dossier
    expect(decide(back, stepCommand(back, 'seal'))).toMatchObject({ refused: 'not-approved' })
  })

  test('knows where it can go, nearest first, never to the receipt', () => {
    expect(stepsBack(goneTo('seal'), law.procedure.steps).map((step) => step.key)).toEqual([
      'approve',
      'appraise',
    ])
    const first = goneTo('appraise')
    const command = backTo(first, 'receive')
    expect(decide(first, command)).toMatchObject({ refused: 'nothing-to-send-back-to' })
  })

  test('forwards is refused', () => {
    const dossier = goneTo('approve')
    const command = backTo(dossier, 'seal')
    expect(decide(dossier, command)).toMatchObject({
      refused: 'nothing-to-send-back-to',
      facts: { steps: ['appraise'] },
    })
  })

  test('after the result is ready is refused', () => {
    const ready = goneTo('ready')
    const command = backTo(ready, 'appraise')
    expect(decide(ready, command)).toMatchObject({ refused: 'not-at-this-stage' })
  })
})

describe('waiting for the citizen', () => {
  const steps = [
    aStep('receive'),
    aStep('work', 'appraise'),
    aStep('citizen', 'pay'),
    aStep('work', 'write'),
    aStep('approve'),
    aStep('return'),
  ]
  const land = aLaw({ procedure: aProcedure({ steps }) })

  test('stops the clock with the minutes left and gives them back', () => {
    const waiting = after(
      goneTo('appraise', land),
      stepCommand(goneTo('appraise', land), 'work', { at: '2019-03-06T01:00:00.000Z' }),
      land,
    )
    expect(waiting.events.map((event) => event.type)).toEqual(['StepCompleted', 'ClockStopped'])
    // Wednesday 08:00 to Friday 17:00 is 420 + 480 + 480 minutes.
    expect(waiting.dossier).toMatchObject({
      stage: 'awaiting-citizen',
      minutesLeft: 1380,
      holder: { kind: 'citizen', unit: 'TP', post: 'handler' },
    })
    const paid = after(
      waiting.dossier,
      stepCommand(waiting.dossier, 'citizen', { at: '2019-03-11T01:00:00.000Z' }),
      land,
    )
    expect(paid.events.map((event) => event.type)).toEqual(['ClockResumed', 'StepCompleted'])
    expect(paid.dossier).toMatchObject({
      stage: 'in-process',
      step: 'write',
      dueAtReceipt: '2019-03-08T10:00:00.000Z',
      lawfulDue: '2019-03-13T10:00:00.000Z',
    })
    expect(paid.dossier).not.toHaveProperty('minutesLeft')
  })

  test('a dossier that is late already stays late', () => {
    const late = stepCommand(goneTo('appraise', land), 'work', { at: '2019-03-11T01:00:00.000Z' })
    const waiting = after(goneTo('appraise', land), late, land).dossier
    expect(waiting).toMatchObject({ minutesLeft: -60 })
    const paid = after(
      waiting,
      stepCommand(waiting, 'citizen', { at: '2019-03-20T01:30:00.000Z' }),
      land,
    ).dossier
    expect(paid.lawfulDue).toBe('2019-03-20T00:30:00.000Z')
    const atReturn = goneTo('return', land, paid)
    expect(after(atReturn, stepCommand(atReturn, 'return'), land).dossier).toMatchObject({
      timeliness: 'late',
    })
  })

  test('a due moment that a pause moves into a year not announced yet becomes provisional', () => {
    const waiting = goneTo('pay', land)
    expect(waiting.isDueProvisional).toBe(false)
    const paid = after(
      waiting,
      stepCommand(waiting, 'citizen', { at: '2019-12-31T08:00:00.000Z' }),
      land,
    ).dossier
    expect(paid).toMatchObject({ isDueProvisional: true, lawfulDue: expect.stringMatching(/^2020-01/) })
  })

  test('while waiting nothing is approved or sent back', () => {
    const waiting = goneTo('pay', land)
    expect(under(land).decide(waiting, stepCommand(waiting, 'approve'))).toMatchObject({
      refused: 'not-at-this-stage',
    })
    const back = backTo(waiting, 'appraise')
    expect(under(land).decide(waiting, back)).toMatchObject({ refused: 'not-at-this-stage' })
  })

  test('a process that waits from the start stops the clock at the receipt', () => {
    const waitsFirst = aLaw({
      procedure: aProcedure({
        steps: [aStep('receive'), aStep('citizen', 'pay'), aStep('approve'), aStep('return')],
      }),
    })
    expect(aDossier({}, waitsFirst)).toMatchObject({
      stage: 'awaiting-citizen',
      version: 2,
      minutesLeft: 1860,
    })
  })

  test('a dossier without a limit waits and goes on without one', () => {
    const limit = { any: { kind: 'not-set' as const }, channels: {} }
    const [only] = aProcedure().cases
    const free = aLaw({ procedure: aProcedure({ steps, cases: only ? [{ ...only, limit }] : [] }) })
    const waiting = goneTo('pay', free)
    expect(waiting).toMatchObject({ minutesLeft: null, lawfulDue: null })
    const ready = goneTo('ready', free, waiting)
    expect(ready).toMatchObject({ timeliness: 'no-limit', lawfulDue: null })
  })
})

describe('histories that cannot be', () => {
  const [received] = [aReceipt()].map((command) => under(law).receive(command))
  const events = Array.isArray(received) ? received : []

  test.each([
    ['nothing at all', []],
    ['received twice', [...events, ...events]],
    ['handed back before ready', [...events, handedBack()]],
    ['something before the receipt', [handedBack()]],
    ['the clock going on that never stopped', [...events, resumed()]],
    ['the clock stopped twice', [...events, stopped(), stopped()]],
    ['a step while the clock stands', [...events, stopped(), completed()]],
  ])('%s is a fault, not a state', (_, history) => {
    expect(() => fold(history)).toThrow(ImpossibleHistory)
  })

  function handedBack() {
    return {
      type: 'ResultHandedBack' as const,
      at: MARCH_5,
      by: aDoer('lan'),
      step: 'return',
      way: 'counter' as const,
      receiver: { name: 'x', idNumber: null, isAuthorised: false },
    }
  }
  function stopped() {
    return {
      type: 'ClockStopped' as const,
      at: MARCH_5,
      by: aDoer('dung'),
      step: 'appraise',
      minutesLeft: 10,
    }
  }
  function resumed() {
    return {
      type: 'ClockResumed' as const,
      at: MARCH_5,
      by: aDoer('dung'),
      lawfulDue: null,
      isDueProvisional: false,
    }
  }
  function completed() {
    return {
      type: 'StepCompleted' as const,
      at: MARCH_5,
      by: aDoer('dung'),
      step: 'appraise',
      next: 'approve',
      holder: { kind: 'list' as const, unit: 'TP', post: 'approver' as const, staff: null },
      note: null,
    }
  }
})

function given(component: string, original = 1) {
  return { component, original, certified: 0, copy: 0, insteadOfPaper: null }
}
