import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hasPost } from '#domain/people/may.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, type Hall } from '../a-hall.ts'
import { checkCentre } from '../checks/check-centre.ts'
import type { Desk } from '../desk.ts'
import {
  aDevice,
  aFieldOffice,
  anIntake,
  PICTURE,
  type Sealed,
  sendCutOff,
  sendPiece,
  type TestDevice,
} from './a-device.ts'
import { allPapers, aSaturday, FRIDAY, MONDAY } from './a-saturday.ts'
import type { FieldOffice } from './field-office.ts'
import { seePacket } from './take-in-piece.ts'

/**
 * Three devices send what they took over bad lines: pieces in any order, more than once, several at a time, some hurt on
 * their way. `FIELD_PACKETS` of each; the suite takes some dozens, which is as good at finding what is wrong.
 */
const PACKETS = Number(process.env['FIELD_PACKETS'] ?? '40')
const DEVICES = 3
const AT_ONCE = 8
const SEED = Number(process.env['FIELD_SEED'] ?? '20190309')
/** As many numbers as a device is given at a time. */
const BLOCK = 250

let opened: TestCentre
let hall: Hall
let field: FieldOffice
beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
  field = await aFieldOffice()
})
afterAll(() => opened.close())

interface OnDevice {
  readonly device: TestDevice
  readonly sealed: Sealed
  readonly code: string
}

const openDesk = (now: Temporal.Instant): Desk => ({
  centre: opened.centre,
  now,
  actor: { kind: 'public' },
  field,
})

test(
  `${DEVICES} devices with ${PACKETS} packets each are exactly as many dossiers, whatever the lines do`,
  { timeout: 600_000 },
  async () => {
    const packed = await taken()
    const sends = packed.flatMap(({ sealed }, packet) =>
      [...sealed.pieces.keys()].map((place) => ({ packet, place })),
    )
    const [numbers = []] = fc.sample(
      fc.array(fc.noBias(fc.integer({ min: 0, max: 999_999 })), {
        minLength: sends.length * 6,
        maxLength: sends.length * 6,
      }),
      { numRuns: 1, seed: SEED },
    )
    const random = numbers.values()
    const chance = () => Number(random.next().value ?? 0) / 1_000_000
    // Every piece once or more, in no order; one in ten is lost on its way, one in fifty arrives cut off.
    const line = sends
      .flatMap((one) => Array.from({ length: 1 + Math.floor(chance() * 2) }, () => one))
      .map((one) => ({ one, order: chance(), fate: chance() }))
      .toSorted((a, b) => a.order - b.order)
    const began = performance.now()
    await atOnce(line, async ({ one, fate }) => {
      const { device, sealed } = at(packed, one.packet)
      const desk = await device.at(MONDAY)
      if (fate < 0.1) return
      allowed(await (fate < 0.12 ? sendCutOff : sendPiece)(desk, sealed, one.place))
    })
    // As a device does: it asks how far each has come, and sends what is missing until it is in.
    await atOnce(packed, async ({ device, sealed }) => {
      for (let tries = 0; tries < 5; tries += 1) {
        const desk = await device.at(MONDAY)
        const { stage, have } = allowed(await seePacket(desk, sealed.id))
        if (stage === 'taken-in') return
        for (const place of sealed.pieces.keys())
          if (!have.includes(place)) allowed(await sendPiece(desk, sealed, place))
      }
      throw new Error('a packet that never comes in')
    })
    const seconds = (performance.now() - began) / 1000
    if (PACKETS >= 500) console.log(`${packed.length} packets in ${seconds.toFixed(1)} s`)

    const dossiers = await opened.centre.db.selectFrom('dossier').select(['id', 'code', 'version']).execute()
    expect(dossiers).toHaveLength(DEVICES * PACKETS)
    expect(new Set(dossiers.map(({ code }) => code))).toEqual(new Set(packed.map(({ code }) => code)))
    const packets = await opened.centre.db
      .selectFrom('field_packet')
      .select(['id', 'stage', 'is_chained'])
      .execute()
    expect(packets.filter(({ stage }) => stage !== 'taken-in')).toEqual([])
    expect(packets.filter(({ is_chained }) => !is_chained)).toEqual([])
    expect(packets).toHaveLength(DEVICES * PACKETS)
    const scans = await opened.centre.db.selectFrom('scan').select('id').execute()
    expect(scans).toHaveLength(DEVICES * PACKETS)
    expect(await opened.centre.db.selectFrom('field_piece').select('packet_id').execute()).toEqual([])
    expect(await checkCentre(opened.centre)).toEqual([])
  },
)

/** What the devices took on Saturday, each with numbers of its own. */
async function taken(): Promise<readonly OnDevice[]> {
  const clerks = hall.staff.filter((one) => hasPost(one, 'clerk', 'HCC-TN', '2019-03-09')).slice(0, DEVICES)
  expect(clerks).toHaveLength(DEVICES)
  const outing = await aSaturday(
    hall,
    clerks.map(({ id }) => id),
  )
  const components = await allPapers(hall)
  const all = await Promise.all(
    clerks.map(async (actor, who): Promise<readonly OnDevice[]> => {
      const owner: Desk = { centre: opened.centre, now: FRIDAY, actor, field }
      const device = await aDevice(owner, openDesk)
      const blocks = await Promise.all(
        Array.from({ length: Math.ceil(PACKETS / BLOCK) }, async () =>
          allowed(await device.provision(outing, FRIDAY)),
        ),
      )
      const packed: OnDevice[] = []
      for (let place = 0; place < PACKETS; place += 1) {
        const by = blocks[Math.floor(place / BLOCK)]
        if (!by) throw new Error('no numbers')
        const said = anIntake(by, place % BLOCK)
        const applicant = { ...said.dossier.applicant, idNumber: `0${who}${String(place).padStart(10, '0')}` }
        const dossier = { ...said.dossier, components, applicant, placeOfReceipt: 'HCC-TN' }
        const sealed = await device.seal({ ...said, dossier }, by, {
          pictures: [{ bytes: PICTURE }],
          pieceBytes: 700,
        })
        packed.push({ device, sealed, code: said.code ?? '' })
      }
      return packed
    }),
  )
  return all.flat()
}

function at(packed: readonly OnDevice[], place: number): OnDevice {
  const one = packed[place]
  if (!one) throw new Error('no such packet')
  return one
}

/** Does something with each of many, some at the same time. */
async function atOnce<One>(many: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
  const waiting = many.values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const one of waiting) await work(one)
    }),
  )
}
