import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseOf, houseDevice } from '../check/field-device.ts'
import { end, freePort, startHouse } from '../check/house-process.ts'

/** How long one device takes to send what was taken in two days: packets with two or three photographs of 150 KB each. */
const PACKETS = Number(process.env['BENCH_PACKETS'] ?? '500')
const LINES = 4
const BLOCK = 250
const TARGET_SECONDS = 60

/** Bytes that begin and end as a photograph of 1600 × 1200 dots, and are pressed no further. */
function photograph(): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xd8, 0xff, 0xc0, 0x00, 0x11, 0x08, 0x04, 0xb0, 0x06, 0x40, 0x03]
  return new Uint8Array(
    Buffer.concat([Buffer.from(head), randomBytes(150 * 1024), Buffer.from([0xff, 0xd9])]),
  )
}

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-field-'))
chmodSync(folder, 0o711)
const dataDir = join(folder, 'data')
mkdirSync(dataDir)
const house = await startHouse(dataDir, await freePort())
try {
  const device = await houseDevice(house.origin, dataDir)
  const blocks = []
  for (let taken = 0; taken < PACKETS; taken += BLOCK) blocks.push(await device.provision())
  const sealed = []
  const sealing = performance.now()
  for (let place = 0; place < PACKETS; place += 1) {
    const by = blocks[Math.floor(place / BLOCK)]
    if (!by) throw new Error('no numbers')
    const pictures = Array.from({ length: 2 + (place % 2) }, () => ({ bytes: photograph() }))
    sealed.push(await device.intake(by, place % BLOCK, pictures))
  }
  const sealedIn = (performance.now() - sealing) / 1000
  const bytes = sealed.reduce((sum, { pieces }) => sum + pieces.reduce((all, one) => all + one.length, 0), 0)
  const began = performance.now()
  const waiting = sealed.values()
  const stages = await Promise.all(
    Array.from({ length: LINES }, async () => {
      const came: (string | undefined)[] = []
      for (const one of waiting) {
        let stage: string | undefined
        for (const place of one.pieces.keys()) stage = (await device.put(one, place))?.stage
        came.push(stage)
      }
      return came
    }),
  )
  const seconds = (performance.now() - began) / 1000
  const taken = stages.flat().filter((stage) => stage === 'taken-in').length
  const database = databaseOf(dataDir)
  const centre = await database.centre('dong-trieu')
  const scans = await centre?.db
    .selectFrom('scan')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  await database.close()
  console.log(
    `${taken} of ${PACKETS} packets, ${scans?.count} photographs, ${(bytes / 2 ** 20).toFixed(0)} MiB over ${LINES} lines: ` +
      `${seconds.toFixed(1)} s (target under ${TARGET_SECONDS} s); sealing them took ${sealedIn.toFixed(1)} s`,
  )
  if (taken !== PACKETS) process.exitCode = 1
} finally {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
