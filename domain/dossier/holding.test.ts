import { describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import {
  after,
  aDoer,
  aDossier,
  aLaw,
  aProcedure,
  aStep,
  assignTo,
  backTo,
  claim,
  goneTo,
  release,
  stepCommand,
} from './a-dossier.ts'
import type { ChangeCommand } from './commands.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'

const list = { kind: 'list', unit: 'TP', post: 'handler', staff: null }
const heldBy = (staff: string) => ({ ...list, kind: 'person', staff })
const decide = (dossier: Dossier, command: ChangeCommand) => under(aLaw()).decide(dossier, command)

describe('the head', () => {
  test('gives a step from the list to a person', () => {
    const { dossier, events } = after(
      aDossier(),
      assignTo(aDossier(), 'khanh', { note: 'Làm trước thứ Năm' }),
    )
    expect(dossier.holder).toEqual(heldBy('khanh'))
    expect(events).toMatchObject([
      { type: 'DossierAssigned', note: 'Làm trước thứ Năm', by: { staff: 'hung' } },
    ])
  })

  test('gives it on from one person to another', () => {
    const held = after(aDossier(), assignTo(aDossier(), 'khanh')).dossier
    expect(after(held, assignTo(held, 'nam')).dossier.holder).toEqual(heldBy('nam'))
  })

  test('is told when the person has it already', () => {
    const held = after(aDossier(), assignTo(aDossier(), 'khanh')).dossier
    expect(decide(held, assignTo(held, 'khanh'))).toMatchObject({ refused: 'already-held' })
  })

  test('cannot give what waits for the citizen, lies ready or was returned', () => {
    const steps = [aStep('receive'), aStep('citizen'), aStep('approve'), aStep('return')]
    const law = aLaw({ procedure: aProcedure({ steps }) })
    const waiting = aDossier({}, law)
    for (const dossier of [waiting, goneTo('ready'), goneTo('returned')])
      expect(under(law).decide(dossier, assignTo(dossier, 'khanh'))).toMatchObject({
        refused: 'not-at-this-stage',
        facts: { stage: dossier.stage },
      })
  })
})

describe('a person of the post', () => {
  test('takes a step from the list and holds it', () => {
    const { dossier, events } = after(aDossier(), claim(aDossier(), { by: aDoer('nam') }))
    expect(dossier.holder).toEqual(heldBy('nam'))
    expect(events.map((one) => one.type)).toEqual(['DossierClaimed'])
  })

  test('cannot take what a colleague holds, or what the person holds already', () => {
    const held = after(aDossier(), claim(aDossier(), { by: aDoer('nam') })).dossier
    for (const who of ['khanh', 'nam'])
      expect(decide(held, claim(held, { by: aDoer(who) }))).toMatchObject({ refused: 'already-held' })
  })

  test('puts it back to the list', () => {
    const held = after(aDossier(), claim(aDossier())).dossier
    expect(after(held, release(held)).dossier.holder).toEqual(list)
  })

  test('cannot put back what lies in the list', () => {
    expect(decide(aDossier(), release(aDossier()))).toMatchObject({ refused: 'not-held' })
  })

  test('who holds a step does it, and the next lies in its list again', () => {
    const held = after(aDossier(), claim(aDossier())).dossier
    const { dossier } = after(held, stepCommand(held, 'work'))
    expect(dossier).toMatchObject({
      step: 'approve',
      holder: { kind: 'list', post: 'approver', staff: null },
    })
  })

  test('gets work back in person that is sent back, and may release it', () => {
    const approving = goneTo('approve')
    const again = after(approving, backTo(approving, 'appraise')).dossier
    expect(again.holder).toEqual(heldBy('dung'))
    expect(after(again, release(again)).dossier.holder).toEqual(list)
  })
})

test('who holds it changes neither step nor due moment nor what was done', () => {
  const before = aDossier()
  const { dossier } = after(before, assignTo(before, 'khanh'))
  expect(dossier).toEqual({ ...before, version: 2, holder: heldBy('khanh') })
})

test.each([
  ['assign', (one: Dossier) => assignTo(one, 'khanh', { step: 'seal' })],
  ['claim', (one: Dossier) => claim(one, { step: 'seal' })],
])('to %s names the step it lies at', (_, command) => {
  const outcome = decide(aDossier(), command(aDossier()))
  expect(isRefusal(outcome) && outcome.refused).toBe('not-this-step')
})
