import { expect, test } from 'vitest'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { aDoer, aDossier, after, aLaw, allowed, backTo, goneTo, stepCommand } from './a-dossier.ts'
import type { SheetCommand } from './commands.ts'
import { under } from './decide.ts'
import { type Dossier, evolve } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import { lotsOf, lotsToGo, toGoSince } from './papers.ts'

const law = aLaw()
const S1 = { sheet: 's1', number: '1/2019' }
const MISSING = { missing: [] as string[], note: null }
type Given<Type extends SheetCommand['type']> = Partial<Extract<SheetCommand, { type: Type }>>

function carry(dossier: Dossier, command: object, staff = 'lan', at = dossier.lastEventAt) {
  const full = { id: 'x', by: aDoer(staff), at, ...command } as SheetCommand
  return under(law).carry(dossier, full)
}
const give = (dossier: Dossier, over: Given<'HandOverPapers'> = {}, at?: string) =>
  carry(dossier, { type: 'HandOverPapers', ...S1, from: 'HCC-TN', to: 'TP', ...over }, 'lan', at)
const accept = (dossier: Dossier, over: Given<'AcceptPapers'> = {}, staff = 'dung') =>
  carry(dossier, { type: 'AcceptPapers', sheet: 's1', ...MISSING, ...over }, staff)

const then = (dossier: Dossier, outcome: Outcome<DossierEvent[]>): Dossier =>
  allowed(outcome).reduce(evolve, dossier)
const given = () => {
  const dossier = aDossier()
  return then(dossier, give(dossier))
}
const at = (dossier: Dossier) =>
  lotsOf(dossier).map(({ unit, papers, sheet }) => [unit, papers, sheet?.to ?? null])

test('papers lie where they were received and go to the unit of the step; data weigh nothing', () => {
  expect(at(aDossier())).toEqual([['HCC-TN', ['0'], null]])
  expect(lotsToGo(aDossier())).toHaveLength(1)
  const component = { component: 'declaration', original: 0, certified: 0, copy: 0, insteadOfPaper: 'CSDL' }
  expect(lotsOf(aDossier({ components: [component] }))).toEqual([])
})

test('confirmed, they lie with the receiver; refused or taken back, with the giver as before', () => {
  expect(at(given())).toEqual([['HCC-TN', ['0'], 'TP']])
  expect(at(then(given(), accept(given())))).toEqual([['TP', ['0'], null]])
  for (const type of ['RefusePapers', 'TakeBackPapers'])
    expect(at(then(given(), carry(given(), { type, sheet: 's1', reason: 'Nhầm' }, 'dung')))).toEqual(
      at(aDossier()),
    )
})

test.each<[string, (dossier: Dossier) => Outcome<unknown>, string]>([
  ['twice on a sheet', (dossier) => give(dossier, { sheet: 's2' }), 'on-another-sheet'],
  ['by another sheet', (dossier) => accept(dossier, { sheet: 's2' }), 'no-open-sheet'],
  ['by the giver himself', (dossier) => accept(dossier, {}, 'lan'), 'second-person-needed'],
  [
    'refused by the giver',
    (dossier) => carry(dossier, { type: 'RefusePapers', sheet: 's1', reason: 'x' }),
    'second-person-needed',
  ],
  ['before what happened', (dossier) => give(dossier, {}, '2019-03-01T00:00:00.000Z'), 'before-last-event'],
])('papers on a sheet are not carried %s', (_, tried, refused) => {
  expect(tried(given())).toMatchObject({ refused })
})

test('only what lies there goes, and only to where the step is', () => {
  expect(give(aDossier(), { from: 'HCC-VT' })).toMatchObject({ refused: 'no-papers-here' })
  expect(give(aDossier(), { to: 'HCC-VT' })).toMatchObject({
    refused: 'papers-go-elsewhere',
    facts: { to: 'TP' },
  })
  const there = then(given(), accept(given()))
  expect(give(there, { sheet: 's2', from: 'TP' })).toMatchObject({ refused: 'no-papers-here' })
  expect(lotsToGo(goneTo('returned', law))).toEqual([])
})

