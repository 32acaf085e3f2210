import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Citizen } from '#domain/people/citizen.ts'
import { textPdf } from '#papers/digitising/bad-files.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { citizenById } from '#store/citizens.ts'
import { aHall, allowed, EIGHT, type Hall, received } from '../a-hall.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { aCitizen, aDraft, aPaper, citizenDesk } from '../filing/a-filing.ts'
import { submitFiling } from '../filing/submit-filing.ts'
import { changeFeedback } from '../opinions/change-feedback.ts'
import { followOwnFeedback } from '../opinions/follow-feedback.ts'
import { seeFeedback, seeFeedbackList } from '../opinions/see-feedback.ts'
import { receivedFrom } from './a-dossier-of-mine.ts'
import { askCorrection } from './ask-correction.ts'
import { type DataFile, exportOwnData, seeExports } from './own-data.ts'
import { seeWhoLooked } from './see-who-looked.ts'

/** What is held of a person is taken along whole, by a description; what is wrong is asked to be put right. */
let opened: TestCentre
let hall: Hall
let mine: Desk
let stranger: Desk

const SITE = 'https://motcua.example/tra-cuu'
const clerk = () => hall.deskOf('clerk', 'HCC-TN')
const director = () => {
  const actor = hall.staff.find((one) => one.appointments.some(({ post }) => post === 'director'))
  if (!actor) throw new Error('no director')
  return { ...clerk(), actor }
}

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  mine = citizenDesk(clerk(), await aCitizen(hall))
  stranger = citizenDesk(clerk(), await aCitizen(hall))
})
afterAll(() => opened.close())

async function taken(desk: Desk): Promise<DataFile[]> {
  return Array.fromAsync(allowed(await exportOwnData(desk, { id: newId(), site: SITE })))
}

const textOf = (files: readonly DataFile[], name: string) =>
  String(files.find((one) => one.name === name)?.content ?? '')

test('all that is held of a person comes file by file, each as its description says, and nothing of anybody else', async () => {
  const at = { desk: mine, browser: null }
  const draft = await aDraft(at)
  await aPaper(at, draft, textPdf(1))
  const filing = allowed(await submitFiling(at, draft))
  const { code } = await receivedFrom(hall, at)
  const other = await receivedFrom(hall, { desk: stranger, browser: null })
  await received(hall)
  const files = await taken(mine)
  const names = files.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining([
      'mo-ta.schema.json',
      'toi.json',
      `ho-so/${code}.json`,
      `nop-truc-tuyen/${filing.code}.json`,
      `nop-truc-tuyen/${filing.code}/1-giấy.pdf`,
      'luot-xem.json',
    ]),
  )
  expect(names.filter((name) => name.includes(other.code))).toEqual([])
  expect(new Set(names).size).toBe(names.length)

  const schema = JSON.parse(textOf(files, 'mo-ta.schema.json'))
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  const kinds: readonly (readonly [string, RegExp])[] = [
    ['toi.json', /^toi\.json$/],
    ['ho-so/*.json', /^ho-so\/[^/]+\.json$/],
    ['nop-truc-tuyen/*.json', /^nop-truc-tuyen\/[^/]+\.json$/],
    ['luot-xem.json', /^luot-xem\.json$/],
  ]
  for (const [kind, pattern] of kinds)
    for (const { name, content } of files.filter((one) => pattern.test(one.name))) {
      const validate = ajv.compile(schema.$defs[kind])
      expect([name, validate(JSON.parse(String(content))), validate.errors]).toEqual([name, true, null])
    }
  expect(JSON.parse(textOf(files, `ho-so/${code}.json`))).toMatchObject({
    code,
    answers: { registeredAt: 'UBND xã Bình Khê' },
    applicant: { name: 'Nguyễn Thị Hoà' },
  })
  const [whole] = await seeExports(mine)
  expect(whole).toMatchObject({ isWhole: true, files: files.length })
  const { lines } = allowed(await seeWhoLooked(mine, { code, after: null }))
  expect(lines[0]).toMatchObject({ what: 'own-data', by: { kind: 'self' } })
})

test('one that is broken off is known as that, and nobody takes more than the day’s', async () => {
  const desk = citizenDesk(clerk(), await aCitizen(hall))
  const begun = allowed(await exportOwnData(desk, { id: newId(), site: SITE }))
  await begun.next()
  await begun.return(undefined)
  expect(await seeExports(desk)).toMatchObject([{ isWhole: false }])
  for (let times = 1; times < 5; times += 1) await taken(desk)
  const more = () => exportOwnData(desk, { id: newId(), site: SITE })
  expect(await more()).toMatchObject({ refused: 'too-many-exports' })
  const actor = await citizenById(opened.centre, desk.actor.kind === 'citizen' ? desk.actor.id : '')
  const tomorrow = { ...desk, actor: actor as Citizen, now: EIGHT.add({ hours: 25 }) }
  allowed(await exportOwnData(tomorrow, { id: newId(), site: SITE }))
})

test('data are asked to be put right, answered in writing by an officer, refused with the reason, and shown to nobody else', async () => {
  const { code: dossier } = await receivedFrom(hall, { desk: mine, browser: null })
  const asked = { id: newId(), dossier, wrong: 'Khu 3', right: 'Khu 5' }
  const code = allowed(await askCorrection(mine, asked, null))
  expect(allowed(await askCorrection(mine, asked, null))).toBe(code)
  expect(await askCorrection(stranger, { ...asked, id: newId() }, null)).toMatchObject({
    refused: 'no-such-dossier',
  })
  const followed = allowed(await followOwnFeedback(mine, code))
  expect(followed).toMatchObject({ kind: 'data-correction', stage: 'open', answer: null })
  // Ten working days, by the centre's calendar.
  expect(followed.due).toBe('2019-03-19T10:00:00.000Z')
  expect(await followOwnFeedback(stranger, code)).toMatchObject({ refused: 'no-such-feedback' })

  const list = allowed(await seeFeedbackList(director(), { isWaiting: true, after: null }))
  expect(list.lines.map((line) => line.code)).toContain(code)
  const { state } = allowed(await seeFeedback(director(), code))
  const on = { id: newId(), version: state.version }
  const answer = { ...on, type: 'AnswerFeedback', text: 'Giấy khai sinh ghi Khu 3', passedTo: null } as const
  expect(await changeFeedback(director(), code, answer)).toMatchObject({ refused: 'done-or-refused' })
  expect(await changeFeedback(director(), code, { ...answer, isDone: false })).toBe(true)
  expect(allowed(await followOwnFeedback(mine, code)).answer).toMatchObject({
    isDone: false,
    text: 'Giấy khai sinh ghi Khu 3',
  })
  const publish = { type: 'PublishAnswer', question: 'x', answer: 'y', confirmed: true } as const
  expect(
    await changeFeedback(director(), code, { ...publish, id: newId(), version: state.version + 1 }),
  ).toMatchObject({ refused: 'of-one-person' })
  // Who looked at it is told as for a dossier.
  const { lines } = allowed(await seeWhoLooked(mine, { code: null, after: null }))
  expect(lines.find((line) => line.code === code)).toMatchObject({ what: 'see-feedback' })
})
