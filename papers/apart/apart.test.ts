import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { paperPrinted } from '../print-apart.ts'
import { type OwnTemplate, printCounted } from '../print.ts'
import { SAMPLE_AT } from '../samples.ts'
import { apart } from './apart.ts'

const own = (text: string): OwnTemplate => ({ main: 'rieng.typ', files: { 'rieng.typ': text } })
const DATA = 'let data = json("/data.json")'
const paper = (text: string, data: object = {}) => ({ template: own(text), data, madeAt: SAMPLE_AT })
const GOOD = `#${DATA}\n#data.name`

/** Ten thousand times ten thousand times something: hours. The typesetter itself ends a `while` and a recursion, not this. */
const ENDLESS = '#for i in range(10000) { for j in range(10000) { let x = i * j } }'
/** Doubled thirty-six times: 64 GB. */
const GREEDY = '#{ let text = "giấy"; for i in range(36) { text = text + text }; text.len() }'

test('what a centre brought along is set elsewhere to the very bytes it would be set to here', async () => {
  const asked = paper(GOOD, { name: 'Nguyễn Thị Ữ' })
  const there = await paperPrinted(asked)
  if (isRefusal(there)) throw new Error('refused')
  expect(Buffer.compare(Buffer.from(there), Buffer.from(printCounted(asked).bytes))).toBe(0)
})

test.each([
  ['comes to no end', ENDLESS, 'time', 1500],
  ['takes all memory there is', GREEDY, 'memory', 25_000],
] as const)(
  'a template that %s is ended and said to; the program goes on meanwhile, and the next is printed',
  async (_, text, limit, mostMs) => {
    let turns = 0
    const turning = setInterval(() => (turns += 1), 10)
    const [broken, good] = await Promise.all([
      apart('paper', [paper(text)], mostMs),
      apart('paper', [paper(GOOD, { name: 'Phạm Thị Mơ' })]),
    ])
    clearInterval(turning)
    expect(broken).toEqual({ faults: [{ file: '', line: null, message: '', limit }] })
    expect('made' in good && good.made.pages).toBe(1)
    expect(turns).toBeGreaterThan(10)
  },
  30_000,
)

test('a template that was in order with its sample and fails on what stands in a dossier says where', async () => {
  const text = `#${DATA}\n#data.name\n#for n in range(int(data.count)) { data.list.at(n) }`
  const fits = paper(text, { name: 'Mơ', count: '2', list: ['a', 'b'] })
  expect(isRefusal(await paperPrinted(fits))).toBe(false)
  expect(await paperPrinted(paper(text, { name: 'Mơ', count: '2', list: ['a'] }))).toMatchObject({
    refused: 'template-failed',
    facts: { file: 'rieng.typ', line: 3, limit: null },
  })
})
