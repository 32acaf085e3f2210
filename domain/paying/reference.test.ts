import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderReference, REFERENCE_BYTES, referenceIn } from './reference.ts'

const anyReference = fc
  .uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES })
  .map(orderReference)

test('a reference is letters and digits, short enough for what is written with a transfer', () => {
  fc.assert(
    fc.property(anyReference, (reference) => {
      expect(reference).toMatch(/^MC[0-9A-HJKMNP-TV-Z]{11}$/)
      expect(referenceIn(reference)).toBe(reference)
    }),
  )
})

test('it is found whatever a bank puts around and into it', () => {
  const noise = fc.stringMatching(/^[a-z0-9 ./_-]{0,20}$/).filter((text) => !/m\W*c/i.test(text))
  const split = fc.array(fc.constantFrom('', ' ', '.', '-'), { minLength: 13, maxLength: 13 })
  fc.assert(
    fc.property(anyReference, noise, noise, split, (reference, before, after, between) => {
      const written = Array.from(reference, (one, place) => one.toLowerCase() + (between[place] ?? '')).join(
        '',
      )
      // What ends in M before it could begin another; such a line lies before a person.
      fc.pre(!/m\W*$/i.test(before))
      expect(referenceIn(`${before} ${written} ${after}`)).toBe(reference)
    }),
  )
})

test('one wrong character, or two exchanged, is no reference', () => {
  const place = fc.nat(9)
  fc.assert(
    fc.property(
      anyReference,
      place,
      place,
      fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
      (reference, at, other, put) => {
        const drawn = Array.from(reference)
        const [one = '', two = ''] = [drawn[at + 2], drawn[other + 2]]
        const mistyped = drawn.with(at + 2, put).join('')
        const exchanged = drawn
          .with(at + 2, two)
          .with(other + 2, one)
          .join('')
        // 0 and Z are the same to the check: the only two that are.
        const isSame = (a: string, b: string) => a === b || [a, b].every((letter) => '0Z'.includes(letter))
        if (!isSame(one, put)) expect(referenceIn(mistyped)).toBeNull()
        if (!isSame(one, two)) expect(referenceIn(exchanged)).toBeNull()
      },
    ),
  )
})
