import fc from 'fast-check'
import { expect, test } from 'vitest'
import { greyOf, measuredPage } from './measure-page.ts'

const SIZE = { width: 40, height: 50 }
const ALL = SIZE.width * SIZE.height

/** A sheet of one tone, with so many dots of writing on it. */
function sheet(paper: number, dots: number, writing = 0) {
  return { ...SIZE, tones: Uint8Array.from({ length: ALL }, (_, place) => (place < dots ? writing : paper)) }
}

test.each([
  ['white', sheet(250, 0), { paper: 250, writing: 250, inked: 0, sharpness: 0 }],
  ['a tenth written on', sheet(250, ALL / 10), { paper: 250, writing: 0, inked: 0.1 }],
  ['a third written on', sheet(250, ALL / 4), { paper: 250, writing: 0, inked: 0.25 }],
  ['mostly dark', sheet(250, ALL * 0.6), { paper: 250, writing: 0, inked: 0.6 }],
  ['a shade that is no writing', sheet(250, ALL / 10, 230), { paper: 250, writing: 230, inked: 0 }],
])('a sheet that is %s', (_, grey, measured) => {
  expect(measuredPage(grey, { width: 1654, height: 2339 })).toMatchObject({
    width: 1654,
    height: 2339,
    ...measured,
  })
})

test('a step from black to white is as sharp as it is steep, and no tone alone is sharp', () => {
  const step = Uint8Array.from({ length: ALL }, (_, place) => (place % SIZE.width < 20 ? 0 : 180))
  // Two of forty columns differ from their neighbours, by a ninth of the step: up on one side and down on the other.
  expect(measuredPage({ ...SIZE, tones: step }, SIZE).sharpness).toBeCloseTo((180 / 9) * Math.sqrt(2 / 40), 6)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), (tone) => {
      const { sharpness, paper, writing } = measuredPage(sheet(tone, 0), SIZE)
      expect([sharpness, paper, writing]).toEqual([0, tone, tone])
    }),
  )
})

test('colours become the tone people see: green is lighter than red, red than blue, and grey stays', () => {
  const tone = (...rgba: number[]) => greyOf(new Uint8Array(rgba), { width: 1, height: 1 }).tones[0]
  expect([tone(255, 0, 0, 255), tone(0, 255, 0, 255), tone(0, 0, 255, 255)]).toEqual([76, 150, 29])
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 255 }), (grey) => {
      expect(tone(grey, grey, grey, 255)).toBe(grey)
    }),
  )
})
