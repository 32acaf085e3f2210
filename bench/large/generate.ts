import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import type { Base } from './base-histories.ts'
import { copiesOf } from './copies.ts'

/** What the maker asks of this process: to write so many dossiers, a file a table, many at a time. */
export interface ToGenerate {
  readonly base: Base
  readonly count: number
  readonly folder: string
  readonly now: string
  readonly chunk: number
}

/** Told when a chunk lies ready, and at the end what was counted. */
export type Told =
  | { readonly chunk: number; readonly dossiers: number }
  | { readonly figures: string; readonly series: string }

/** Chunks written ahead of the loading; more would only fill the disk. */
const AHEAD = 2
/** Weeks from the first week of the base to the present one. */
const FIRST_DAY = '2019-01-01'
/** So long is the base. */
const BASE_WEEKS = 22

let loaded = 0
let wake: (() => void) | undefined
process.on('message', (message: ToGenerate | 'loaded') => {
  if (message === 'loaded') {
    loaded += 1
    wake?.()
  } else
    generate(message).then(
      () => process.disconnect?.(),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
})

async function generate({ base, count, folder, now, chunk }: ToGenerate): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const copies = copiesOf(base, now)
  const weeks = Temporal.PlainDate.from(FIRST_DAY).until(Temporal.PlainDate.from(now.slice(0, 10))).days / 7
  // Each pass takes every history once, moved so that the passes spread evenly, from the present week backwards.
  const passes = Math.ceil(count / (base.histories.length * (1 - BASE_WEEKS / 2 / weeks)))
  let made = 0
  let number = 0
  let files = open(folder, number)
  for (let pass = 0; made < count; pass += 1) {
    const moved = Math.max(
      0,
      Math.floor(weeks - BASE_WEEKS / 4 - (pass * (weeks - BASE_WEEKS / 4)) / (passes - 1)),
    )
    for (let history = 0; history < base.histories.length && made < count; history += 1) {
      const lines = copies.next(history, moved)
      if (!lines) continue
      made += 1
      const isFull = [
        files.dossier.write(lines.dossier),
        files.event.write(lines.events),
        files.search.write(lines.search),
      ].some((isFree) => !isFree)
      if (isFull) await drained(files)
      if (made % chunk === 0) {
        await close(files)
        tell({ chunk: number, dossiers: made })
        number += 1
        while (number - loaded > AHEAD) await new Promise<void>((resolve) => (wake = resolve))
        files = open(folder, number)
      }
    }
  }
  await close(files)
  tell({ chunk: number, dossiers: made })
  const [figures, series] = [join(folder, 'figures.copy'), join(folder, 'series.copy')]
  writeFileSync(figures, [...copies.figures].map(([key, by]) => `${key}\t${by}\n`).join(''))
  writeFileSync(series, [...copies.series].map(([key, last]) => `${key}\t${last + 1}\n`).join(''))
  tell({ figures, series })
}

function tell(told: Told): void {
  process.send?.(told)
}

const TABLES = ['dossier', 'event', 'search'] as const

function open(folder: string, chunk: number) {
  const [dossier, event, search] = TABLES.map((table) =>
    createWriteStream(join(folder, `${table}-${chunk}.copy`), { highWaterMark: 1 << 20 }),
  )
  if (!dossier || !event || !search) throw new Error('three files')
  return { dossier, event, search }
}

type Files = ReturnType<typeof open>

async function drained(files: Files): Promise<void> {
  for (const file of Object.values(files)) if (file.writableNeedDrain) await once(file, 'drain')
}

async function close(files: Files): Promise<void> {
  for (const file of Object.values(files)) {
    file.end()
    await finished(file)
  }
}
