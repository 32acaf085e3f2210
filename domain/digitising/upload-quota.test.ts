import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../outcome.ts'
import { UPLOAD_LIMITS } from './upload-limits.ts'
import { mayBeginUpload, roomFor, UPLOAD_QUOTA, type UploadsBefore } from './upload-quota.ts'

const none: UploadsBefore = { files: 0, bytes: 0, bytesOfPerson: 0, unfinished: 0 }
const MB = 1024 * 1024

test.each<[string, Partial<UploadsBefore>, number, string | null]>([
  ['nothing', {}, 0, 'scan-empty'],
  ['the first', {}, 1, null],
  ['the largest there may be', {}, 20 * MB, null],
  ['a byte more', {}, 20 * MB + 1, 'scan-too-large'],
  ['the thirtieth', { files: 29 }, MB, null],
  ['the thirty-first', { files: 30 }, MB, 'draft-too-many-files'],
  ['what fills a draft', { bytes: 90 * MB }, 10 * MB, null],
  ['what does not fit it', { bytes: 90 * MB }, 10 * MB + 1, 'draft-too-large'],
  ['what fills a person’s room', { bytesOfPerson: 290 * MB }, 10 * MB, null],
  ['what does not fit it any more', { bytesOfPerson: 290 * MB }, 10 * MB + 1, 'uploads-too-large'],
  ['the tenth unfinished', { unfinished: 9 }, MB, null],
  ['the eleventh unfinished', { unfinished: 10 }, MB, 'uploads-too-many'],
])('%s', (_, over, size, refused) => {
  const answer = mayBeginUpload({ ...none, ...over }, { name: 'ảnh.jpg', size })
  expect(isRefusal(answer) ? answer.refused : null).toBe(refused)
})

test('whoever keeps to what is allowed never has more than the quota', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 25 * MB }), { maxLength: 60 }), (sizes) => {
      let before = none
      for (const size of sizes) {
        if (isRefusal(roomFor(before, { name: 'ảnh.jpg', size }))) continue
        const { files, bytes, bytesOfPerson } = before
        before = { ...before, files: files + 1, bytes: bytes + size, bytesOfPerson: bytesOfPerson + size }
      }
      expect(before.files).toBeLessThanOrEqual(UPLOAD_LIMITS.files)
      expect(before.bytes).toBeLessThanOrEqual(UPLOAD_QUOTA.bytes)
      expect(before.bytesOfPerson).toBeLessThanOrEqual(UPLOAD_QUOTA.bytesOfPerson)
    }),
  )
})
