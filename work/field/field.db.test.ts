import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { slipOf } from '#domain/outreach/intake-packet.ts'
import { appointmentsOn, type Staff } from '#domain/people/may.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { accessesTo } from '#store/access-records.ts'
import { holdDossier } from '#store/dossiers.ts'
import { keepPacket, packetById } from '#store/field-packets.ts'
import { paperOfPacket } from '#store/field-papers.ts'
import { keepPiece } from '#store/field-pieces.ts'
import { scansOf } from '#store/scans.ts'
import { aHall, allowed, type Hall, received } from '../a-hall.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { followDossier } from '../reading/follow-dossier.ts'
import { aDeliverer } from '../telling/a-deliverer.ts'
import { makeNotices } from '../telling/make-notices.ts'
import { sendDueNotices } from '../telling/send-notices.ts'
import {
  aDevice,
  aFieldOffice,
  anIntake,
  deviceKeys,
  PICTURE,
  sealerOf,
  sendCutOff,
  sendPiece,
  type TestDevice,
} from './a-device.ts'
import { allPapers, aSaturday, FRIDAY, MONDAY } from './a-saturday.ts'
import { decidePacket } from './decide-packet.ts'
import { deviceDesk } from './device-desk.ts'
import { dropHalfArrived } from './drop-half-arrived.ts'
import { confirmErased, endDevice } from './end-device.ts'
import type { FieldOffice } from './field-office.ts'
import { provisionDevice } from './provision-device.ts'
import { askDeviceCode, registerDevice, seeDeviceCode } from './register-device.ts'
import { seeDevices } from './see-devices.ts'
import { seeOutings } from './see-outings.ts'
import { seePacketAtDesk, seePackets } from './see-packets.ts'
import { seePacket } from './take-in-piece.ts'

let opened: TestCentre
let hall: Hall
let field: FieldOffice
let device: TestDevice
let outing: Awaited<ReturnType<typeof aSaturday>>
let papers: Awaited<ReturnType<typeof allPapers>>

const clerk = (now = FRIDAY): Desk => ({ ...hall.deskOf('clerk', 'HCC-TN', now), field })
const openDesk = (now: Temporal.Instant): Desk => ({
  centre: opened.centre,
  now,
  actor: { kind: 'public' },
  field,
})
const ownerOf = ({ actor }: Desk) => (actor.kind === 'staff' ? actor.id : '')

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  field = await aFieldOffice()
  outing = await aSaturday(hall, [ownerOf(clerk())])
  device = await aDevice(clerk(), openDesk)
  papers = await allPapers(hall)
})
afterAll(() => opened.close())

let used = 0
/** One more dossier of the session, with a number of the block nobody else used. */
async function packed(
  over: Parameters<typeof anIntake>[2] = {},
  more: Parameters<TestDevice['seal']>[2] = {},
) {
  const by = allowed(await device.provision(outing, FRIDAY))
  const said = anIntake(by, (used += 1), over)
  const components = papers
  const dossier = { ...said.dossier, components, ...over.dossier }
  return { said, by, sealed: await device.seal({ ...said, dossier }, by, more) }
}

/** What code and key on the paper show that was given for it. */
const byPaper = ({ said, sealed }: Awaited<ReturnType<typeof packed>>) =>
  followDossier(openDesk(MONDAY), { code: said.code ?? slipOf(sealed.id), key: said.lookupKey })

const sent = async (one: Awaited<ReturnType<typeof packed>>, now = MONDAY) =>
  allowed(await device.send(one.sealed, now, now.toString()))

