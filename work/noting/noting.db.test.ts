import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toMoment } from '#domain/calendar/moment.ts'
import { hasPost } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { beSeen, leave } from './viewers.ts'
import { writeNote } from './write-note.ts'

let opened: TestCentre
let hall: Hall
let code: string
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  ;({ code } = await received(hall))
})
afterAll(() => opened.close())

/** The unit of the dossier `received` makes. */
const unit = 'TCKH'
const later = (desk: Desk, seconds: number): Desk => ({ ...desk, now: desk.now.add({ seconds }) })
const actorOf = ({ actor }: Desk) => (actor.kind === 'staff' ? actor : expect.fail('the public'))

describe('a note', () => {
  test('stands beside the history with who wrote it in which post, latest first, and changes no version', async () => {
    const handler = hall.deskOf('handler', unit)
    const clerk = later(hall.deskOf('clerk', 'HCC-TN'), 60)
    const before = allowed(await seeDossier(handler, code))
    allowed(await writeNote(handler, code, { id: newId(), text: 'Đã gọi điện, hẹn chiều mai' }))
    allowed(await writeNote(clerk, code, { id: newId(), text: 'Người nộp đã mang thêm bản sao' }))
    const seen = allowed(await seeDossier(clerk, code))
    expect(seen.version).toBe(before.version)
    expect(seen.notes).toMatchObject([
      { text: 'Người nộp đã mang thêm bản sao', by: { name: actorOf(clerk).name, post: 'clerk' } },
      { text: 'Đã gọi điện, hẹn chiều mai', by: { name: actorOf(handler).name, post: 'handler' } },
    ])
  })

  test('sent twice stands once, with the moment of the first time', async () => {
    const clerk = hall.deskOf('clerk', 'HCC-TN')
    const note = { id: newId(), text: 'Một lần thôi' }
    const first = allowed(await writeNote(clerk, code, note))
    const again = allowed(await writeNote(later(clerk, 30), code, note))
    expect(again).toEqual(first)
    const { notes } = allowed(await seeDossier(clerk, code))
    expect(notes.filter(({ text }) => text === note.text)).toHaveLength(1)
  })

  test('under an id that was used for other words or by another person is refused', async () => {
    const clerk = hall.deskOf('clerk', 'HCC-TN')
    const note = { id: newId(), text: 'Lời thứ nhất' }
    allowed(await writeNote(clerk, code, note))
    const refused = { refused: 'command-id-reused' }
    expect(await writeNote(clerk, code, { ...note, text: 'Lời khác' })).toMatchObject(refused)
    expect(await writeNote(hall.deskOf('handler', unit), code, note)).toMatchObject(refused)
  })

  test('is not for another unit, nor for the public', async () => {
    const stranger = hall.staff.find((one) =>
      ['TP', 'TNMT', 'KTHT'].some((other) => hasPost(one, 'handler', other, '2019-03-05')),
    )
    if (!stranger) throw new Error('everybody belongs to one unit')
    const note = { id: newId(), text: 'Không phải việc của tôi' }
    const desk: Desk = { centre: opened.centre, now: EIGHT, actor: stranger }
    expect(await writeNote(desk, code, note)).toMatchObject({ refused: 'not-permitted' })
    const street: Desk = { ...desk, actor: { kind: 'public' } }
    expect(await writeNote(street, code, note)).toMatchObject({ refused: 'not-permitted' })
    expect(await writeNote(desk, '000.00.12.H49-190305-9999', note)).toMatchObject({
      refused: 'no-such-dossier',
    })
  })
})

describe('two people on one dossier', () => {
  test('see each other, for a minute after the last sign, or until one leaves', async () => {
    const { code } = await received(hall)
    const clerk = hall.deskOf('clerk', 'HCC-TN')
    const handler = later(hall.deskOf('handler', unit), 10)
    expect(await beSeen(clerk, code)).toEqual([])
    expect(await beSeen(handler, code)).toEqual([{ name: actorOf(clerk).name, since: toMoment(clerk.now) }])
    expect(await beSeen(later(clerk, 20), code)).toMatchObject([{ name: actorOf(handler).name }])
    // Both still there: since when does not move with the beats.
    expect(await beSeen(later(handler, 40), code)).toMatchObject([{ since: toMoment(clerk.now) }])
    expect(await beSeen(later(handler, 70), code)).toEqual([])
    expect(await beSeen(later(clerk, 90), code)).toMatchObject([{ name: actorOf(handler).name }])
    await leave(later(handler, 80), code)
    expect(await beSeen(later(clerk, 91), code)).toEqual([])
  })
})
