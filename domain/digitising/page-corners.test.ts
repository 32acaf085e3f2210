import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { GreyPicture } from './measure-page.ts'
import { type Corners, cornersOf, type Point } from './page-corners.ts'
import { lightening, sheetSize, straightening } from './straighten.ts'

const [WIDTH, HEIGHT] = [300, 400]

interface Drawn {
  readonly sheet: Corners
  readonly ground?: number
  readonly paper?: number
  readonly isWritten?: boolean
}

/** A sheet on a ground, with lines of writing, as a telephone sees it. */
function drawn({ sheet, ground = 70, paper = 220, isWritten = true }: Drawn): GreyPicture {
  const tones = new Uint8Array(WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) {
      const isInked = isWritten && y % 12 < 3 && x % 40 < 30 && isDeepIn(sheet, { x, y })
      const grain = (x * 7 + y * 13) % 9
      tones[y * WIDTH + x] = isInked ? 40 : (isIn(sheet, { x, y }) ? paper : ground) + grain
    }
  return { width: WIDTH, height: HEIGHT, tones }
}

function sideOf(a: Point, b: Point, { x, y }: Point): number {
  return ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x)) / Math.hypot(b.x - a.x, b.y - a.y)
}
const distanceIn = (sheet: Corners, at: Point) =>
  Math.min(...sheet.map((one, place) => sideOf(one, sheet[(place + 1) % 4] ?? one, at)))
const isIn = (sheet: Corners, at: Point) => distanceIn(sheet, at) >= 0
const isDeepIn = (sheet: Corners, at: Point) => distanceIn(sheet, at) > 8

const point = (x: [number, number], y: [number, number]) =>
  fc.record({
    x: fc.integer({ min: x[0], max: x[1] }),
    y: fc.integer({ min: y[0], max: y[1] }),
  })
/** A sheet photographed at a slant: each corner somewhere in its quarter. */
const slanted = fc.tuple(
  point([15, 55], [15, 65]),
  point([245, 285], [15, 65]),
  point([245, 285], [335, 385]),
  point([15, 55], [335, 385]),
)

describe('the edges of a sheet', () => {
  test('are found within a few dots wherever a sheet lies on a darker ground', () => {
    fc.assert(
      fc.property(slanted, fc.integer({ min: 20, max: 120 }), (sheet, ground) => {
        const found = cornersOf(drawn({ sheet, ground }))
        for (const [place, { x, y }] of sheet.entries()) {
          expect(Math.abs((found?.[place]?.x ?? NaN) - x)).toBeLessThan(6)
          expect(Math.abs((found?.[place]?.y ?? NaN) - y)).toBeLessThan(6)
        }
      }),
      { numRuns: 25 },
    )
  })

  const upright: Corners = [
    { x: 40, y: 40 },
    { x: 260, y: 40 },
    { x: 260, y: 360 },
    { x: 40, y: 360 },
  ]
  const inset = (by: number): Corners => [
    { x: by, y: by },
    { x: WIDTH - by, y: by },
    { x: WIDTH - by, y: HEIGHT - by },
    { x: by, y: HEIGHT - by },
  ]

  /** A strip of paper down the left and another along the bottom. */
  const besides = (sheet: Corners) =>
    drawn({ sheet, isWritten: false }).tones.map((_, place) => {
      const [x, y] = [place % WIDTH, Math.floor(place / WIDTH)]
      return isIn(sheet, { x, y }) && (x < 130 || y > 270) ? 220 : 70
    })

  test.each([
    ['a sheet that fills the picture', drawn({ sheet: inset(-5) })],
    ['a sheet far away', drawn({ sheet: inset(120) })],
    ['a sheet on a table as bright as itself', drawn({ sheet: upright, ground: 200, isWritten: false })],
    ['two sheets that touch', { width: WIDTH, height: HEIGHT, tones: besides(upright) }],
    ['a black picture', { width: WIDTH, height: HEIGHT, tones: new Uint8Array(WIDTH * HEIGHT) }],
    ['a white one', { width: WIDTH, height: HEIGHT, tones: new Uint8Array(WIDTH * HEIGHT).fill(255) }],
    [
      'something bright that has no four sides',
      drawn({
        sheet: [
          { x: 150, y: 20 },
          { x: 280, y: 380 },
          { x: 20, y: 380 },
          { x: 20, y: 380 },
        ],
      }),
    ],
  ])('are not guessed: %s is left as it is', (_, picture) => {
    expect(cornersOf(picture)).toBeNull()
  })
})

describe('a straightened sheet', () => {
  test('has its corners where they were, a line for every line, and nothing from outside', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(slanted, share, share, share, (sheet, across, down, along) => {
        const from = straightening(sheet)
        for (const [place, [u, v]] of [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ].entries()) {
          const at = from(u ?? 0, v ?? 0)
          expect(at.x).toBeCloseTo(sheet[place]?.x ?? NaN, 6)
          expect(at.y).toBeCloseTo(sheet[place]?.y ?? NaN, 6)
        }
        expect(distanceIn(sheet, from(across, down))).toBeGreaterThan(-1e-6)
        const [begin, end] = [from(across, 0), from(down, 1)]
        const between = from(across + (down - across) * along, along)
        expect(sideOf(begin, end, between)).toBeCloseTo(0, 5)
      }),
    )
  })

  test('keeps its way up, is never larger than asked for, and A4 comes out as A4', () => {
    fc.assert(
      fc.property(slanted, fc.integer({ min: 50, max: 3000 }), (sheet, most) => {
        const { width, height } = sheetSize(sheet, most)
        expect(Math.max(width, height)).toBeLessThanOrEqual(most)
        expect(height).toBeGreaterThanOrEqual(width)
      }),
    )
    const nearlyA4: Corners = [
      { x: 0, y: 0 },
      { x: 1000, y: 0 },
      { x: 1000, y: 1350 },
      { x: 0, y: 1350 },
    ]
    expect(sheetSize(nearlyA4, 2400)).toEqual({ width: 955, height: 1350 })
    const card: Corners = [
      { x: 0, y: 0 },
      { x: 856, y: 0 },
      { x: 856, y: 540 },
      { x: 0, y: 540 },
    ]
    expect(sheetSize(card, 428)).toEqual({ width: 428, height: 270 })
  })
})

test('paper is made white and no darker, and the dark is not made readable', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), (paper) => {
      const by = lightening(paper)
      expect(by).toBeGreaterThanOrEqual(1)
      expect(by).toBeLessThanOrEqual(2)
      expect(paper * by).toBeLessThanOrEqual(Math.max(paper, 240) + 1e-9)
    }),
  )
  expect([lightening(120), lightening(160), lightening(250)]).toEqual([2, 1.5, 1])
})
