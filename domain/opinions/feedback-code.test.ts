import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feedbackCode, readFeedbackCode } from './feedback-code.ts'

test('a code is read again however it was typed', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 4, maxLength: 4 }),
      fc.constantFrom('', ' ', '-'),
      (random, gap) => {
        const code = feedbackCode('2019-03-05', random)
        expect(code).toMatch(/^PA-190305-[0-9A-HJKMNP-TV-Z]{4}$/)
        expect(
          readFeedbackCode(
            code.toLowerCase().replaceAll('-', gap).replaceAll('0', 'o').replace('19o3o5', '190305'),
          ),
        ).toBe(code)
      },
    ),
  )
})

test('what is no code is left as it is', () => {
  for (const typed of ['', 'PA', '000.00.12.H49-190703-0042']) expect(readFeedbackCode(typed)).toBe(typed)
})
