import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Party } from '#domain/dossier/events.ts'
import { isSamePerson } from './same-person.ts'

const huong: Party = {
  kind: 'citizen',
  name: 'Nguyễn Thị Hương',
  idNumber: '100123456',
  phone: '0912345678',
  address: null,
}

test.each([
  ['the same number', { name: 'Nguyễn Hương' }, true],
  ['another number', { idNumber: '100999999' }, false],
  ['no number, the same name and phone', { idNumber: null, name: 'NGUYEN THI HUONG' }, true],
  ['no number, another phone', { idNumber: null, phone: '0900000000' }, false],
  ['no number and no phone', { idNumber: null, phone: null }, false],
  ['no number, the same phone, another name', { idNumber: null, name: 'Lê Văn Ba' }, false],
])('%s', (_, over, isSame) => {
  expect(isSamePerson(huong, { ...huong, ...over })).toBe(isSame)
  expect(isSamePerson({ ...huong, ...over }, huong)).toBe(isSame)
})

test('a name alone never makes two people one', () => {
  fc.assert(
    fc.property(fc.option(fc.string()), (idNumber) => {
      const bare = { ...huong, idNumber, phone: null }
      expect(isSamePerson(bare, { ...huong, idNumber: null })).toBe(false)
    }),
  )
})
