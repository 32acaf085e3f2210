import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { aDoer, after, goneTo } from './a-dossier.ts'
import type { SupplementItem } from './events.ts'
import { answeredOnline, componentsAnswered, type SentOnline } from './supplement-answer.ts'

const item = (over: Partial<SupplementItem> = {}): SupplementItem => ({
  component: null,
  wrong: 'Mờ',
  todo: 'Nộp lại',
  ground: 'Luật Hộ tịch',
  ...over,
})
const file = (id: string) => ({
  id,
  name: `${id}.pdf`,
  mediaType: 'application/pdf',
  size: 3,
  sha256: 'ab'.repeat(32),
})
const SENT: SentOnline = { account: 'a', representation: null, note: null, form: null, files: [] }
const form = (before: object, answers: object) => ({
  key: 'to-khai',
  version: 1,
  sha256: 'cd'.repeat(32),
  before: { ...before },
  after: { ...answers },
})

test('a paper is answered by a file and not by words; every one that lacks is named', () => {
  const asked = [
    item({ component: 'declaration', wrong: 'Thiếu chữ ký' }),
    item({ component: 'plan', wrong: 'Mờ' }),
  ]
  const sent = { ...SENT, note: 'Tôi không có', files: [[], [file('1')]] }
  expect(answeredOnline(asked, sent)).toMatchObject({
    refused: 'supplement-incomplete',
    facts: { items: ['Thiếu chữ ký'] },
  })
})

test('a field is answered by another answer, also deep in a list, or by a word on why it stays', () => {
  const asked = [item({ field: 'parcels.1.area' })]
  const before = { parcels: [{ area: 5 }, { area: 7 }] }
  const sent = (area: number, note: string | null = null) =>
    answeredOnline(asked, { ...SENT, note, form: form(before, { parcels: [{ area: 6 }, { area }] }) })
  expect(sent(7)).toMatchObject({ refused: 'supplement-incomplete' })
  expect(sent(8)).toMatchObject({ items: [{ field: 'parcels.1.area', files: [] }] })
  expect(isRefusal(sent(7, 'Diện tích đúng như sổ'))).toBe(false)
})

const anyItem = fc
  .constantFrom('paper', 'other')
  .map((kind) => item({ component: kind === 'paper' ? 'declaration' : null }))

test('the clock goes on by an answer when, and only when, everything that was asked for is there', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(anyItem, fc.boolean()), { minLength: 1, maxLength: 6 }),
      fc.constantFrom(null, ' ', 'Đã nộp đủ'),
      (pairs, note) => {
        const asked = pairs.map(([one]) => one)
        const files = pairs.map(([, isSent], place) => (isSent ? [file(String(place))] : []))
        const outcome = answeredOnline(asked, { ...SENT, note, files })
        const isWhole = pairs.every(
          ([{ component }, isSent]) => isSent || (component === null && note === 'Đã nộp đủ'),
        )
        expect(isRefusal(outcome)).toBe(!isWhole)
        if (isRefusal(outcome)) return
        expect(outcome.items).toMatchObject(asked)
        const given = componentsAnswered(outcome)
        expect(given.every((one) => one.original + one.certified + one.copy === 0)).toBe(true)
        expect(given).toHaveLength(asked.some(({ component }) => component !== null) ? 1 : 0)
      },
    ),
  )
})

test('an answer stands in the event beside what was asked, and the dossier does not grow by it', () => {
  const items = [item({ component: 'declaration' })]
  const begun = goneTo('appraise')
  const on = ({ version, step, lastEventAt: at }: typeof begun) => ({
    id: 'x',
    by: aDoer('dung'),
    version,
    step,
    at,
  })
  const asked = after(begun, { ...on(begun), type: 'RequestSupplement', items, whyAgain: null }).dossier
  const answer = answeredOnline(items, { ...SENT, files: [[file('1')]] })
  if (isRefusal(answer)) throw new Error(answer.refused)
  const components = componentsAnswered(answer)
  const taken = after(asked, { ...on(asked), type: 'TakeSupplement', components, channel: 'online', answer })
  expect(taken.events).toMatchObject([{ type: 'SupplementReceived', channel: 'online', answer }])
  expect(taken.dossier).not.toHaveProperty('answer')
  expect(taken.dossier.components.at(-1)).toMatchObject({
    insteadOfPaper: 'Bổ sung trực tuyến, 1 tệp điện tử',
  })
})
