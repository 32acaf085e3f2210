import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall } from '#work/a-hall.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { Receipt } from './answers/dossier.ts'
import { openApi, ProblemShape } from './openapi.ts'
import { ROUTES } from './routes.ts'
import { type House, testHouse } from './test-house.ts'
import { type Malformed, malformedRequests } from './test-malformed.ts'

const REQUESTS = 10_000
const AT_ONCE = 16
const SEED = 20190306

let opened: TestCentre
let house: House
const codes: string[] = []

beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  house = testHouse(await aHall(opened.centre))
  for (let n = 0; n < 8; n += 1) {
    const answer = await house.send('clerk', 'POST', '/dossiers', await house.toReceive())
    codes.push(Receipt.parse(answer.body).code)
  }
})
afterAll(() => opened.close())

test(
  '10,000 malformed requests made from the OpenAPI document: a clear problem each, nothing half-written, no 5xx',
  { timeout: 120_000 },
  async () => {
    const document = openApi(ROUTES)
    const requests = fc.sample(malformedRequests(document, codes), { numRuns: REQUESTS, seed: SEED })
    const tally = new Map<string, number>()
    for (let from = 0; from < requests.length; from += AT_ONCE)
      await Promise.all(
        requests.slice(from, from + AT_ONCE).map(async (request) => {
          const code = await answered(request)
          tally.set(code, (tally.get(code) ?? 0) + 1)
        }),
      )
    expect(house.faults).toEqual([])
    expect([...tally.values()].reduce((sum, one) => sum + one)).toBe(REQUESTS)
    // The generator reaches the rules and not only the reading of requests.
    for (const code of [
      'malformed-json',
      'malformed-utf-8',
      'invalid-content',
      'not-permitted',
      'changed-meanwhile',
      'command-id-reused',
      'not-at-this-stage',
      'not-multipart',
      'malformed-form',
      'files-missing',
      'scan-of-no-kind',
      'done',
    ])
      expect(tally.get(code) ?? 0, `${code} of ${JSON.stringify([...tally])}`).toBeGreaterThan(0)

    const rows = await opened.centre.db.selectFrom('dossier').select(['id', 'version']).execute()
    const events = await opened.centre.db
      .selectFrom('dossier_event')
      .select(['dossier_id as id', 'sequence'])
      .execute()
    const byDossier = Map.groupBy(events, ({ id }) => id)
    expect(byDossier.size).toBe(rows.length)
    for (const { id, version } of rows)
      expect(
        byDossier
          .get(id)
          ?.map(({ sequence }) => sequence)
          .sort((a, b) => a - b),
      ).toEqual(Array.from({ length: version }, (_, n) => n + 1))
    expect(await checkCentre(opened.centre)).toEqual([])
  },
)

/** What a request came to; an answer that must not be fails with the request. */
async function answered(malformed: Malformed): Promise<string> {
  const { path, init, operation } = malformed
  const response = await house.app.request(new Request(`http://localhost${path}`, init))
  const text = await response.text()
  const told = () => `${init.method} ${path} ${JSON.stringify(init)} answered ${response.status} ${text}`
  if (response.status >= 500) throw new Error(told())
  if (response.status < 400) return 'done'
  if (response.headers.get('content-type') !== 'application/problem+json') throw new Error(told())
  if (init.method === 'HEAD') return 'head'
  const problem = ProblemShape.safeParse(JSON.parse(text))
  if (!problem.success || problem.data.status !== response.status) throw new Error(told())
  const { code } = problem.data
  if (operation && !operation['x-problems'].some((one) => one === code))
    throw new Error(`not documented: ${told()}`)
  return code
}
