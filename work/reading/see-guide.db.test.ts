import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileURLToPath } from 'node:url'
import { isRefusal } from '#domain/outcome.ts'
import { readCentreDirectory } from '#store/centre-files.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, EIGHT, type Hall, received } from '../a-hall.ts'
import { freshBookOf } from '../centre-book.ts'
import type { Desk } from '../desk.ts'
import { importCentre } from '../setup/import-centre.ts'
import { parseCentreFiles } from '../setup/read-centre-files.ts'
import { seeCatalogue } from './see-catalogue.ts'
import { seeLifeEvent, seeLifeEvents, seePlainWords, seeShownTexts } from './see-guide.ts'
import { seeHours } from './see-hours.ts'
import { seeMostReceived } from './see-most-received.ts'
import { seeProcedure } from './see-procedure.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const deskAt = (now = '2019-03-05T09:30+07:00'): Desk => ({
  centre: opened.centre,
  now: Temporal.Instant.from(now),
  actor: { kind: 'public' },
})

test('what people come for is counted from what was received, and a few dossiers are not told', async () => {
  for (let times = 0; times < 6; times += 1) await received(hall)
  for (let times = 0; times < 4; times += 1) await received(hall, { procedure: '1.005377' })
  const seen = await seeMostReceived({ ...deskAt(), now: EIGHT.add({ hours: 1 }) })
  expect(seen.procedures).toEqual([
    { key: '1.004979', name: 'Thông báo thay đổi nội dung đăng ký hợp tác xã', received: 6 },
  ])
})

test('everyday words find, and what is done elsewhere is told with its law', async () => {
  const found = await seeCatalogue(deskAt(), { q: 'sang ten nha' })
  expect(found.items[0]?.key).toBe('2.000889')
  const passport = await seeCatalogue(deskAt(), { q: 'ho chieu' })
  expect(passport).toMatchObject({ total: 0, near: [] })
  expect(passport.elsewhere?.said.vi).toContain('Công an tỉnh')
  const divorce = await seeCatalogue(deskAt(), { q: 'ly hôn' })
  expect(divorce.items[0]?.key).toBe('2.000554')
  expect(divorce.elsewhere?.said.vi).toContain('Tòa án')
})

test('where nothing is found there is what is near', async () => {
  const { total, near } = await seeCatalogue(deskAt(), { q: 'trích lục phi thuyền' })
  expect(total).toBe(0)
  expect(near[0]?.key).toBe('2.000635')
})

test('a life event names its procedures, and only those in force', async () => {
  expect((await seeLifeEvents(deskAt())).map(({ key }) => key).slice(0, 2)).toEqual(['sinh-con', 'ket-hon'])
  const birth = await seeLifeEvent(deskAt(), 'sinh-con')
  if (isRefusal(birth)) throw new Error(birth.refused)
  // What the communes do is a page of its own, not a way to somewhere else.
  expect(birth.steps[0]).toMatchObject({ kind: 'here', key: '1.001193', name: 'Đăng ký khai sinh' })
  expect(birth.steps[1]).toMatchObject({ kind: 'here', key: '2.000528' })
  const before = await seeLifeEvent(deskAt('2018-03-05T09:30+07:00'), 'sinh-con')
  if (isRefusal(before)) throw new Error(before.refused)
  expect(before.steps).toEqual([])
  expect(await seeLifeEvent(deskAt(), 'khong-co')).toMatchObject({ refused: 'no-such-life-event' })
})

test.each([
  ['giấy khai sinh', '1.001193'],
  ['sinh con', '1.001193'],
  ['cưới', '1.000894'],
  ['báo tử', '1.000656'],
  ['giay doc than', '1.004873'],
  ['hộ nghèo', 'xp-xac-nhan-ho-ngheo'],
  ['register a birth', '1.001193'],
])(
  '“%s” asks first for what the communes do themselves, and nothing says that it is done elsewhere',
  async (q, key) => {
    const seen = await seeCatalogue(deskAt(), { q })
    expect(seen).toMatchObject({ isOfCommunes: true, elsewhere: null })
    expect(seen.communes[0]?.key).toBe(key)
  },
)

