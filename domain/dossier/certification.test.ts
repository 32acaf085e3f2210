import { expect, test } from 'vitest'
import { aDossier, aProcedure, allowed } from './a-dossier.ts'
import { certificationNumber, certificationOf } from './certification.ts'

const BOOK = { name: 'Chứng thực bản sao', certification: { key: 'copy', name: 'Sổ chứng thực bản sao' } }
const dossier = { ...aDossier(), pages: 3, copiesWanted: 2, subject: 'Bằng lái xe' }

test('a certification has its entry from the signature on, and a refusal has none', () => {
  const signed = { ...dossier, approvedAt: '2019-03-05T02:00:00.000Z' }
  const refusal = { reason: 'Bản chính bị tẩy xóa', ground: 'Điều 22' }
  expect(certificationOf(dossier, BOOK)).toMatchObject({ refused: 'not-signed-yet' })
  expect(certificationOf({ ...signed, refusal }, BOOK)).toMatchObject({ refused: 'not-signed-yet' })
  expect(certificationOf(signed, aProcedure())).toMatchObject({ refused: 'certifies-nothing' })
  expect(allowed(certificationOf(signed, BOOK))).toMatchObject({
    person: dossier.owner.name,
    what: 'Bằng lái xe',
    pages: 3,
    copies: 2,
  })
})

test('numbers are written with the year they belong to', () => {
  expect([certificationNumber(7, 2019), certificationNumber(1234, 2019)]).toEqual(['07/2019', '1234/2019'])
})
