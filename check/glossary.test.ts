import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMAND_TYPES } from '#domain/dossier/commands.ts'
import { STAGES } from '#domain/dossier/dossier.ts'
import { EVENT_TYPES } from '#domain/dossier/events.ts'
import { FILING_COMMAND_TYPES } from '#domain/filing/commands.ts'
import { FILING_EVENT_TYPES } from '#domain/filing/events.ts'
import { POSTS } from '#domain/people/may.ts'
import { CHANNELS } from '#domain/procedure/procedure.ts'
import { FORM_KEYS } from '#papers/forms.ts'
import { MEASURES } from '#domain/statistics/facts.ts'

const root = join(import.meta.dirname, '..')
const glossary = readFileSync(join(root, 'docs/glossary.md'), 'utf8')

/** Rows of the glossary's tables: Vietnamese, our word, where it lives. */
const rows = glossary
  .split('\n')
  .filter((line) => line.startsWith('|') && !line.startsWith('| Tiếng Việt') && !line.startsWith('| ---'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )

test.each([
  ['event', EVENT_TYPES],
  ['command', COMMAND_TYPES],
  ['filing event', FILING_EVENT_TYPES],
  ['filing command', FILING_COMMAND_TYPES],
  ['stage', STAGES],
  ['post', POSTS],
  ['channel', CHANNELS],
  ['measure', MEASURES],
  ['paper', FORM_KEYS],
])('every %s of the house stands in the glossary', (_, words) => {
  const named = new Set(
    rows.flatMap(([, word = '']) => [...word.matchAll(/`([^`]+)`/g)].map(([, code]) => code)),
  )
  expect(words.filter((word) => !named.has(word))).toEqual([])
})

test('every term has a Vietnamese word, our word and a file that exists', () => {
  expect(rows.length).toBeGreaterThan(40)
  for (const [vietnamese, word, place] of rows) {
    expect(vietnamese, word).toBeTruthy()
    for (const [, file = ''] of (place ?? '').matchAll(/`([^`]+)`/g))
      expect(existsSync(join(root, file)), `${word}: ${file}`).toBe(true)
  }
})

test('no word of ours means two things', () => {
  const words = rows.map(([, word]) => word)
  expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([])
})
