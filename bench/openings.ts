import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { randomUUIDv7 } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { end, freePort, requiredPapers, signInAll, startHouse } from '../check/house-process.ts'
import { PROCEDURE } from './hot-verbs.ts'

/**
 * One dossier opened 1,000 times: the last hundred openings beside the first hundred, and beside as many of a dossier
 * that was hardly ever opened, turn about, so that whatever else the machine does falls on both alike.
 */
const TIMES = 1000
const COMPARED = 100

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-openings-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const house = await startHouse(dataDir, await freePort())
try {
  const tokens = await signInAll(house.origin, dataDir)
  const components = await requiredPapers(house.origin, PROCEDURE)
  const [often, seldom, other] = [await receive(), await receive(), await receive()]
  for (let time = 0; time < 5 * COMPARED; time += 1) await opened(other)
  const times: number[] = []
  for (let time = 0; time < TIMES - COMPARED; time += 1) times.push(await opened(often))
  const fresh: number[] = []
  for (let time = 0; time < COMPARED; time += 1) {
    times.push(await opened(often))
    fresh.push(await opened(seldom))
  }
  say('openings 1 to 100', times.slice(0, COMPARED))
  say('openings 901 to 1,000', times.slice(-COMPARED))
  say('openings 1 to 100 of another dossier, at the same time', fresh)

  async function receive(): Promise<string> {
    const answer = await fetch(`${house.origin}/api/v1/dossiers`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${tokens.get('clerk') ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        id: randomUUIDv7(),
        procedure: PROCEDURE,
        channel: 'counter',
        placeOfReceipt: 'HCC-TN',
        applicant: { kind: 'citizen', name: 'Phạm Thị Mơ' },
        components,
      }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return ((await answer.json()) as { code: string }).code
  }

  async function opened(code: string): Promise<number> {
    const began = performance.now()
    const answer = await fetch(`${house.origin}/ban/ho-so/${code}`, {
      headers: { cookie: `phien=${tokens.get('handler') ?? ''}` },
    })
    await answer.text()
    if (!answer.ok) throw new Error(`${code}: ${answer.status}`)
    return performance.now() - began
  }
} finally {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}

function say(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`)
}
