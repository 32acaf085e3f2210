import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explainer } from './explained.ts'
import type { PlainWord } from './guide.ts'

const word = (term: string): PlainWord => ({ term, plain: { vi: `nghĩa của ${term}`, en: term } })
const WORDS = ['lệ phí', 'lệ phí trước bạ', 'ủy quyền', 'BHYT'].map(word)

const found = (text: string, explain = explainer(WORDS)) =>
  explain(text).flatMap(({ word }) => word?.term ?? [])

test('the longest word that stands there is explained, whatever its letters are', () => {
  expect(found('Tờ khai Lệ phí trước bạ')).toEqual(['lệ phí trước bạ'])
  expect(found('Tờ khai LỆ PHÍ')).toEqual(['lệ phí'])
})

test('a word within another word is none', () => {
  expect(found('BHYTS, sBHYT')).toEqual([])
  expect(found('(BHYT)')).toEqual(['BHYT'])
})

test('a word is explained the first time it stands on a page', () => {
  const explain = explainer(WORDS)
  expect(found('Giấy ủy quyền, người ủy quyền', explain)).toEqual(['ủy quyền'])
  expect(found('Văn bản ủy quyền', explain)).toEqual([])
})

test('nothing of the text is lost, with words or without', () => {
  const text = fc
    .array(fc.constantFrom('lệ phí ', 'ủy quyền', 'BHYT', ', ', 'giấy', '(x)'))
    .map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.subarray(WORDS), (text, words) => {
      expect(
        explainer(words)(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text)
    }),
  )
})
