import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromMoment, instantAt, toMoment } from '#domain/calendar/moment.ts'
import {
  aDoer,
  aDossier,
  after,
  aLaw,
  allowed,
  aProcedure,
  aReceipt,
  aStep,
  goneTo,
  stepCommand,
} from '#domain/dossier/a-dossier.ts'
import type { ChangeCommand } from '#domain/dossier/commands.ts'
import { under } from '#domain/dossier/decide.ts'
import { type Dossier, evolve, fold } from '#domain/dossier/dossier.ts'
import type { DossierEvent } from '#domain/dossier/events.ts'
import { timeliness } from '#domain/dossier/timeliness.ts'
import { isRefusal } from '#domain/outcome.ts'
import type { Channel } from '#domain/procedure/procedure.ts'
import { type CountedFact, factsOfHistory } from './facts.ts'
import { FORMS, headCells, HEAD_ROWS, identityFaults, REPORT_FORMS, reportLines } from './report-forms.ts'
import { type Sums, sumsOf } from './sums.ts'
import { dayAfter, type Window } from './window.ts'

const FORM = FORMS['II.06a']
const LAW = aLaw({
  procedure: aProcedure({
    steps: [
      aStep('receive'),
      aStep('work', 'appraise'),
      aStep('citizen', 'pay'),
      aStep('approve'),
      aStep('seal'),
      aStep('return'),
    ],
  }),
})
const ITEM = { component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }

/** What becomes of a dossier: how it comes, and after how many minutes each next thing is done, if it is. */
const anyCourse = fc.record({
  receivedAfter: fc.nat(60 * 24 * 40),
  channel: fc.constantFrom<Channel>('counter', 'online', 'post', 'home'),
  waits: fc.array(fc.nat(60 * 24 * 9), { maxLength: 12 }),
  supplementAt: fc.oneof(fc.constant(null), fc.nat(3)),
})

const FIRST = instantAt(Temporal.PlainDate.from('2019-03-01'), 8 * 60)

function historyOf({
  receivedAfter,
  channel,
  waits,
  supplementAt,
}: typeof anyCourse extends fc.Arbitrary<infer Course> ? Course : never): DossierEvent[] {
  const { receive, decide } = under(LAW)
  const at = toMoment(FIRST.add({ minutes: receivedAfter }))
  const history: DossierEvent[] = [...allowed(receive(aReceipt({ at, channel, returnWish: WISH })))]
  for (const [place, wait] of waits.entries()) {
    const dossier = fold(history)
    if (dossier.stage === 'returned') break
    const command = nextCommand(dossier, wait, place === supplementAt)
    const events = decide(dossier, command)
    if (!isRefusal(events)) history.push(...events)
  }
  return history
}

const WISH = { way: 'home', address: 'Khu 3' } as const

function nextCommand(dossier: Dossier, wait: number, asks: boolean): ChangeCommand {
  const at = toMoment(fromMoment(dossier.lastEventAt).add({ minutes: wait }))
  const on = { id: 'x', by: aDoer('dung'), version: dossier.version, step: dossier.step, at }
  const kind = LAW.procedure.steps.find((step) => step.key === dossier.step)?.kind ?? 'work'
  if (dossier.stage === 'awaiting-citizen' && kind !== 'citizen')
    return { ...on, type: 'TakeSupplement', components: [] }
  return asks && kind === 'work'
    ? { ...on, type: 'RequestSupplement', items: [ITEM], whyAgain: 'Giấy mới nộp cũng sai' }
    : stepCommand(dossier, kind, { at })
}

const anyWindow = fc.tuple(fc.nat(60), fc.nat(40)).map(([first, length]) => {
  const from = Temporal.PlainDate.from('2019-02-25').add({ days: first })
  return { from: from.toString(), to: from.add({ days: length }).toString() }
})