test('what is missing is missing until it is found, and is not carried on', () => {
  const lacking = then(given(), accept(given(), { missing: ['0', 'result'] }))
  expect(at(lacking)).toEqual([])
  expect(lacking.missing).toMatchObject([{ paper: '0', unit: 'TP', from: 'HCC-TN', number: '1/2019' }])
  const common = { id: 'x', by: aDoer('dung'), at: lacking.lastEventAt, version: 1, step: lacking.step }
  const find = (paper: string) =>
    under(law).decide(lacking, { ...common, type: 'FindPaper', paper, how: 'found', note: 'Kẹp nhầm' })
  expect(find('1')).toMatchObject({ refused: 'no-paper-missing' })
  const there = then(lacking, find('0'))
  expect(at(there)).toEqual([['TP', ['0'], null]])
  expect(there.missing).toEqual([])
})

test('a hand-over is in time until the minute is over, by when the unit began to wait', () => {
  const [event] = allowed(give(aDossier(), {}, '2019-03-05T10:00:59.000Z'))
  expect(event).toMatchObject({ due: '2019-03-05T10:00:00.000Z', isInTime: true })
  expect(allowed(give(aDossier(), {}, '2019-03-05T10:01:00.000Z'))[0]).toMatchObject({ isInTime: false })
  const noRule = under({ ...law, transfer: null }).carry(aDossier(), {
    type: 'HandOverPapers',
    ...S1,
    id: 'x',
    by: aDoer('lan'),
    at: '2019-03-09T00:00:00.000Z',
    from: 'HCC-TN',
    to: 'TP',
  })
  expect(allowed(noRule)[0]).toMatchObject({ due: null, isInTime: true })
})

test('another step of the same unit does not give more time', () => {
  const waiting = aDossier()
  const moved = after(waiting, stepCommand(waiting, 'work', { at: '2019-03-06T02:00:00.000Z' })).dossier
  expect(moved.step).toBe('approve')
  const [lot] = lotsToGo(moved)
  expect(lot && toGoSince(moved, lot)).toBe(waiting.receivedAt)
  const sealing = after(moved, stepCommand(moved, 'approve', { at: '2019-03-06T03:00:00.000Z' })).dossier
  const [late] = lotsToGo(sealing)
  expect(late && toGoSince(sealing, late)).toBe('2019-03-06T03:00:00.000Z')
})

test('a signed result goes along from where it was signed, unless it is wished electronically', () => {
  const sealing = goneTo('seal', law)
  expect(at(sealing)).toEqual([
    ['HCC-TN', ['0'], null],
    ['TP', ['result'], null],
  ])
  const wish = { returnWish: { way: 'electronic' as const, address: null } }
  expect(at(goneTo('seal', law, aDossier(wish)))).toEqual([['HCC-TN', ['0'], null]])
  const onWay = then(sealing, give(sealing, { from: 'TP', to: 'HCC-VT' }))
  const back = after(onWay, backTo(onWay, 'approve')).dossier
  // There is no result any more, but its sheet can still be confirmed.
  expect(at(back)).toEqual([
    ['HCC-TN', ['0'], null],
    ['TP', [], 'HCC-VT'],
  ])
  expect(at(then(back, accept(back)))).toEqual([['HCC-TN', ['0'], null]])
})

test('what is supplemented lies at the counter and is carried after the rest', () => {
  const there = then(given(), accept(given()))
  const common = { id: 'x', by: aDoer('dung'), at: there.lastEventAt, step: there.step, version: 1 }
  const item = { component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }
  const asked = after(there, { ...common, type: 'RequestSupplement', items: [item], whyAgain: null }).dossier
  const component = { component: 'authority', original: 1, certified: 0, copy: 0, insteadOfPaper: null }
  const taken = after(asked, { ...common, type: 'TakeSupplement', components: [component] }).dossier
  expect(at(taken)).toEqual([
    ['TP', ['0'], null],
    ['HCC-TN', ['1'], null],
  ])
  expect(lotsToGo(taken).map(({ papers }) => papers)).toEqual([['1']])
  expect(isRefusal(give(taken, { sheet: 's2' }))).toBe(false)
})
