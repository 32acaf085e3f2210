import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aLaw, aReceipt, allowed, MARCH_5 } from './a-dossier.ts'
import { under } from './decide.ts'
import { canonical, eventText, trailText } from './trail.ts'

const [received] = allowed(under(aLaw()).receive(aReceipt()))
if (!received) throw new Error('no event')

test('the same content is the same text in whatever order it was kept', () => {
  expect(canonical({ b: 1, a: [{ d: null, c: 'ạ' }] })).toBe('{"a":[{"c":"ạ","d":null}],"b":1}')
  expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}')
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (content) => {
      const reversed = Object.fromEntries(Object.entries(content).reverse())
      expect(canonical(reversed)).toBe(canonical(content))
      expect(canonical(JSON.parse(JSON.stringify(content)))).toBe(canonical(content))
    }),
  )
})

test('different content is different text', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = JSON.stringify(JSON.parse(canonical(a))) === JSON.stringify(JSON.parse(canonical(b)))
      expect(canonical(a) === canonical(b)).toBe(same)
    }),
  )
})

test.each([
  ['another seal before it', trailText('ab', 'H49-1', 1, eventText(received))],
  ['another dossier', trailText('', 'H49-2', 1, eventText(received))],
  ['another place', trailText('', 'H49-1', 2, eventText(received))],
  [
    'another moment',
    trailText('', 'H49-1', 1, eventText({ ...received, at: MARCH_5.replace('01:', '02:') })),
  ],
])('%s is another text to seal', (_, other) => {
  expect(other).not.toBe(trailText('', 'H49-1', 1, eventText(received)))
})