/** The figures as they are counted: facts of the window's days upon the facts of all days before. */
function countedSums(facts: readonly CountedFact[], { from, to }: Window): Sums {
  const before = sumsOf(facts.filter(({ on }) => on < from))
  return sumsOf(
    facts.filter(({ on }) => on >= from && on <= to),
    { open: before.openAfter, overdue: before.overdueAfter },
  )
}

/** Columns (3) to (13) by their definitions alone, from the dossiers as they stood at the two midnights. */
function definedColumns(histories: readonly (readonly DossierEvent[])[], window: Window): number[] {
  const begin = toMoment(instantAt(Temporal.PlainDate.from(window.from), 0))
  const end = toMoment(instantAt(Temporal.PlainDate.from(dayAfter(window)), 0))
  const count = (is: (history: readonly DossierEvent[]) => boolean) => histories.filter(is).length
  const received = ([first]: readonly DossierEvent[]) => first?.at ?? ''
  const ready = (history: readonly DossierEvent[]) => history.find(({ type }) => type === 'ResultReady')
  const isOpen = (history: readonly DossierEvent[], at: string) =>
    received(history) < at && (ready(history)?.at ?? 'z') >= at
  const isIn = (at: string | undefined) => at !== undefined && at >= begin && at < end
  const isOnline = ([first]: readonly DossierEvent[]) =>
    first?.type === 'DossierReceived' && first.channel === 'online'
  const settled = (is: (of: string) => boolean) =>
    count((history) => {
      const result = ready(history)
      return result?.type === 'ResultReady' && isIn(result.at) && is(result.timeliness)
    })
  const online = count((history) => isIn(received(history)) && isOnline(history))
  const direct = count((history) => isIn(received(history)) && !isOnline(history))
  const carried = count((history) => isOpen(history, begin))
  const early = settled((of) => of === 'early')
  const onTime = settled((of) => of === 'on-time' || of === 'no-limit')
  const late = settled((of) => of === 'late')
  const open = count((history) => isOpen(history, end))
  const overdue = count((history) => isOpen(history, end) && isLateAt(history, end))
  const total = early + onTime + late
  return [
    online + direct + carried,
    online,
    direct,
    carried,
    total,
    early,
    onTime,
    late,
    open,
    open - overdue,
    overdue,
  ]
}

/** Past its lawful due moment as it stood then; while the citizen is waited for, when it was late already. */
function isLateAt(history: readonly DossierEvent[], at: string): boolean {
  const then = history.filter((event) => event.at < at).reduce<Dossier | null>(evolve, null)
  if (!then) return false
  if (then.stage === 'awaiting-citizen') return then.minutesLeft !== null && then.minutesLeft < 0
  // Late before a pause it stays late, though the due moment has moved.
  return then.lawfulDue !== null && then.lawfulDue < at
}

const columnsOf = (sums: Sums) =>
  reportLines(FORM, [{ name: 'Hộ tịch', unit: null, field: 'Hộ tịch', sums }], 'Tổng số')

