import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { factsOfHistory } from '#domain/statistics/facts.ts'
import { aDoer, after, aLaw, goneTo } from './a-dossier.ts'
import type { ChangeCommand, CorrectContact, ProposeCorrection } from './commands.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'

const on = (dossier: Dossier, by = 'lan') => ({
  id: 'x',
  by: aDoer(by),
  version: dossier.version,
  step: dossier.step,
  at: dossier.lastEventAt,
})
const refusedAs = (dossier: Dossier, command: ChangeCommand) => {
  const outcome = under(aLaw()).decide(dossier, command)
  return isRefusal(outcome) ? outcome.refused : null
}
const contact = (dossier: Dossier, over: Partial<CorrectContact> = {}): CorrectContact => ({
  ...on(dossier),
  type: 'CorrectContact',
  party: 'applicant',
  name: 'Nguyễn Thị Hường',
  phone: '0987654321',
  address: null,
  why: 'Ghi thiếu dấu',
  ...over,
})
const confirm = (dossier: Dossier, by = 'hung'): ChangeCommand => ({
  ...on(dossier, by),
  type: 'ConfirmCorrection',
})

test('one officer corrects the spelling of a name and the telephone, in both places when it is one person', () => {
  const dossier = goneTo('appraise')
  const { dossier: corrected } = after(dossier, contact(dossier))
  expect(corrected.applicant).toMatchObject({ name: 'Nguyễn Thị Hường', phone: '0987654321' })
  expect(corrected.owner).toEqual(corrected.applicant)
  expect(refusedAs(dossier, contact(dossier, { name: 'Nguyễn Thị Hạnh' }))).toBe('identity-needs-two')
  const { name, phone, address } = dossier.applicant
  expect(refusedAs(dossier, contact(dossier, { name, phone, address }))).toBe('nothing-to-correct')
})

test('identity needs a second person; until then nothing has changed', () => {
  const dossier = goneTo('returned')
  const proposing: ProposeCorrection = {
    ...on(dossier),
    type: 'ProposeCorrection',
    what: 'identity',
    party: 'owner',
    name: 'Nguyễn Thị Hạnh',
    idNumber: '100999999',
    ground: 'Căn cước công dân',
  }
  const proposed = after(dossier, proposing).dossier
  expect(proposed.owner.name).toBe('Nguyễn Thị Hương')
  expect(refusedAs(proposed, confirm(proposed, 'lan'))).toBe('second-person-needed')
  expect(refusedAs(proposed, { ...proposing, ...on(proposed) })).toBe('correction-under-way')
  const corrected = after(proposed, confirm(proposed)).dossier
  expect(corrected).toMatchObject({
    stage: 'returned',
    owner: { name: 'Nguyễn Thị Hạnh', idNumber: '100999999' },
  })
  expect(refusedAs(corrected, confirm(corrected))).toBe('no-correction')
  const dropped = after(proposed, { ...on(proposed, 'hung'), type: 'DropCorrection', comment: 'Không đúng' })
  expect(dropped.dossier.owner).toEqual(dossier.owner)
})

test('the lawful due moment moves to the closing of a working day, what was printed stays, and so do the figures in all', () => {
  const dossier = goneTo('appraise')
  const proposing = {
    ...on(dossier),
    type: 'ProposeCorrection',
    what: 'due',
    dueOn: '2019-03-16',
    ground: 'QĐ',
  } as const
  const proposed = after(dossier, proposing).dossier
  const { dossier: corrected, events } = after(proposed, confirm(proposed))
  expect(corrected).toMatchObject({
    lawfulDue: '2019-03-18T10:00:00.000Z',
    dueAtReceipt: '2019-03-08T10:00:00.000Z',
    promisedDue: null,
  })
  expect(
    factsOfHistory(proposed, events).map(({ on: day, measure, count }) => [day, measure, count]),
  ).toEqual([
    ['2019-03-08', 'overdue', -1],
    ['2019-03-18', 'overdue', 1],
  ])
  const ready = goneTo('ready')
  expect(refusedAs(ready, { ...proposing, ...on(ready) })).toBe('not-at-this-stage')
})

test('an erroneous result is put right by another document, once there is one', () => {
  const ready = goneTo('ready')
  const wrong = {
    type: 'ProposeCorrection',
    what: 'result',
    wrong: 'Sai năm sinh',
    documentNumber: '13/TP',
    ground: 'x',
  } as const
  const proposed = after(ready, { ...on(ready), ...wrong }).dossier
  const { events } = after(proposed, confirm(proposed))
  expect(events).toMatchObject([{ type: 'CorrectionConfirmed', corrected: { documentNumber: '13/TP' } }])
  const early = goneTo('appraise')
  expect(refusedAs(early, { ...on(early), ...wrong })).toBe('not-at-this-stage')
})