describe('a device', () => {
  test('comes in by a code once, and by no other', async () => {
    const asked = newId()
    allowed(await askDeviceCode(clerk(), asked))
    allowed(await askDeviceCode(clerk(), asked))
    const code = (await seeDeviceCode(clerk(), asked))?.code ?? ''
    expect(await seeDeviceCode(hall.deskOf('handler', 'TP', FRIDAY), asked)).toBeNull()
    expect(await seeDeviceCode(clerk(FRIDAY.add({ minutes: 16 })), asked)).toBeNull()
    const { publicKey } = await aFieldOffice()
    const given = { code, name: 'Máy tính bảng', publicKey }
    expect(await registerDevice(openDesk(FRIDAY.add({ minutes: 16 })), given)).toMatchObject({
      refused: 'device-code-wrong',
    })
    const [one, two] = await Promise.all([
      registerDevice(openDesk(FRIDAY), given),
      registerDevice(openDesk(FRIDAY), given),
    ])
    expect([one, two].filter((answer) => 'refused' in answer)).toHaveLength(1)
    expect(await seeDeviceCode(clerk(), asked)).toBeNull()
    expect(await registerDevice(openDesk(FRIDAY), { ...given, code: '2222222222' })).toMatchObject({
      refused: 'device-code-wrong',
    })
  })

  test('that was lost is refused everything, and says that it is erased', async () => {
    const lost = await aDevice(clerk(), openDesk)
    const under = await lost.seal(
      anIntake(allowed(await lost.provision(outing, FRIDAY)), 0),
      allowed(await lost.provision(outing, FRIDAY)),
      { pieceBytes: 500 },
    )
    allowed(await sendPiece(await lost.at(FRIDAY), under, 0))
    const stranger = hall.deskOf('handler', 'TP', FRIDAY)
    expect(await endDevice(stranger, lost.id, 'lost')).toMatchObject({ refused: 'not-permitted' })
    allowed(await endDevice(clerk(), lost.id, 'lost'))
    expect(await deviceDesk(openDesk(MONDAY), lost.token, null)).toEqual({
      refused: 'device-ended',
      facts: { erase: true },
    })
    expect(await confirmErased(openDesk(MONDAY), lost.token)).toBe(true)
    expect(await opened.centre.db.selectFrom('field_piece').selectAll().execute()).toEqual([])
    const { devices } = allowed(await seeDevices(clerk()))
    expect(devices.find(({ id }) => id === lost.id)).toMatchObject({
      state: 'lost',
      erasedAt: '2019-03-11T01:00:00.000Z',
    })
    expect(await deviceDesk(openDesk(MONDAY), 'no such token', null)).toBeNull()
  })

  test('sees where its owner goes, and is provisioned for that alone', async () => {
    const at = await device.at(FRIDAY)
    expect(allowed(await seeOutings(at)).outings).toMatchObject([{ ...outing, on: '2019-03-09', opens: 450 }])
    const id = newId()
    const made = allowed(await provisionDevice(at, { id, outing, days: 2 }))
    expect(made.numbers.map(({ on, first, last }) => [on, last - first])).toEqual([
      ['2019-03-09', 249],
      ['2019-03-10', 249],
    ])
    const again = allowed(await provisionDevice(at, { id, outing, days: 2 }))
    expect(again.numbers).toEqual(made.numbers)
    expect(made.procedures.length).toBeGreaterThan(200)
    expect(made.forms.length).toBeGreaterThan(0)
    expect((await accessesTo(opened.centre, outing.id, 5)).map(({ what }) => what)).toContain('see-session')
    const elsewhere = await aSaturday(hall, [otherClerk()], { on: '2019-03-16' })
    expect(await device.provision(elsewhere, FRIDAY)).toMatchObject({ refused: 'not-of-the-team' })
    expect(await device.provision(outing, MONDAY)).toMatchObject({ refused: 'outing-over' })
    const { appointments, ...person } = at.desk.actor
    const gone = { ...at, desk: { ...at.desk, actor: { ...person, appointments: ended(appointments) } } }
    expect(await seeOutings(gone)).toMatchObject({ refused: 'not-permitted' })
    expect(await provisionDevice(gone, { id: newId(), outing, days: 1 })).toMatchObject({
      refused: 'not-permitted',
    })
  })
})

const ended = (appointments: Staff['appointments']) =>
  appointments.map((one) => ({ ...one, until: '2019-03-01' }))

function otherClerk(): string {
  const found = hall.staff.find(
    (one) =>
      one.id !== ownerOf(clerk()) && appointmentsOn(one, '2019-03-16').some(({ post }) => post === 'clerk'),
  )
  return found?.id ?? ''
}