test('1. the columns are what the definitions say, on any histories, and the identities hold', () => {
  fc.assert(
    fc.property(fc.array(anyCourse, { maxLength: 12 }), anyWindow, (courses, window) => {
      const histories = courses.map(historyOf)
      const facts = histories.flatMap((history) => factsOfHistory(null, history))
      const lines = columnsOf(countedSums(facts, window))
      expect(lines.at(-1)?.cells).toEqual(definedColumns(histories, window))
      expect(identityFaults(FORM, lines)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('2. a period moved by a day: what is carried over is what the period before left open', () => {
  fc.assert(
    fc.property(fc.array(anyCourse, { maxLength: 12 }), anyWindow, anyWindow, (courses, one, other) => {
      const facts = courses.map(historyOf).flatMap((history) => factsOfHistory(null, history))
      const next = { from: dayAfter(one), to: other.to > one.to ? other.to : dayAfter(one) }
      const [before, behind] = [columnsOf(countedSums(facts, one)), columnsOf(countedSums(facts, next))]
      expect(behind.at(-1)?.cells[3]).toBe(before.at(-1)?.cells[8])
    }),
  )
})

test('3. re-appointed and returned by the new date it is late: the promised moment is never asked', () => {
  const dossier = { ...goneTo('return'), promisedDue: '2019-03-20T10:00:00.000Z' }
  const late = after(dossier, stepCommand(dossier, 'return', { at: '2019-03-15T01:00:00.000Z' }))
  expect(factsOfHistory(dossier, late.events).map(({ measure }) => measure)).toContain('ready-late')
  expect(late.dossier.promisedDue).toBe('2019-03-20T10:00:00.000Z')
  const due = dossier.lawfulDue === null ? null : fromMoment(dossier.lawfulDue)
  expect(timeliness(dossier.limit, due, fromMoment('2019-03-15T01:00:00.000Z'))).toBe('late')
})

test('4. paused ten days and returned then it is not late', () => {
  const dossier = goneTo('appraise')
  const on = { id: 'x', by: aDoer('dung'), step: dossier.step }
  const asked = after(dossier, {
    ...on,
    version: dossier.version,
    at: dossier.lastEventAt,
    type: 'RequestSupplement',
    items: [ITEM],
    whyAgain: null,
  }).dossier
  const at = toMoment(fromMoment(asked.lastEventAt).add({ hours: 240 }))
  const taken = after(asked, { ...on, version: asked.version, at, type: 'TakeSupplement', components: [] })
  const ready = goneTo('ready', aLaw(), taken.dossier)
  expect('timeliness' in ready && ready.timeliness).toBe('early')
})

test('5. refused at intake it is not in (3): a refused receipt is no event, and no fact', () => {
  const refused = under(aLaw()).receive(aReceipt({ components: [] }))
  expect(isRefusal(refused)).toBe(true)
  expect(
    columnsOf(sumsOf([]))
      .at(-1)
      ?.cells.every((cell) => cell === 0),
  ).toBe(true)
})

test('6. one code is one dossier: it is received once, whatever is sent again', () => {
  const dossier = aDossier()
  expect(() => evolve(dossier, allowed(under(aLaw()).receive(aReceipt()))[0] ?? never())).toThrow(
    'received twice',
  )
})

test('7. the 14th still belongs to the month that closes, the 15th opens the next', () => {
  const on = (day: string) => allowed(under(aLaw()).receive(aReceipt({ at: `${day}T02:00:00.000Z` })))
  const facts = ['2019-03-14', '2019-03-15'].flatMap((day) => factsOfHistory(null, on(day)))
  const received = (window: Window) => columnsOf(countedSums(facts, window)).at(-1)?.cells[2]
  expect(received({ from: '2019-02-15', to: '2019-03-14' })).toBe(1)
  expect(received({ from: '2019-03-15', to: '2019-04-14' })).toBe(1)
})

test('a report that does not add up is found, wherever it does not', () => {
  const lines = columnsOf(
    sumsOf([
      { measure: 'received', channel: 'counter', count: 3 },
      { measure: 'open', channel: 'counter', count: 3 },
    ]),
  )
  expect(identityFaults(FORM, lines)).toEqual([])
  for (const [place] of FORM.columns.entries()) {
    const wrong = lines.map((line, at) =>
      at === 0
        ? { ...line, cells: line.cells.map((cell, column) => (column === place ? cell + 1 : cell)) }
        : line,
    )
    expect(identityFaults(FORM, wrong)).not.toEqual([])
  }
})

test.each(REPORT_FORMS)('the heading of %s covers every column once in every row', (key) => {
  const covered = headCells(FORMS[key]).flatMap(({ row, column, rows, columns }) =>
    Array.from(
      { length: rows * columns },
      (_, at) => `${row + Math.floor(at / columns)}.${column + (at % columns)}`,
    ),
  )
  expect(new Set(covered).size).toBe(covered.length)
  expect(covered).toHaveLength(HEAD_ROWS * (FORMS[key].columns.length + 2))
})

function never(): never {
  throw new Error('a receipt without an event')
}