test('a slip of the hand is forgiven in what the communes do', async () => {
  const { communes } = await seeCatalogue(deskAt(), { q: 'khai sih' })
  expect(communes.map(({ key }) => key)).toContain('1.001193')
})

test.each(['sổ đỏ', 'mở quán', 'ly hôn'])('“%s” is not for the communes first', async (q) => {
  expect((await seeCatalogue(deskAt(), { q })).isOfCommunes).toBe(false)
})

test('texts are shown in plain words and in English; the official ones stay as they are', async () => {
  const official = 'Cấp bản sao trích lục hộ tịch'
  expect((await seeShownTexts(deskAt(), 'vi')).get(official)).toContain('Bản sao giấy khai sinh')
  expect((await seeShownTexts(deskAt(), 'en')).get(official)).toBe(
    'Copy of a birth, marriage or death registration',
  )
  expect((await seeShownTexts(deskAt(), 'en')).get('Đất đai')).toBe('Land')
  expect((await seeShownTexts(deskAt(), 'vi')).get('Đăng ký khai sinh')).toBe('Làm giấy khai sinh cho con')
  expect((await seeShownTexts(deskAt(), 'en')).get('Đăng ký kết hôn')).toBe('Registering a marriage')
  expect((await seeShownTexts(deskAt(), 'vi')).has('Đất đai')).toBe(false)
  const seen = await seeProcedure(deskAt(), '2.000635')
  expect(seen).toMatchObject({ procedure: { name: official } })
  expect(seen).toMatchObject({ conditions: [{ when: { vi: 'Tôi nộp thay người khác' } }] })
})

test('plain words stand in the order of the alphabet', async () => {
  const terms = (await seePlainWords(deskAt())).map(({ term }) => term)
  expect(terms).toContain('trích lục')
  expect(terms).toEqual(terms.toSorted((a, b) => a.localeCompare(b, 'vi')))
})

test('the hours are those of the reception calendar: today and when it opens next', async () => {
  expect(await seeHours(deskAt())).toMatchObject({
    isOpen: true,
    days: [
      {
        on: '2019-03-05',
        openings: [
          { opens: 420, closes: 690 },
          { opens: 810, closes: 1020 },
        ],
      },
      { on: '2019-03-06' },
    ],
  })
  const sunday = await seeHours(deskAt('2019-03-10T09:30+07:00'))
  expect(sunday).toMatchObject({
    isOpen: false,
    days: [{ on: '2019-03-10', openings: [] }, { on: '2019-03-11' }],
  })
  expect(await seeHours(deskAt('2099-03-10T09:30+07:00'))).toMatchObject({ refused: 'outside-calendar' })
})

test('an import sets the guide anew: what is gone from the files is gone, what is added is found', async () => {
  const files =
    (await readCentreDirectory(fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url)))) ?? []
  const changed = files.map(({ name, text }) =>
    name === 'everyday-words.csv'
      ? { name, text: 'said,means,procedures,elsewhere,elsewhere_en,ground\nchuyện lạ,,1.004979,,,\n' }
      : { name, text },
  )
  const { data } = parseCentreFiles(changed)
  if (!data) throw new Error('the files have faults')
  const outcome = await importCentre(opened.ownerCentre, data, { at: EIGHT })
  expect(outcome.summary.guide.added).toEqual(['everyday-words chuyện lạ'])
  expect(outcome.summary.guide.ended).toHaveLength(215)
  expect(outcome.summary.procedures).toMatchObject({ added: [], changed: [], ended: [] })
  await freshBookOf(opened.centre)
  expect((await seeCatalogue(deskAt(), { q: 'chuyen la' })).items[0]?.key).toBe('1.004979')
  expect((await seeCatalogue(deskAt(), { q: 'ho chieu' })).elsewhere).toBeNull()
})
