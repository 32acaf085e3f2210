import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameOf } from './name-of.ts'

test.each([
  ['..\\..\\C:\\giấy tờ\\a\u0309nh.pdf', 'ảnh.pdf'],
  ['/etc/passwd', 'passwd'],
  ['đơn\u202Efdp.exe', 'đơnfdp.exe'],
  ['../', 'tep'],
  ['', 'tep'],
])('%s is called %s', (called, name) => {
  expect(nameOf(called)).toBe(name)
})

test('whatever a file is called, its name leads nowhere and fits on a line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (called) => {
      const name = nameOf(called)
      expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
      expect(name.length).toBeGreaterThan(0)
      expect(name.length).toBeLessThanOrEqual(200)
      expect(nameOf(name)).toBe(name)
    }),
  )
})
