import { expect, test } from 'vitest'
import {
  aDossier,
  after,
  aLaw,
  allowed,
  aReceipt,
  backTo,
  goneTo,
  MARCH_5,
  stepCommand,
} from './a-dossier.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { progress } from './progress.ts'

const law = aLaw()
const at = (hour: number) => `2019-03-06T0${hour}:00:00.000Z`

/** Plays step commands one hour apart and tells what happened. */
function played(...kinds: readonly (Parameters<typeof stepCommand>[1] | { to: string })[]) {
  let dossier: Dossier = aDossier()
  const history: DossierEvent[] = [...allowed(under(law).receive(aReceipt()))]
  for (const [hour, kind] of kinds.entries()) {
    const command =
      typeof kind === 'string'
        ? stepCommand(dossier, kind, { at: at(hour) })
        : backTo(dossier, kind.to, { at: at(hour) })
    const next = after(dossier, command)
    dossier = next.dossier
    history.push(...next.events)
  }
  return progress(dossier, history, law.procedure.steps).map(({ step, ...where }) => ({
    step: step.key,
    ...where,
  }))
}

test('a dossier just received has done its receipt and lies at the first step', () => {
  expect(played()).toEqual([
    { step: 'receive', state: 'done', since: MARCH_5, doneAt: MARCH_5 },
    { step: 'appraise', state: 'now', since: MARCH_5, doneAt: null },
    { step: 'approve', state: 'next', since: null, doneAt: null },
    { step: 'seal', state: 'next', since: null, doneAt: null },
    { step: 'return', state: 'next', since: null, doneAt: null },
  ])
})

test('what was sent back is to be done again', () => {
  expect(played('work', 'approve', { to: 'appraise' })).toEqual([
    { step: 'receive', state: 'done', since: MARCH_5, doneAt: MARCH_5 },
    { step: 'appraise', state: 'now', since: at(2), doneAt: null },
    { step: 'approve', state: 'next', since: null, doneAt: null },
    { step: 'seal', state: 'next', since: null, doneAt: null },
    { step: 'return', state: 'next', since: null, doneAt: null },
  ])
})

test('a returned dossier has every step behind it', () => {
  const all = played('work', 'approve', 'seal', 'return', 'return')
  expect(all.every((step) => step.state === 'done' && step.doneAt !== null)).toBe(true)
  expect(all.at(-1)).toEqual({ step: 'return', state: 'done', since: at(2), doneAt: at(4) })
  expect(goneTo('ready').stage).toBe('ready')
})
