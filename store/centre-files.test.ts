import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readCentreDirectory } from './centre-files.ts'

const directory = await mkdtemp(join(tmpdir(), 'centre-files-'))
afterAll(() => rm(directory, { recursive: true }))

test('text is composed as it is read, other files are left alone, and what is not UTF-8 is said to be so', async () => {
  await mkdir(join(directory, 'forms'))
  await writeFile(join(directory, 'units.csv'), 'Phòng Tư pháp'.normalize('NFD'))
  await writeFile(join(directory, 'forms', 'a.yaml'), 'key: a')
  await writeFile(join(directory, 'staff.csv'), Buffer.from([0xff, 0xfe, 0x00]))
  await writeFile(join(directory, 'README.md'), '# ghi chú')
  expect(await readCentreDirectory(directory)).toEqual([
    { name: 'forms/a.yaml', text: 'key: a' },
    { name: 'staff.csv', text: null },
    { name: 'units.csv', text: 'Phòng Tư pháp'.normalize('NFC') },
  ])
})

test('a directory that is not there is undefined', async () => {
  expect(await readCentreDirectory(join(directory, 'none'))).toBeUndefined()
})
