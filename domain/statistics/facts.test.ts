import { expect, test } from 'vitest'
import { aDossier, after, aLaw, allowed, aReceipt, goneTo, stepCommand } from '#domain/dossier/a-dossier.ts'
import { under } from '#domain/dossier/decide.ts'
import { countedFacts } from './facts.ts'

const common = { procedure: '2.000748', channel: 'counter' }

test('the receipt counts as received on its day in Vietnam', () => {
  // 23:30 on 5 March in Vietnam is still 5 March there, though it is 16:30 in UTC.
  for (const [at, on] of [
    ['2019-03-05T16:30:00.000Z', '2019-03-05'],
    ['2019-03-05T17:00:00.000Z', '2019-03-06'],
  ] as const) {
    const [event] = allowed(under(aLaw()).receive(aReceipt({ at })))
    expect(event && countedFacts(aDossier({ at }), event)).toEqual([{ on, measure: 'received', ...common }])
  }
})

test('a result counts by its timeliness, a hand-over as returned, a step as nothing', () => {
  const appraised = after(goneTo('appraise'), stepCommand(goneTo('appraise'), 'work'))
  expect(appraised.events.flatMap((event) => countedFacts(appraised.dossier, event))).toEqual([])
  const ready = after(
    goneTo('return'),
    stepCommand(goneTo('return'), 'return', { at: '2019-03-09T01:00:00.000Z' }),
  )
  expect(ready.events.flatMap((event) => countedFacts(ready.dossier, event))).toEqual([
    { on: '2019-03-09', measure: 'ready-late', ...common },
  ])
  const returned = after(goneTo('ready'), stepCommand(goneTo('ready'), 'return'))
  expect(returned.events.flatMap((event) => countedFacts(returned.dossier, event))).toEqual([
    { on: '2019-03-05', measure: 'returned', ...common },
  ])
})
