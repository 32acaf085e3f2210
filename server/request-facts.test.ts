import { expect, test } from 'vitest'
import { loggablePath } from './request-facts.ts'

test.each([
  ['/api/v1/dossiers/000.00.13.H49-190703-0001/approve', 200, '/api/v1/dossiers/:/approve'],
  ['/thu-tuc/kt-xac-nhan-bang-ke-lam-san', 200, '/thu-tuc/kt-xac-nhan-bang-ke-lam-san'],
  ['/thu-tuc/Phạm Thị Mơ', 422, '/thu-tuc/:'],
  ['/pham-thi-mo', 404, ':'],
  ['/', 200, '/'],
])('of the path %s answered by %i the log says %s', (path, status, said) => {
  expect(loggablePath(path, status)).toBe(said)
})
