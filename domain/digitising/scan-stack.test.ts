import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { piecesOf, type StackPage } from './scan-stack.ts'

const of = (name: string, pages: number) => ({ code: `H49-190305-${name}`, print: 'A'.repeat(20), pages })
const page = (name: string, number: number, pages: number): StackPage => {
  return { mark: { ...of(name, pages), page: number }, isBlank: false }
}
const BLANK: StackPage = { mark: null, isBlank: true }
const UNREAD: StackPage = { mark: null, isBlank: false }

const told = (stack: readonly StackPage[]) =>
  piecesOf(stack).map(({ of: named, ...piece }) => ({ of: named?.code.slice(-4) ?? null, ...piece }))
const whole = (name: string, places: number[]) => ({ of: name, places, missing: [], unread: 0 })

describe('a stack out of the feeder', () => {
  test('is taken apart into its documents; blank sheets part nothing that belongs together', () => {
    const stack = [page('0001', 1, 1), BLANK, page('0002', 1, 2), BLANK, page('0002', 2, 2), BLANK, BLANK]
    expect(told(stack)).toEqual([whole('0001', [0]), whole('0002', [2, 4])])
  })

  test('may have lain upside down, or with one document inside another', () => {
    expect(told([page('0002', 2, 2), page('0002', 1, 2), page('0001', 1, 1)])).toEqual([
      whole('0002', [1, 0]),
      whole('0001', [2]),
    ])
    expect(told([page('0001', 1, 2), page('0002', 1, 1), page('0001', 2, 2)])).toEqual([
      whole('0001', [0, 2]),
      whole('0002', [1]),
    ])
  })

  test('a page that comes twice is a second piece, whole or not', () => {
    expect(told([page('0001', 1, 1), page('0001', 1, 1)])).toEqual([whole('0001', [0]), whole('0001', [1])])
    expect(told([page('0001', 1, 2), page('0001', 1, 2), page('0001', 2, 2)])).toEqual([
      { of: '0001', places: [0], missing: [2], unread: 0 },
      whole('0001', [1, 2]),
    ])
  })

  test('a page without a mark belongs to the document it lies in while that lacks pages', () => {
    expect(told([page('0001', 1, 3), UNREAD, page('0001', 3, 3)])).toEqual([
      { of: '0001', places: [0, 1, 2], missing: [2], unread: 1 },
    ])
    expect(told([page('0001', 1, 1), UNREAD])).toEqual([
      whole('0001', [0]),
      { of: null, places: [1], missing: [], unread: 1 },
    ])
  })

  test('pages without a mark that lie together are a document nobody knows; a blank sheet ends it', () => {
    expect(told([UNREAD, UNREAD, BLANK, UNREAD, page('0001', 1, 1)])).toEqual([
      { of: null, places: [0, 1], missing: [], unread: 2 },
      { of: null, places: [3], missing: [], unread: 1 },
      whole('0001', [4]),
    ])
  })

  test('two prints of one dossier are two documents', () => {
    const other = { mark: { ...of('0001', 2), page: 2, print: 'B'.repeat(20) }, isBlank: false }
    expect(told([page('0001', 1, 2), other])).toEqual([
      { of: '0001', places: [0], missing: [2], unread: 0 },
      { of: '0001', places: [1], missing: [1], unread: 0 },
    ])
  })

  test('nothing comes of nothing', () => {
    expect(piecesOf([])).toEqual([])
    expect(piecesOf([BLANK, BLANK])).toEqual([])
  })
})

const anyPage = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('0001', '0002', '0003'), fc.integer({ min: 1, max: 3 })) },
  fc.constant(BLANK),
  fc.constant(UNREAD),
)
const anyStack = fc.array(
  anyPage.map((one): StackPage => (Array.isArray(one) ? page(one[0], one[1], 3) : one)),
  { maxLength: 30 },
)

test('no page is lost and none is in two pieces; every marked page is in a piece of its print, no number twice', () => {
  fc.assert(
    fc.property(anyStack, (stack) => {
      const pieces = piecesOf(stack)
      const places = pieces.flatMap((one) => one.places).toSorted((a, b) => a - b)
      expect(places).toEqual([...stack.keys()].filter((place) => stack[place] !== BLANK))
      for (const { of: named, places: within, missing, unread } of pieces) {
        const marks = within.map((place) => stack[place]?.mark ?? null)
        const numbers = marks.flatMap((mark) => mark?.page ?? [])
        expect(marks.every((mark) => mark === null || mark.code === named?.code)).toBe(true)
        expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
        expect(marks.length - numbers.length).toBe(unread)
        if (named) expect([...numbers, ...missing].toSorted((a, b) => a - b)).toEqual([1, 2, 3])
      }
    }),
  )
})

test('whole documents in any order, with blank sheets anywhere, come out whole', () => {
  const documents = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 6 })
  const sheets = documents.chain((sizes) => {
    const pages = sizes.flatMap((size, place) =>
      Array.from({ length: size }, (_, number) => page(`000${place}`, number + 1, size)),
    )
    const blanks = fc.array(fc.constant(BLANK), { maxLength: 5 })
    return blanks.chain((more) =>
      fc.tuple(
        fc.constant(sizes.length),
        fc.shuffledSubarray([...pages, ...more], { minLength: pages.length + more.length }),
      ),
    )
  })
  fc.assert(
    fc.property(sheets, ([count, stack]) => {
      const pieces = piecesOf(stack)
      expect(pieces).toHaveLength(count)
      expect(pieces.every(({ missing, unread }) => missing.length === 0 && unread === 0)).toBe(true)
    }),
  )
})
