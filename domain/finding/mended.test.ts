import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mended } from './mended.ts'

const KNOWN = ['khai', 'sinh', 'dang', 'ky', 'giay', 'phep', 'the', 'chap', 'con', 'conh']
const has = (word: string) => KNOWN.includes(word)
const BESIDE_SPACE = [...'zxcvbnm']

test.each([
  ['khai sinh', 'khai sinh', 'as it stands'],
  ['khaai sinh', 'khai sinh', 'tone keys left in'],
  ['khaisinh', 'khai sinh', 'the space left out'],
  ['khai s inh', 'khai sinh', 'a space too many'],
  ['khainsinh', 'khai sinh', 'a letter hit instead of the space'],
  ['dang kyvgiay phep', 'dang ky giay phep', 'a letter hit instead of the space in the middle'],
  ['khai si h', 'khai sinh', 'the space hit instead of a letter'],
  ['da g ky', 'dang ky', 'the space hit instead of a letter at the beginning'],
])('“%s” may be “%s”: %s', (typed, meant) => {
  expect(mended(typed.split(' '), has)).toContain(meant)
})

test.each([
  ['khaipsinh', 'a letter far from the space bar is no space'],
  ['k ai sinh', 'nor is the space such a letter'],
  ['phi thuyen', 'what is not known is left as it is'],
])('“%s”: %s', (typed) => {
  expect(mended(typed.split(' '), has)).toEqual([typed])
})

test('words that are known are never touched, whatever else they could make', () => {
  expect(mended(['con', 'h'], (word) => has(word) || word === 'h')).toEqual(['con h'])
  const known = fc.array(fc.constantFrom(...KNOWN), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(known, (words) => {
      expect(mended(words, has)).toEqual([words.join(' ')])
    }),
  )
})

test('a word that can be parted in several ways is read in each, as it stands first, and in no more than four', () => {
  expect(mended(['concon'], has)).toEqual(['concon', 'con con'])
  const short = (word: string) => /^g{2,4}$/.test(word)
  expect(mended(['ggggggg'], short)).toEqual(['ggggggg', 'ggg gggg', 'gggg ggg'])
  expect(mended(['ggggggg', 'ggggggg'], short)).toHaveLength(4)
})

test('two known words parted by any letter above the space bar are read as the two', () => {
  const word = fc.constantFrom('khai', 'sinh', 'giay', 'phep')
  fc.assert(
    fc.property(word, fc.constantFrom(...BESIDE_SPACE), word, (one, hit, other) => {
      expect(mended([one + hit + other], has)).toContain(`${one} ${other}`)
    }),
  )
})

test('a known word in which the space stands for a letter above it is read whole', () => {
  const inner = KNOWN.flatMap((word) =>
    [...word].flatMap((letter, at) =>
      at > 0 && at < word.length - 1 && BESIDE_SPACE.includes(letter)
        ? [{ word, typed: [word.slice(0, at), word.slice(at + 1)] }]
        : [],
    ),
  )
  expect(inner.length).toBeGreaterThan(2)
  for (const { word, typed } of inner) expect(mended(typed, has)).toContain(word)
})
