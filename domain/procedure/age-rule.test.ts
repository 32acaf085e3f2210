import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { type AgeRule, ageRuleOn, mayFileAlone } from './age-rule.ts'

const aRule = (over: Partial<AgeRule> = {}): AgeRule => ({
  leastAge: 18,
  ground: 'BLDS 2015, Điều 21',
  from: '2017-01-01',
  until: null,
  confidence: 'high',
  ...over,
})

test.each([
  ['of fourteen, where the law says nothing else', [], '2004-06-01', false],
  ['of fifteen on that day, where the law says nothing else', [], '2004-03-05', true],
  ['of seventeen for an adult’s affair', [aRule()], '2001-03-06', false],
  ['of eighteen on that day', [aRule()], '2001-03-05', true],
  ['of fourteen where fourteen is enough', [aRule({ leastAge: 14 })], '2005-03-05', true],
  ['of sixteen before the rule holds', [aRule({ from: '2019-03-06' })], '2003-01-01', true],
  ['of sixteen on its first day', [aRule({ from: '2019-03-05' })], '2003-01-01', false],
  ['of sixteen once it has ended', [aRule({ until: '2019-03-05' })], '2003-01-01', true],
  [
    'of nineteen, where the procedure’s own rule stands first',
    [aRule({ leastAge: 20 }), aRule()],
    '2000-01-01',
    false,
  ],
])('somebody %s', (_, ageRules, bornOn, may) => {
  expect(mayFileAlone({ ageRules }, bornOn, '2019-03-05') === true).toBe(may)
})

test('who may not is told from which age and by what law', () => {
  expect(mayFileAlone({ ageRules: [aRule()] }, '2003-01-01', '2019-03-05')).toMatchObject({
    refused: 'too-young-alone',
    facts: { leastAge: 18, ground: 'BLDS 2015, Điều 21' },
  })
  expect(ageRuleOn({}, '2019-03-05')).toMatchObject({
    leastAge: 15,
    ground: 'Bộ luật Dân sự 2015, Điều 20 và 21',
  })
})

test('nobody loses the right to file alone by growing older while the law stands', () => {
  const day = fc
    .date({ min: new Date('2018-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 6, max: 21 }), (bornOn, one, other, leastAge) => {
      const [earlier = '', later = ''] = [one, other].toSorted()
      const procedure = { ageRules: [aRule({ leastAge })] }
      if (!isRefusal(mayFileAlone(procedure, bornOn, earlier)))
        expect(mayFileAlone(procedure, bornOn, later)).toBe(true)
    }),
  )
})
