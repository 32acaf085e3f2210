import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { end, freePort, signInAll, startHouse } from '../check/house-process.ts'
import { heapOf } from './heap.ts'
import { townDay } from './large/town-day.ts'
import { openings } from './openings.ts'

/**
 * Nothing grows without need: one dossier opened 1,000 times; then a town's day for ten minutes, and what memory the
 * program holds meanwhile. It stays flat: the median of the last two minutes is at most 1.1 times that of minutes two
 * to four, of the whole process as of its heap after collecting.
 */
const MINUTES = Number(process.env['SOAK_MINUTES'] ?? '10')
const PAUSE_MS = Number(process.env['SOAK_PAUSE_MS'] ?? '1000')
const EVERY_MS = 10_000
const MOST = 1.1

interface Sample {
  readonly minute: number
  readonly resident: number
  readonly heap: number
}

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-soak-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const inspector = await freePort()
const house = await startHouse(dataDir, await freePort(), {
  NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`,
})
try {
  const tokens = await signInAll(house.origin, dataDir)
  for (const line of await openings(house.origin, tokens)) console.log(line)
  const heap = await heapOf(inspector)
  const samples: Sample[] = []
  const began = performance.now()
  let isOver = false
  const sampling = (async () => {
    while (!isOver) {
      const minute = (performance.now() - began) / 60_000
      // The heap is read after collecting, and the process after that: what is left is what is held.
      const one = { minute, heap: await heap.held(), resident: residentOf(house.process.pid ?? 0) }
      samples.push(one)
      if (samples.length % 6 === 1)
        console.log(
          `  minute ${minute.toFixed(1)}: ${mega(one.resident)} resident, ${mega(one.heap)} heap held`,
        )
      await wait(EVERY_MS)
    }
  })()
  const lines = await townDay(house.origin, tokens, {
    seconds: MINUTES * 60,
    pauseMs: PAUSE_MS,
    fields: ['Hộ tịch', 'Đất đai', 'Chứng thực', 'Khai thuế'],
  })
  isOver = true
  await sampling
  heap.close()
  for (const line of lines) console.log(line)
  const isFlat = [say('resident', samples, (one) => one.resident), say('heap', samples, (one) => one.heap)]
  if (isFlat.includes(false)) process.exitCode = 1
} finally {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

function say(what: string, samples: readonly Sample[], of: (sample: Sample) => number): boolean {
  const between = (from: number, to: number) =>
    samples.filter(({ minute }) => minute >= from * MINUTES && minute <= to * MINUTES).map(of)
  const [early, late] = [median(between(0.2, 0.4)), median(between(0.8, 1.1))]
  const ratio = late / early
  const is = ratio <= MOST ? 'flat' : 'GROWS'
  console.log(
    `${what}: ${mega(early)} early, ${mega(late)} at the end; ratio ${ratio.toFixed(2)} (at most ${MOST}, ${is})`,
  )
  return ratio <= MOST
}

/** Bytes of a process that lie in memory, as Linux counts them. */
function residentOf(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) * 1024
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

function mega(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
