import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readContact, veiled } from './contact.ts'

test.each([
  ['0912 345 678', 'phone', '0912345678'],
  ['+84 912.345.678', 'phone', '0912345678'],
  ['0084-203-3870123', 'phone', '02033870123'],
  ['０９１２３４５６７８', 'phone', '0912345678'],
  [' Huong.NT@Example.VN ', 'email', 'huong.nt@example.vn'],
])('%s is one contact however it is typed', (typed, way, address) => {
  expect(readContact(typed)).toEqual({ way, address })
})

test.each([
  '',
  '912345678',
  '0912',
  '091234567890',
  'huong@',
  'huong@vn',
  'a b@example.vn',
  'Nguyễn Thị Hương',
  '0000000000',
])('“%s” is neither telephone nor mail', (typed) => expect(readContact(typed)).toBeNull())

test('whatever is typed, what comes out is read again as the same, and its veil hides most of it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.emailAddress(), fc.stringMatching(/^0[1-9]\d{8,9}$/)), (typed) => {
      const contact = readContact(typed)
      if (!contact) return
      expect(readContact(contact.address)).toEqual(contact)
      expect(veiled(contact)).not.toContain(contact.address.slice(0, 5))
    }),
  )
})
