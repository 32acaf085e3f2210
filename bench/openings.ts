import { randomUUIDv7 } from 'node:crypto'
import { requiredPapers } from '../check/house-process.ts'
import { PROCEDURE } from './hot-verbs.ts'

const TIMES = 1000
const COMPARED = 100

/**
 * One dossier opened 1,000 times: the last hundred openings beside the first hundred, and beside as many of a dossier
 * that was never opened before, turn about, so that whatever else the machine does falls on both alike.
 */
export async function openings(origin: string, tokens: ReadonlyMap<string, string>): Promise<string[]> {
  const components = await requiredPapers(origin, PROCEDURE)
  const [often, seldom, other] = [await receive(), await receive(), await receive()]
  for (let time = 0; time < 5 * COMPARED; time += 1) await opened(other)
  const times: number[] = []
  for (let time = 0; time < TIMES - COMPARED; time += 1) times.push(await opened(often))
  const fresh: number[] = []
  for (let time = 0; time < COMPARED; time += 1) {
    times.push(await opened(often))
    fresh.push(await opened(seldom))
  }
  return [
    said('openings 1 to 100', times.slice(0, COMPARED)),
    said('openings 901 to 1,000', times.slice(-COMPARED)),
    said('openings 1 to 100 of another dossier, at the same time', fresh),
  ]

  async function receive(): Promise<string> {
    const answer = await fetch(`${origin}/api/v1/dossiers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${tokens.get('clerk') ?? ''}`, 'content-type': 'application/json' },
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
    const answer = await fetch(`${origin}/ban/ho-so/${code}`, {
      headers: { cookie: `phien=${tokens.get('handler') ?? ''}` },
    })
    await answer.text()
    if (!answer.ok) throw new Error(`${code}: ${answer.status}`)
    return performance.now() - began
  }
}

function said(what: string, times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return `${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`
}
