import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdDataDir } from './data-dir.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-lock-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a data directory is held by one; the second is told by whom; given back, it can be taken again', () => {
  const held = holdDataDir(folder)
  expect(() => holdDataDir(folder)).toThrow(
    new RegExp(`đang do một Một Cửa khác dùng \\(tiến trình ${process.pid}\\)`),
  )
  held.release()
  holdDataDir(folder).release()
  expect(readdirSync(folder)).toEqual([])
})

test("a lock of a process that ended, of one with the same number, or cut off, is in nobody's way", async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.once('exit', resolve))
  const leftOver = [
    { pid: child.pid, born: 'another boot' },
    { pid: process.pid, born: 'another boot' },
    { pid: 1 },
  ]
  for (const lock of [...leftOver.map((one) => JSON.stringify(one)), '', '{"pi']) {
    writeFileSync(join(folder, 'lock'), lock)
    holdDataDir(folder).release()
  }
  expect(readdirSync(folder)).toEqual([])
})

test('a data directory that is a file is told plainly', () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  expect(() => holdDataDir(file)).toThrow(/không phải thư mục/)
  expect(() => holdDataDir(join(file, 'below'))).toThrow(/không phải thư mục/)
})

test('a place where the file system lets nobody make a folder is told plainly, and at once', () => {
  expect(() => holdDataDir('/proc/khong-co/du-lieu')).toThrow(/không dùng được|Không dùng được/)
})
