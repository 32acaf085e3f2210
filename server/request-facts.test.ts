import { expect, test } from 'vitest'
import { loggablePath } from './request-facts.ts'

test.each([
  ['/api/v1/dossiers/000.00.13.H49-190703-0001/approve', '/api/v1/dossiers/:/approve'],
  ['/thu-tuc/kt-xac-nhan-bang-ke-lam-san', '/thu-tuc/:'],
  ['/tra-cuu/Phạm Thị Mơ', '/tra-cuu/:'],
  ['/tra-cuu/ho-so', '/tra-cuu/ho-so'],
  ['/', '/'],
])('of the path %s the log says %s', (path, said) => {
  expect(loggablePath(path)).toBe(said)
})
