import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { end, freePort, type HouseProcess, signInAll, startHouse } from '../check/house-process.ts'
import { dueTimes } from './due.ts'
import { hotVerbs } from './hot-verbs.ts'
import { rollUpLag } from './lag.ts'
import { paperTimes } from './papers.ts'

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-bench-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
mkdirSync(dataDir)

async function timeStart(): Promise<{ house: HouseProcess; ms: number }> {
  const port = await freePort()
  const began = performance.now()
  const house = await startHouse(dataDir, port)
  await (await fetch(`${house.origin}/`)).text()
  return { house, ms: performance.now() - began }
}

const first = await timeStart()
await end(first.house.process, 'SIGTERM')
const { house, ms: warmStart } = await timeStart()
try {
  const one = { origin: house.origin, dataDir, tokens: await signInAll(house.origin, dataDir) }
  await hotVerbs(one)
  console.log(await rollUpLag(one))
  console.log(`start, first ever, to the first page: ${(first.ms / 1000).toFixed(2)} s`)
  console.log(`start, warm, to the first page:       ${(warmStart / 1000).toFixed(2)} s (target under 3 s)`)
  for (const line of [...dueTimes(), ...(await paperTimes())]) console.log(line)
} finally {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
