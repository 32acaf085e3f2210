import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { readCentreDirectory } from '#store/centre-files.ts'
import { holdFiling } from '#store/filings.ts'
import { aHall, allowed, EIGHT, type Hall } from '../a-hall.ts'
import { freshBookOf } from '../centre-book.ts'
import { checkCentre } from '../checks/check-centre.ts'
import { importCentre } from '../setup/import-centre.ts'
import { parseCentreFiles } from '../setup/read-centre-files.ts'
import { aCitizen, aDraft, citizenDesk } from './a-filing.ts'
import { carryOver, formChange } from './carry-over.ts'
import type { AtDraft } from './own-draft.ts'
import { savePage } from './save-page.ts'
import { seeDraft } from './see-draft.ts'
import { submitFiling } from './submit-filing.ts'

let opened: TestCentre
let hall: Hall
let citizen: AtDraft

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  const desk = hall.deskOf('clerk', 'HCC-TN')
  citizen = { desk: citizenDesk(desk, await aCitizen(hall)), browser: null }
})
afterAll(() => opened.close())

/** Three weeks later the ministry's form asks for one thing more, and one thing otherwise. */
async function newForm(effectiveFrom: string): Promise<void> {
  const directory = fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url))
  const files = (await readCentreDirectory(directory)) ?? []
  const changed = files.map((file) =>
    file.name !== 'forms/civil-status-extract.yaml'
      ? file
      : {
          ...file,
          text: (file.text ?? '')
            .replace('label: Đã đăng ký tại,', 'label: Nơi đã đăng ký,')
            .concat('  - { name: purpose, label: Mục đích sử dụng, type: text, max: 200, required: true }\n'),
        },
  )
  const { data, faults } = parseCentreFiles(changed)
  if (!data) throw new Error(JSON.stringify(faults.slice(0, 3)))
  const { isWritten } = await importCentre(opened.ownerCentre, data, { at: EIGHT, effectiveFrom })
  expect(isWritten).toBe(true)
  await freshBookOf(opened.centre)
}

test('a draft of three weeks meets a new form: it is told what changed, nothing typed is lost, and it is filed as the new form asks', async () => {
  const before = await submitted(citizen)
  const old = await aDraft(citizen)
  await newForm('2019-03-20')
  const now = EIGHT.add({ hours: 21 * 24 })
  const later: AtDraft = { ...citizen, desk: { ...citizen.desk, now } }
  const seen = allowed(await seeDraft(later, old))
  expect(seen.isFormChanged).toBe(true)
  expect(formChange(seen)).toEqual({ added: ['Mục đích sử dụng'], changed: ['Nơi đã đăng ký'], gone: [] })
  expect(await submitFiling(later, old)).toMatchObject({ refused: 'form-changed' })
  allowed(await carryOver(later, old))
  const carried = allowed(await seeDraft(later, old))
  expect(carried.isFormChanged).toBe(false)
  expect(carried.draft.typed).toEqual(seen.draft.typed)
  expect(await submitFiling(later, old)).toMatchObject({
    refused: 'answers-incomplete',
    facts: { fields: ['Mục đích sử dụng'] },
  })
  await savePage(later, old, { boxes: ['f.purpose'], typed: { 'f.purpose': 'Làm hộ chiếu' } })
  const filing = allowed(await submitFiling(later, old))
  // What was filed before stands with the form of that day.
  expect((await formOf(filing.id)).version).toBe((await formOf(before.id)).version + 1)
  expect(await checkCentre(opened.centre)).toEqual([])
})

async function submitted(at: AtDraft) {
  return allowed(await submitFiling(at, await aDraft(at)))
}

async function formOf(id: string) {
  const held = await holdFiling(opened.centre, id)
  if (!held) throw new Error('no filing')
  return held.filing.form
}
