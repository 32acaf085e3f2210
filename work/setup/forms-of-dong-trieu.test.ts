import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTyped } from '#domain/procedure/any-answers.ts'
import { readAnswers } from '#domain/procedure/answers.ts'
import { pagesOf } from '#domain/procedure/form-pages.ts'
import { placesOn } from '#domain/procedure/address.ts'
import { placesWithBefore } from '#domain/procedure/place-now.ts'
import { walked } from '#domain/procedure/form.ts'
import { typedOf } from '#domain/procedure/typed-of.ts'
import { readCentreFiles } from './read-centre-files.ts'

const { data } = await readCentreFiles('centres/dong-trieu')
if (!data) throw new Error('faulty files')
const { forms, places } = data
const FORMS = forms.map(({ key, content }) => [key, content.fields] as const)
const reading = { today: '2019-03-05', places }

test('the ten forms of the catalogue and the general one are electronic forms', () => {
  expect(FORMS.map(([key]) => key)).toEqual([
    'building-permit',
    'civil-status-change',
    'civil-status-extract',
    'electricity',
    'general',
    'household-business',
    'land-change',
    'land-registration',
    'mortgage',
    'registration-fee-house',
    'social-insurance',
  ])
})

test('every condition is said in words and as an expression, and every field in English', () => {
  for (const [key, fields] of FORMS)
    for (const { field, path } of walked(fields)) {
      const at = `${key}: ${path.join('.')}`
      expect(field.english, at).not.toBeNull()
      if (!field.isOfficial) expect(field.if === null, at).toBe(field.when === null)
      if (field.check !== null) expect(field.rule, at).not.toBeNull()
    }
})

test.each(FORMS)(
  '%s: what was answered reads the same when it is written back into its boxes',
  (_, fields) => {
    let whole = 0
    fc.assert(
      fc.property(anyTyped(fields), (typed) => {
        const { answers, faults } = readAnswers(fields, { ...reading, typed })
        if (faults.length === 0) whole += 1
        const again = readAnswers(fields, { ...reading, typed: typedOf(fields, answers) })
        expect(again.answers).toEqual(answers)
      }),
      { numRuns: 400, seed: 2019 },
    )
    expect(whole).toBeGreaterThan(0)
  },
)

test.each(FORMS)(
  '%s: every fault has a page on which it can be put right, and no page is empty',
  (_, fields) => {
    fc.assert(
      fc.property(anyTyped(fields), (typed) => {
        const { faults, asked } = readAnswers(fields, { ...reading, typed })
        const pages = pagesOf(fields, asked)
        const names = pages.flatMap((page) => [page.key, ...page.fields.map(({ name }) => name)])
        const paths = pages.flatMap(({ within }) => within.map(({ name }) => name))
        for (const { name, code } of faults)
          if (code !== 'must-agree')
            expect(
              [...names, ...paths].some((one) => name === one || name.startsWith(`${one}.`)),
              name,
            ).toBe(true)
      }),
      { numRuns: 100, seed: 2019 },
    )
  },
)

test('of every province and commune that stands no more it is said what it is now; since July 2025 there are 34 provinces', () => {
  const on = '2025-07-02'
  expect(placesOn(places, 'province', '2024-12-31')).toHaveLength(63)
  expect(placesOn(places, 'province', on)).toHaveLength(34)
  const unknown = places
    .filter(({ kind, until }) => kind !== 'district' && until === '2025-07-01')
    .filter(
      ({ became }) =>
        !placesOn(places, 'province', on)
          .concat(placesOn(places, 'commune', on))
          .some(({ code }) => code === became?.code),
    )
  expect(unknown.map(({ name }) => name)).toEqual([])
  const before = placesWithBefore(places, 'commune', on).flatMap((one) => one.before)
  expect(before).toHaveLength(21 - 3)
})
