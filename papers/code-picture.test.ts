import fc from 'fast-check'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { codePicture } from './code-picture.ts'

/** The modules a picture paints, each once, as a grid. */
function painted(svg: string): boolean[][] {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const grid = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, width, height] of svg.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g))
    for (let row = Number(y); row < Number(y) + Number(height); row += 1)
      for (let place = Number(x); place < Number(x) + Number(width); place += 1) {
        expect(grid[row]?.[place]).toBe(false)
        grid[row]?.fill(true, place, place + 1)
      }
  return grid
}

test('a picture paints the dark modules of its code and no other, each once', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 120 }),
      fc.constantFrom('L' as const, 'M' as const),
      (text, ecc) => {
        const options = { border: 2, ecc }
        expect(painted(codePicture(text, options))).toEqual(encode(text, options).data)
      },
    ),
    { numRuns: 50 },
  )
})
