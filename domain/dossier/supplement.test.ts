import { expect, test } from 'vitest'
import { fromMoment, toMoment } from '#domain/calendar/moment.ts'
import { workingMinutesBetween } from '#domain/calendar/working-time.ts'
import { isRefusal } from '#domain/outcome.ts'
import { aDoer, after, aLaw, allowed, goneTo, stepCommand } from './a-dossier.ts'
import type { RequestSupplement, TakeSupplement } from './commands.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import { supplementAsked } from './supplement.ts'

const ITEM = {
  component: 'declaration',
  wrong: 'Thiếu chữ ký',
  todo: 'Ký vào tờ khai',
  ground: 'Luật Hộ tịch',
}
const on = ({ version, step, lastEventAt: at }: Dossier) => ({
  id: 'x',
  by: aDoer('dung'),
  version,
  step,
  at,
})

function ask(dossier: Dossier, over: Partial<RequestSupplement> = {}): RequestSupplement {
  return { ...on(dossier), type: 'RequestSupplement', items: [ITEM], whyAgain: null, ...over }
}

function take(dossier: Dossier, over: Partial<TakeSupplement> = {}): TakeSupplement {
  return { ...on(dossier), type: 'TakeSupplement', components: [], ...over }
}

const refusedAs = (dossier: Dossier, command: RequestSupplement | TakeSupplement) => {
  const outcome = under(aLaw()).decide(dossier, command)
  return isRefusal(outcome) ? outcome.refused : null
}

test('the clock stops while the citizen supplements, and goes on with the minutes that were left', () => {
  const dossier = goneTo('appraise')
  const asked = after(dossier, ask(dossier, { at: '2019-03-06T02:00:00.000Z' }))
  expect(asked.dossier).toMatchObject({
    stage: 'awaiting-citizen',
    supplementsAsked: 1,
    holder: { kind: 'citizen', staff: 'dung' },
  })
  const taken = after(asked.dossier, take(asked.dossier, { at: '2019-03-18T02:00:00.000Z' }))
  const { counting } = aLaw()
  const left = (from: string, to: string | null) =>
    allowed(workingMinutesBetween(counting, fromMoment(from), fromMoment(to ?? from)))
  expect(left('2019-03-18T02:00:00.000Z', taken.dossier.lawfulDue)).toBe(
    left('2019-03-06T02:00:00.000Z', dossier.lawfulDue),
  )
  expect(taken.dossier).toMatchObject({ stage: 'in-process', holder: { kind: 'person', staff: 'dung' } })
  expect(taken.dossier.dueAtReceipt).toBe(dossier.dueAtReceipt)
})

test('what data must replace is not taken as paper with a supplement either, but with a reason of the list', () => {
  const { dossier } = after(goneTo('appraise'), ask(goneTo('appraise')))
  const source = { key: 'dan-cu', name: 'Dân cư', keeper: 'Bộ Công an', from: '2019-01-01', until: null }
  const take = (paper: object, dutyFrom: string | null) => {
    const law = { ...aLaw(), dataSources: [{ ...source, dutyFrom, components: ['form'] }] }
    const given = { component: 'form', original: 1, certified: 0, copy: 0, insteadOfPaper: null, ...paper }
    return under(law).decide(dossier, { ...on(dossier), type: 'TakeSupplement', components: [given] })
  }
  expect(take({}, '2019-03-01')).toMatchObject({ refused: 'paper-despite-data' })
  expect(isRefusal(take({}, null))).toBe(false)
  const despite = { paperDespiteData: { reason: 'incident', note: 'Mất kết nối' } }
  expect(take(despite, '2019-03-01')).toMatchObject([{ components: [despite] }])
  const fromData = { source: 'dan-cu', purpose: 'x', reference: 'YC-1', day: '2019-03-01' }
  expect(isRefusal(take({ original: 0, fromData }, '2019-03-01'))).toBe(false)
  expect(take({ original: 0, fromData: { ...fromData, source: 'khác' } }, null)).toMatchObject({
    refused: 'no-such-data-source',
  })
})

test('a dossier paused ten days and returned then is not late', () => {
  const dossier = goneTo('appraise')
  const asked = after(dossier, ask(dossier)).dossier
  const at = toMoment(fromMoment(asked.lastEventAt).add({ hours: 240 }))
  const ready = goneTo('ready', aLaw(), after(asked, take(asked, { at })).dossier)
  expect(ready).toMatchObject({ stage: 'ready' })
  expect('timeliness' in ready && ready.timeliness).not.toBe('late')
})

test('what is late stays late over a supplement', () => {
  const dossier = goneTo('appraise')
  const asked = after(dossier, ask(dossier, { at: '2019-03-11T02:00:00.000Z' })).dossier
  const taken = after(asked, take(asked, { at: '2019-03-20T02:00:00.000Z' })).dossier
  const ready = goneTo('ready', aLaw(), taken)
  expect('timeliness' in ready && ready.timeliness).toBe('late')
})

test('asked for once; again with a reason only, and that is told', () => {
  const first = goneTo('appraise')
  const asked = after(first, ask(first)).dossier
  const back = after(asked, take(asked)).dossier
  expect(refusedAs(back, ask(back))).toBe('asked-once-already')
  const again = after(back, ask(back, { whyAgain: 'Giấy mới nộp đã hết hạn' }))
  expect(again.dossier.supplementsAsked).toBe(2)
  expect(again.events[0]).toMatchObject({ whyAgain: 'Giấy mới nộp đã hết hạn' })
})

test('nothing is asked for without an item, at another step than work, or while the citizen is waited for', () => {
  const dossier = goneTo('appraise')
  expect(refusedAs(dossier, ask(dossier, { items: [] }))).toBe('nothing-to-supplement')
  const approving = goneTo('approve')
  expect(refusedAs(approving, ask(approving))).toBe('not-this-step')
  const asked = after(dossier, ask(dossier)).dossier
  expect(refusedAs(asked, ask(asked))).toBe('not-at-this-stage')
  expect(refusedAs(dossier, take(dossier))).toBe('not-at-this-stage')
  const done = under(aLaw()).decide(asked, stepCommand(asked, 'work'))
  expect(isRefusal(done) && done.refused).toBe('not-at-this-stage')
})

test('what is asked for now is told until it has come', () => {
  const dossier = goneTo('appraise')
  const asked = after(dossier, ask(dossier))
  expect(supplementAsked(asked.events)).toEqual([ITEM])
  const taken = after(asked.dossier, take(asked.dossier))
  expect(supplementAsked([...asked.events, ...taken.events])).toBeNull()
})
