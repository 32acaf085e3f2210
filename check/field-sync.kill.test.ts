import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkCentre } from '#work/checks/check-centre.ts'
import { databaseOf, type HouseDevice, houseDevice } from './field-device.ts'
import { end, freePort, type HouseProcess, startHouse } from './house-process.ts'

/**
 * A device sends its packets piece by piece while the program is killed again and again: between pieces, and while a packet is
 * taken in. What was said to be in is there; nothing is there twice or in part.
 */
const KILLS = Math.min(40, Number(process.env['KILLS'] ?? '3'))
const PACKETS = 20 + KILLS * 10
const LINES = 4

const folder = mkdtempSync(join(tmpdir(), 'mot-cua-field-kill-'))
const dataDir = join(folder, 'data')
let port = 0
let house: HouseProcess
let device: HouseDevice

beforeAll(async () => {
  chmodSync(folder, 0o711)
  mkdirSync(dataDir)
  port = await freePort()
  house = await startHouse(dataDir, port)
  device = await houseDevice(house.origin, dataDir)
}, 120_000)
afterAll(async () => {
  await end(house.process, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}, 60_000)

test(
  `${PACKETS} packets sent through ${KILLS} kills are exactly as many dossiers`,
  async () => {
    const sealed: Awaited<ReturnType<HouseDevice['intake']>>[] = []
    for (let place = 0; place < PACKETS; place += 1) {
      if (place % 250 === 0) blocks.push(await device.provision())
      const by = blocks.at(-1)
      if (!by) throw new Error('no numbers')
      sealed.push(await device.intake(by, place % 250, [{ bytes: picture() }]))
    }
    let unanswered = 0
    let isOver = false
    const waiting = sealed.values()
    const sending = Promise.all(
      Array.from({ length: LINES }, async () => {
        for (const one of waiting) {
          let stage: string | undefined
          for (let tries = 0; stage !== 'taken-in' && tries < 4_000; tries += 1) {
            const seen = await device.see(one)
            stage = seen?.stage
            const missing = [...one.pieces.keys()].filter((place) => !seen?.have.includes(place))
            if (stage === 'taken-in' || seen === null) {
              if (seen === null) unanswered += 1
              await wait(30)
              continue
            }
            for (const place of missing) stage = (await device.put(one, place))?.stage ?? stage
            // Lines outside are slow: there is time to be killed between two packets.
            await wait(25)
          }
          expect(stage).toBe('taken-in')
        }
      }),
    ).finally(() => (isOver = true))
    let kills = 0
    while (kills < KILLS && !isOver) {
      await wait(60 + Math.random() * 250)
      await end(house.process, 'SIGKILL')
      house = await startHouse(dataDir, port)
      kills += 1
    }
    await sending
    expect(kills).toBeGreaterThan(KILLS / 2)
    expect(unanswered).toBeGreaterThan(0)
    await nothingTwice(sealed.map(({ code }) => code))
    console.log(`${PACKETS} packets, ${kills} kills, 0 lost, 0 doubled`)
  },
  KILLS * 15_000 + 120_000,
)

const blocks: Awaited<ReturnType<HouseDevice['provision']>>[] = []

async function nothingTwice(codes: readonly string[]): Promise<void> {
  const database = databaseOf(dataDir)
  try {
    const centre = await database.centre('dong-trieu')
    if (!centre) throw new Error('the centre is gone')
    const dossiers = await centre.db.selectFrom('dossier').select('code').execute()
    expect(dossiers.map(({ code }) => code).toSorted()).toEqual([...codes].toSorted())
    const packets = await centre.db.selectFrom('field_packet').select(['dossier_code', 'stage']).execute()
    expect(packets.filter(({ stage }) => stage !== 'taken-in')).toEqual([])
    expect(new Set(packets.map((one) => one.dossier_code))).toEqual(new Set(codes))
    expect(await centre.db.selectFrom('scan').select('id').execute()).toHaveLength(codes.length)
    expect(await centre.db.selectFrom('field_piece').select('place').execute()).toEqual([])
    expect(await checkCentre(centre)).toEqual([])
  } finally {
    await database.close()
  }
}

/** Two pieces long. */
function picture(): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xd8, 0xff, 0xc0, 0x00, 0x11, 0x08, 0x04, 0xb0, 0x06, 0x40, 0x03]
  return new Uint8Array(
    Buffer.concat([Buffer.from(head), randomBytes(180 * 1024), Buffer.from([0xff, 0xd9])]),
  )
}
