import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/**
 * A law that checks nothing looks like a law that is kept. Breaches of every kind are planted in a copy of the rooms,
 * and the linter must find each of them, and nothing in the innocent files beside them.
 */
const planted: readonly (readonly [file: string, source: string])[] = [
  [
    'replay/planted-store.ts',
    `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  [
    'work/planted-generator.ts',
    `import { chanceFrom } from '../replay/chance.ts'\nexport const a = chanceFrom\n`,
  ],
  [
    'store/planted-generator.ts',
    `import { chanceFrom } from '../replay/chance.ts'\nexport const a = chanceFrom\n`,
  ],
  [
    'domain/planted-generator.ts',
    `import { chanceFrom } from '../replay/chance.ts'\nexport const a = chanceFrom\n`,
  ],
  ['web/planted-book.ts', `import { Workbook } from '@cj-tech-master/excelts'\nexport const a = Workbook\n`],
  [
    'partners/planted-store.ts',
    `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  [
    'work/planted-partner.ts',
    `import { remoteSigner } from '#partners/signing/signing-service.ts'\nexport const a = remoteSigner\n`,
  ],
  ['work/planted-pdf.ts', `import { PDF } from '@libpdf/core'\nexport const a = PDF\n`],
  ['domain/planted-zod.ts', `import { z } from 'zod'\nexport const a = z\n`],
  ['domain/planted-node.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
  ['domain/planted-bare-node.ts', `import { readFileSync } from 'fs'\nexport const a = readFileSync\n`],
  [
    'domain/planted-store.ts',
    `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  [
    'domain/dossier/planted-up.ts',
    `import { holdDossier } from '../../store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  ['domain/planted-clock.ts', `export const a = Temporal.Now.instant()\n`],
  ['domain/planted-date.ts', `export const a = new Date()\n`],
  ['domain/planted-global.ts', `export const a = globalThis\n`],
  ['domain/planted-performance.ts', `export const a = performance.timeOrigin\n`],
  ['domain/planted-crypto.ts', `export const a = crypto.randomUUID()\n`],
  ['domain/planted-chance.ts', `export const a = Math.random()\n`],
  ['domain/planted-fetch.ts', `export const a = fetch('http://127.0.0.1')\n`],
  ['domain/planted-process.ts', `export const a = process.env\n`],
  [
    'shapes/planted-store.ts',
    `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  ['shapes/planted-pg.ts', `import { Pool } from 'pg'\nexport const a = Pool\n`],
  ['store/planted-work.ts', `import { today } from '#work/change-dossier.ts'\nexport const a = today\n`],
  ['store/planted-hono.ts', `import { Hono } from 'hono'\nexport const a = Hono\n`],
  ['work/planted-kysely.ts', `import { sql } from 'kysely'\nexport const a = sql\n`],
  ['work/planted-fs.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
  ['work/planted-api.ts', `import { a as b } from '../api/app.ts'\nexport const a = b\n`],
  [
    'jobs/planted-store.ts',
    `import { holdDossier } from '../store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  [
    'api/planted-store.ts',
    `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  ['api/planted-centre.ts', `export const a = (desk: { centre: string }) => desk.centre\n`],
  [
    'web/planted-store.ts',
    `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`,
  ],
  ['web/words/planted-work.ts', `import { today } from '#work/change-dossier.ts'\nexport const a = today\n`],
  ['web/parts/planted-node.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
  ['field/planted-work.ts', `import { today } from '#work/change-dossier.ts'\nexport const a = today\n`],
  ['field/keep/planted-page.ts', `import { b } from '../../web/visit.ts'\nexport const a = b\n`],
  ['field/planted-kysely.ts', `import { sql } from 'kysely'\nexport const a = sql\n`],
  ['field/planted-node.ts', `import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n`],
  ['domain/planted-idb.ts', `import { openDB } from 'idb'\nexport const a = openDB\n`],
  ['papers/store.ts', `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`],
  ['papers/clock.ts', `import { z } from 'zod'\nexport const a = z\n`],
  [
    'web/islands/work.ts',
    `import { seeWorklist } from '#work/reading/see-worklist.ts'\nexport const a = seeWorklist\n`,
  ],
]

const innocent: readonly (readonly [file: string, source: string])[] = [
  ['domain/innocent.ts', `import { refuse } from '#domain/outcome.ts'\nexport const a = refuse\n`],
  [
    'field/innocent.ts',
    `import { openDB } from 'idb'\nimport { vi } from '#web/words/vi.ts'\nexport const a = [openDB, vi]\n`,
  ],
  ['work/innocent.ts', `import { holdDossier } from '#store/dossiers.ts'\nexport const a = holdDossier\n`],
]

const root = join(import.meta.dirname, '..', 'node_modules', '.cache', 'planted-breaches')

beforeAll(() => {
  rmSync(root, { recursive: true, force: true })
  for (const [file, source] of [...planted, ...innocent]) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), source)
  }
  const law = readFileSync(join(import.meta.dirname, '..', '.oxlintrc.json'), 'utf8')
  writeFileSync(
    join(root, '.oxlintrc.json'),
    law.replace('"node_modules", ', '').replace('"node_modules",', ''),
  )
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

function complaints(file: string): string {
  const oxlint = join(import.meta.dirname, '..', 'node_modules', '.bin', 'oxlint')
  try {
    return execFileSync(oxlint, ['--no-ignore', '-c', '.oxlintrc.json', file], {
      cwd: root,
      encoding: 'utf8',
    })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
  }
}

test.each(planted)('the linter finds the breach planted in %s', (file) => {
  expect(complaints(file)).toMatch(/no-restricted-(imports|globals|properties)/)
})

test.each(innocent)('the linter finds nothing in %s', (file) => {
  expect(complaints(file)).not.toContain('no-restricted')
})

test('every dependency is named in the law of the domain', () => {
  const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8'))
  const law = readFileSync(join(import.meta.dirname, '..', '.oxlintrc.json'), 'utf8')
  const unnamed = Object.keys(dependencies).filter(
    (name) => name !== 'node' && !law.includes(name.replaceAll('.', '\\\\.')),
  )
  expect(unnamed).toEqual([])
})
