import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { findablesOf } from '#domain/finding/findables.ts'
import { type Finder, finder } from '#domain/finding/finder.ts'
import { elsewhereFor } from '#domain/finding/everyday-words.ts'
import { searched } from '#domain/people/searched.ts'
import type { CentreData } from '../setup/centre-data.ts'
import { readCentreFiles } from '../setup/read-centre-files.ts'

/** The catalogue and the guide of Đông Triều, as people search them. */
let data: CentreData
let find: Finder
/** What the centre publishes; what communes do themselves is found apart from it. */
let centre: CentreData['procedures']

const everydayOf = ({ guide }: CentreData) =>
  guide.flatMap((one) => (one.kind === 'everyday-words' ? [one.content] : []))

/** What a person sees first. */
function seen(typed: string): readonly string[] {
  const { found, near } = find(typed)
  return [...found, ...near].slice(0, 3)
}

beforeAll(async () => {
  const read = await readCentreFiles(fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url)))
  if (!read.data) throw new Error(JSON.stringify(read.faults))
  data = read.data
  const units = new Map(data.units.map(({ code, name }) => [code, name]))
  const plainNames = new Map(
    data.guide.flatMap((one) => (one.kind === 'plain-name' ? [[one.key, one.content] as const] : [])),
  )
  centre = data.procedures.filter(({ content }) => content.ownerKind !== 'commune')
  const entries = centre.map(({ key, content }) => ({
    procedure: { key, version: 1, from: '2019-01-01', until: null, ...content },
    unitName: units.get(content.unit) ?? content.unit,
  }))
  find = finder(findablesOf(entries, plainNames), everydayOf(data))
})

const EVERYDAY: readonly { typed: string; oneOf: readonly string[] }[] = JSON.parse(
  readFileSync(new URL('everyday-searches.json', import.meta.url), 'utf8'),
)

test.each(EVERYDAY)('“$typed” finds what people mean by it among the first three', ({ typed, oneOf }) => {
  expect(seen(typed).some((key) => oneOf.includes(key))).toBe(true)
})

test('every procedure is the first answer to its own name typed without diacritics', () => {
  const names = new Map(centre.map(({ key, content }) => [key, searched(content.name)]))
  for (const name of names.values()) expect(names.get(seen(name)[0] ?? '')).toBe(name)
})

/** One slip of the hand somewhere in a text. */
const slip = fc.record({
  where: fc.double({ min: 0, max: 0.999, noNaN: true }),
  letter: fc.constantFrom(...'abcdeghiklmnopqrstuvxy '),
  how: fc.constantFrom('left-out', 'put-in', 'another', 'changed-about'),
})

function withSlip(
  text: string,
  { where, letter, how }: typeof slip extends fc.Arbitrary<infer One> ? One : never,
) {
  const at = Math.floor(where * text.length)
  const [before, here, next] = [text.slice(0, at), text[at] ?? '', text[at + 1] ?? '']
  const rest = text.slice(at + 1)
  if (how === 'left-out') return before + rest
  if (how === 'put-in') return before + letter + here + rest
  return how === 'another' ? before + letter + rest : before + next + here + text.slice(at + 2)
}

test('every procedure is found by its own name without diacritics and with one slip of the hand', () => {
  // A slip that makes another word people use asks for something else: "rách sổ hộ khẩu" is no slip of "tách".
  const used = new Set(
    [...centre.map(({ content }) => content.name), ...everydayOf(data).flatMap(({ said }) => said)].flatMap(
      (text) => searched(text).split(' '),
    ),
  )
  for (const { key, content } of centre)
    fc.assert(
      fc.property(slip, (one) => {
        const typed = withSlip(searched(content.name), one)
        fc.pre(!typed.split(' ').every((word) => used.has(word)))
        expect(seen(typed)).toContain(key)
      }),
      { numRuns: 1 },
    )
})

test.each(['hộ chiếu', 'bang lai xe', 'đăng ký tạm trú', 'ly hôn', 'mở công ty', 'passport'])(
  'where “%s” is done is told',
  (typed) => {
    expect(elsewhereFor(typed, everydayOf(data))?.ground).not.toBe('')
  },
)

test('nothing that is said to be done elsewhere is said without a law', () => {
  for (const { said, elsewhere, ground } of everydayOf(data))
    if (elsewhere) expect([said[0], ground, elsewhere.en]).not.toContain('')
})