describe('a dossier taken outside', () => {
  test('is received on the day it was taken, with its photographs, and again is the same', async () => {
    const one = await packed(
      {},
      { pictures: [{ bytes: PICTURE }, { bytes: PICTURE, what: 'signature' }], pieceBytes: 400 },
    )
    const hurt = await sendCutOff(await device.at(MONDAY), one.sealed, 1)
    expect(allowed(hurt).have).toEqual([1])
    for (const place of one.sealed.pieces.keys()) await sendPiece(await device.at(MONDAY), one.sealed, place)
    expect(allowed(await seePacket(await device.at(MONDAY), one.sealed.id))).toMatchObject({
      stage: 'unknown',
    })
    const places = [...one.sealed.pieces.keys()].toReversed()
    const [last = 0] = places.splice(-1)
    for (const place of places) {
      const answer = allowed(await sendPiece(await device.at(MONDAY), one.sealed, place))
      expect(answer.stage).toBe('arriving')
    }
    // The last piece over two lines at once.
    const at = await device.at(MONDAY)
    const both = await Promise.all([sendPiece(at, one.sealed, last), sendPiece(at, one.sealed, last)])
    for (const answer of both)
      expect(allowed(answer)).toMatchObject({ stage: 'taken-in', code: one.said.code })
    expect(await sent(one)).toMatchObject({ stage: 'taken-in', receivedAt: '2019-03-09T01:30:00.000Z' })
    const held = await holdDossier(opened.centre, one.said.code ?? '')
    expect(held?.dossier).toMatchObject({
      channel: 'mobile',
      receivedAt: '2019-03-09T01:30:00.000Z',
      lookupKey: one.said.lookupKey,
      takenOut: outing,
    })
    // Three working days from Monday morning.
    expect(held?.dossier.dueAtReceipt?.slice(0, 10)).toBe('2019-03-13')
    expect(await scansOf(opened.centre, held?.id ?? '', 10)).toHaveLength(2)
    expect(await opened.centre.db.selectFrom('field_piece').selectAll().execute()).toEqual([])
    expect((await packetById(opened.centre, one.sealed.id))?.basis).toBe('clock')
  })

  test('whose last piece was kept as the program was stopped is taken in when its device asks', async () => {
    const one = await packed({}, { pieceBytes: 500 })
    const pieces = one.sealed.pieces.length
    const { id: packet, sha256 } = one.sealed
    for (const [place, bytes] of one.sealed.pieces.entries())
      await keepPiece(opened.centre, {
        packet,
        place,
        pieces,
        device: device.id,
        sha256,
        at: '2019-03-11T01:00:00.000Z',
        bytes,
      })
    expect(await seePacket(await device.at(MONDAY), packet)).toMatchObject({
      stage: 'taken-in',
      code: one.said.code,
    })
  })

  test('half arrived it stays for thirty days after its last piece; then its device sends all of it anew', async () => {
    const [gone, goesOn] = [await packed({}, { pieceBytes: 500 }), await packed({}, { pieceBytes: 500 })]
    const days = (count: number) => MONDAY.add({ hours: 24 * count })
    for (const one of [gone, goesOn]) allowed(await sendPiece(await device.at(MONDAY), one.sealed, 0))
    allowed(await sendPiece(await device.at(days(20)), goesOn.sealed, 1))
    const have = async (one: typeof gone) =>
      allowed(await seePacket(await device.at(days(31)), one.sealed.id)).have
    await dropHalfArrived({ centre: opened.centre, now: days(30) })
    expect([await have(gone), await have(goesOn)]).toEqual([[0], [0, 1]])
    await dropHalfArrived({ centre: opened.centre, now: days(31) })
    expect([await have(gone), await have(goesOn)]).toEqual([[], [0, 1]])
    expect(await sent(gone, days(31))).toMatchObject({ stage: 'taken-in', code: gone.said.code })
  })

  test('another content under its id is refused, also of another device', async () => {
    const one = await packed({}, { pieceBytes: 500 })
    allowed(await sendPiece(await device.at(MONDAY), one.sealed, 0))
    const other = { ...one.sealed, sha256: 'ab'.repeat(32) }
    expect(await sendPiece(await device.at(MONDAY), other, 1)).toMatchObject({ refused: 'packet-differs' })
    const stranger = await aDevice(clerk(), openDesk)
    const there = await packed()
    await sent(there)
    expect(await sendPiece(await stranger.at(MONDAY), there.sealed, 0)).toMatchObject({
      refused: 'packet-differs',
    })
    const again = { ...there.sealed, sha256: 'ab'.repeat(32) }
    expect(await sendPiece(await device.at(MONDAY), again, 0)).toMatchObject({ refused: 'packet-differs' })
    expect(await sendPiece(await stranger.at(MONDAY), one.sealed, 1)).toMatchObject({
      refused: 'packet-differs',
    })
    expect(await seePacket(await stranger.at(MONDAY), one.sealed.id)).toMatchObject({ stage: 'unknown' })
    // Nothing of it is in the way of the packet itself.
    expect(await sent(one)).toMatchObject({ stage: 'taken-in' })
  })

  test('of another device, for another key or without its papers never becomes a dossier', async () => {
    const one = await packed()
    const stranger = await aDevice(clerk(), openDesk)
    expect(allowed(await stranger.send(one.sealed, MONDAY))).toMatchObject({
      stage: 'refused',
      why: ['packet-of-another'],
    })
    const { privateKey } = await deviceKeys()
    const forged = sealerOf({ device: device.id, privateKey })
    const own = allowed(await device.provision(outing, FRIDAY))
    expect(allowed(await device.send(await forged(anIntake(own, 0), own), MONDAY))).toMatchObject({
      stage: 'refused',
      why: ['not-signed-by-device'],
    })
    const elsewhere = allowed(await stranger.provision(outing, FRIDAY))
    expect(
      allowed(await device.send(await device.seal(anIntake(elsewhere, 0), elsewhere), MONDAY)),
    ).toMatchObject({ stage: 'refused', why: ['no-such-provision'] })
    const { publicKey } = await aFieldOffice()
    const by = allowed(await device.provision(outing, FRIDAY))
    const strange = await device.seal(anIntake(by, (used += 1)), { ...by, publicKey })
    expect(allowed(await device.send(strange, MONDAY))).toMatchObject({
      stage: 'refused',
      why: ['packet-unreadable'],
    })
    const bare = await packed({ dossier: { ...anIntake(by, 0).dossier, components: [] } })
    expect(await sent(bare)).toMatchObject({ stage: 'to-decide', why: ['papers-missing'] })
    expect(await decidePacket(clerk(MONDAY), bare.sealed.id, { decision: 'receive' })).toMatchObject({
      refused: 'papers-missing',
    })
    expect(await seePacket(await device.at(MONDAY), bare.sealed.id)).toMatchObject({ stage: 'to-decide' })
  })

  test('whose number is not of the block of its day waits for a person, and is received under another', async () => {
    const taken = await packed()
    await sent(taken)
    for (const code of [null, taken.said.code, taken.said.code?.replace('190309', '190310') ?? '']) {
      const one = await packed({ code })
      expect(await sent(one)).toMatchObject({
        stage: 'to-decide',
        code: null,
        why: [code === null ? 'number-used-up' : 'number-not-ours'],
      })
      const seen = allowed(await seePacketAtDesk(clerk(MONDAY), one.sealed.id))
      expect(seen.inside).toMatchObject({ person: { name: 'Đỗ Thị Mai' }, code })
      allowed(await decidePacket(clerk(MONDAY), one.sealed.id, { decision: 'receive' }))
      allowed(await decidePacket(clerk(MONDAY), one.sealed.id, { decision: 'receive' }))
      const kept = await packetById(opened.centre, one.sealed.id)
      expect(kept).toMatchObject({ stage: 'taken-in', decision: 'receive' })
      expect(kept?.code).not.toBe(code)
      expect(kept?.code).toContain('190309')
      expect((await holdDossier(opened.centre, kept?.code ?? ''))?.dossier.lookupKey).toBe(one.said.lookupKey)
      // The paper in the person's hand still leads there.
      expect(allowed(await byPaper(one))).toMatchObject({ code: kept?.code })
      expect((await paperOfPacket(opened.centre, one.sealed.id))?.phone).toBeNull()
    }
  })

  test('that waits or is refused is followed by the paper that was given for it, and whoever gave a telephone is told', async () => {
    const one = await packed({ code: null })
    expect(await byPaper(one)).toMatchObject({ refused: 'no-such-dossier' })
    await sent(one)
    expect(await byPaper(one)).toMatchObject({ refused: 'not-taken-in', facts: { stage: 'to-decide' } })
    const wrong = { code: slipOf(one.sealed.id), key: 'K7MQ2W9XAB' }
    expect(await followDossier(openDesk(MONDAY), wrong)).toMatchObject({ refused: 'no-such-dossier' })
    const deliverer = aDeliverer()
    const notices = deliverer.office()
    const why = 'Không phải thẩm quyền của thị xã'
    allowed(await decidePacket({ ...clerk(MONDAY), notices }, one.sealed.id, { decision: 'refuse', why }))
    expect(await byPaper(one)).toMatchObject({ refused: 'not-taken-in', facts: { stage: 'refused', why } })
    const telling = { centre: opened.centre, now: MONDAY, notices }
    for (let round = 0; round < 2; round += 1) {
      await makeNotices(telling)
      await sendDueNotices(telling, (_notice, error) => {
        throw error
      })
    }
    expect(deliverer.arrived.map(({ kind, way }) => [kind, way])).toEqual([['packet-refused', 'sms']])
    expect(JSON.stringify(deliverer.arrived)).not.toMatch(/Mai|Đỗ|thẩm quyền/)
  })

  test('of somebody who has the same open elsewhere waits, and can be left', async () => {
    const idNumber = '022199900001'
    const at = await received(hall, {
      applicant: { kind: 'citizen', name: 'Đỗ Thị Mai', idNumber, phone: null, address: null },
    })
    const by = allowed(await device.provision(outing, FRIDAY))
    const { dossier } = anIntake(by, 0)
    const one = await packed({
      dossier: { ...dossier, components: papers, applicant: { ...dossier.applicant, idNumber } },
    })
    expect(await sent(one)).toMatchObject({ stage: 'to-decide', why: ['filed-also'] })
    const { waiting } = allowed(await seePackets(clerk(MONDAY)))
    expect(waiting.find(({ id }) => id === one.sealed.id)?.concerns).toEqual([
      { what: 'filed-also', of: [at.code] },
    ])
    allowed(await decidePacket(clerk(MONDAY), one.sealed.id, { decision: 'refuse', why: 'Đã nộp tại quầy' }))
    expect(await decidePacket(clerk(MONDAY), one.sealed.id, { decision: 'receive' })).toMatchObject({
      refused: 'packet-decided',
    })
    const left = await packetById(opened.centre, one.sealed.id)
    if (!left) throw new Error('the packet is gone')
    // Who was slower finds what was decided, and changes nothing of it.
    await keepPacket(opened.centre, { ...left, stage: 'to-decide', decision: null, why: null }, null)
    expect(await seePacket(await device.at(MONDAY), one.sealed.id)).toMatchObject({
      stage: 'refused',
      why: ['filed-also', 'Đã nộp tại quầy'],
    })
    expect(await holdDossier(opened.centre, one.said.code ?? '')).toBeUndefined()
  })

  test('under a version of the procedure that no longer holds waits', async () => {
    expect(await sent(await packed({ procedureVersion: 9 }))).toMatchObject({
      stage: 'to-decide',
      why: ['procedure-changed'],
    })
  })

  test('by a clock that was wrong by days is received in the hours of the session', async () => {
    // The clock is two years ahead out there, and right again on Monday.
    const one = await packed({ claimedAt: '2021-03-09T02:00:00.000Z' })
    expect(await sent(one)).toMatchObject({ stage: 'to-decide', why: ['clock-unsure'] })
    allowed(await decidePacket(clerk(MONDAY), one.sealed.id, { decision: 'receive' }))
    const kept = await packetById(opened.centre, one.sealed.id)
    expect(kept).toMatchObject({ basis: 'session', receivedAt: '2019-03-09T04:30:00.000Z' })
    const always = await packed(
      { claimedAt: '2021-03-09T02:00:00.000Z' },
      {
        over: { lastContact: { serverAt: '2019-03-08T09:00:00.000Z', deviceAt: '2021-03-08T09:00:00.000Z' } },
      },
    )
    expect(allowed(await device.send(always.sealed, MONDAY, '2021-03-11T01:00:30.000Z'))).toMatchObject({
      stage: 'taken-in',
      receivedAt: '2019-03-09T02:00:00.000Z',
    })
  })

  test('nothing of the register is broken by it', async () => {
    expect(await checkCentre(opened.centre)).toEqual([])
  })
})
