import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenFrom, chosenValue } from './chosen-dossiers.ts'

const CODE = '000.00.12.H49-190305-0042'

test.each<[string, readonly string[], readonly object[]]>([
  ['one', [`${CODE}~3~appraise`], [{ code: CODE, version: 3, step: 'appraise' }]],
  [
    'the same twice, as it was ticked last',
    [`${CODE}~3~a`, `${CODE}~4~b`],
    [{ code: CODE, version: 4, step: 'b' }],
  ],
  ['what no list has sent', ['', 'x', `${CODE}~~a`, `${CODE}~-1~a`, `${CODE}~1~`, '<script>~1~a'], []],
])('read as chosen: %s', (_, values, chosen) => {
  expect(chosenFrom(values)).toEqual(chosen)
})

test('whatever is ticked is read as it was written', () => {
  const anyChosen = fc.record({
    code: fc.stringMatching(/^[0-9A-Z.-]{1,30}$/),
    version: fc.integer({ min: 1, max: 1_000_000 }),
    step: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
  })
  fc.assert(
    fc.property(fc.uniqueArray(anyChosen, { selector: ({ code }) => code }), (all) => {
      expect(chosenFrom(all.map(chosenValue))).toEqual(all)
    }),
  )
})
