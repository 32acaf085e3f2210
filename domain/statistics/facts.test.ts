import { expect, test } from 'vitest'
import {
  aProof,
  handBack,
  aDossier,
  after,
  aLaw,
  allowed,
  aReceipt,
  goneTo,
  stepCommand,
} from '#domain/dossier/a-dossier.ts'
import { under } from '#domain/dossier/decide.ts'
import { evolve } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { countedFacts, factsOfHistory } from './facts.ts'

const common = { unit: 'TP', field: 'Hộ tịch', channel: 'counter', place: '', desk: '' }
const short = (before: Parameters<typeof factsOfHistory>[0], events: readonly DossierEvent[]) =>
  factsOfHistory(before, events).map(({ on, measure, count }) => [on, measure, count])

test('the receipt counts as received and open on its day in Vietnam, and as overdue after its due day', () => {
  // 23:30 on 5 March in Vietnam is still 5 March there, though it is 16:30 in UTC.
  for (const [at, on] of [
    ['2019-03-05T16:30:00.000Z', '2019-03-05'],
    ['2019-03-05T17:00:00.000Z', '2019-03-06'],
  ] as const) {
    const [event] = allowed(under(aLaw()).receive(aReceipt({ at })))
    const facts = event ? countedFacts(null, event) : []
    expect(facts[0]).toEqual({ on, measure: 'received', count: 1, ...common })
    expect(facts[1]).toEqual({ on, measure: 'open', count: 1, ...common })
  }
  const [received] = allowed(under(aLaw()).receive(aReceipt()))
  expect(received && short(null, [received])[2]).toEqual(['2019-03-08', 'overdue', 1])
})

test('the commune that helped is told', () => {
  const [event] = allowed(under(aLaw()).receive(aReceipt({ placeOfSupport: 'P07069' })))
  expect(event && countedFacts(null, event)[0]?.place).toBe('P07069')
})

test('a result counts by its timeliness and is open no longer; settled in time it is never overdue', () => {
  const appraised = after(goneTo('appraise'), stepCommand(goneTo('appraise'), 'work'))
  expect(short(goneTo('appraise'), appraised.events)).toEqual([])
  const lying = goneTo('return')
  const late = after(lying, stepCommand(lying, 'return', { at: '2019-03-12T01:00:00.000Z' }))
  expect(short(lying, late.events)).toEqual([
    ['2019-03-12', 'ready-late', 1],
    ['2019-03-12', 'open', -1],
    ['2019-03-12', 'overdue-settled', -1],
  ])
  const early = after(lying, stepCommand(lying, 'return', { at: '2019-03-06T01:00:00.000Z' }))
  expect(short(lying, early.events)).toEqual([
    ['2019-03-06', 'ready-early', 1],
    ['2019-03-06', 'open', -1],
    ['2019-03-08', 'overdue', -1],
  ])
})

test('a hand-over counts as returned, by post as that too', () => {
  const ready = goneTo('ready')
  const returned = after(ready, stepCommand(ready, 'return'))
  expect(short(ready, returned.events)).toEqual([['2019-03-05', 'returned', 1]])
  const byPost = after(ready, handBack(ready, { way: 'post', proof: aProof({ slip: 'EK 123' }) }))
  expect(short(ready, byPost.events).map(([, measure]) => measure)).toEqual(['returned', 'returned-by-post'])
})

test('a supplement takes a dossier from those that fall due, and its answer puts it back on its new day', () => {
  const dossier = goneTo('appraise')
  const on = { id: 'x', version: dossier.version, step: dossier.step, by: dossier.doneBy['receive'] }
  const items = [{ component: null, wrong: 'Sai', todo: 'Sửa', ground: 'Luật Hộ tịch' }]
  const asked = after(dossier, {
    ...on,
    type: 'RequestSupplement',
    at: '2019-03-06T02:00:00.000Z',
    items,
    whyAgain: null,
  } as never)
  expect(short(dossier, asked.events)).toEqual([
    ['2019-03-06', 'supplement-asked', 1],
    ['2019-03-08', 'overdue', -1],
  ])
  const waiting = asked.events.reduce(evolve, dossier)
  const taken = after(waiting, {
    ...on,
    version: waiting.version,
    type: 'TakeSupplement',
    at: '2019-03-11T02:00:00.000Z',
    components: [],
  } as never)
  expect(short(waiting, taken.events)).toEqual([['2019-03-13', 'overdue', 1]])
})

test('what is late when it is asked for a supplement stays overdue throughout', () => {
  const dossier = goneTo('appraise')
  const on = { id: 'x', step: dossier.step, by: dossier.doneBy['receive'] }
  const asked = after(dossier, {
    ...on,
    version: dossier.version,
    type: 'RequestSupplement',
    at: '2019-03-11T02:00:00.000Z',
    items: [{ component: null, wrong: 'Sai', todo: 'Sửa', ground: 'Luật Hộ tịch' }],
    whyAgain: null,
  } as never)
  expect(short(dossier, asked.events)).toEqual([['2019-03-11', 'supplement-asked', 1]])
  const taken = after(asked.dossier, {
    ...on,
    version: asked.dossier.version,
    type: 'TakeSupplement',
    at: '2019-03-20T02:00:00.000Z',
    components: [],
  } as never)
  expect(short(asked.dossier, taken.events)).toEqual([])
  expect(aDossier().stage).toBe('in-process')
})
