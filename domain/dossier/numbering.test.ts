import { expect, test } from 'vitest'
import { capacityLines } from '#domain/people/may.ts'
import { after, aLaw, aNumber, aProcedure, goneTo, stepCommand, underItsNumber } from './a-dossier.ts'
import type { ChangeCommand } from './commands.ts'
import { stateOfNumber, typeOfLetter, typeOfResult, writtenNumber } from './document-number.ts'
import { under } from './decide.ts'
import { type Dossier, evolve } from './dossier.ts'
import { voidedBy } from './numbering.ts'

const GP = { key: 'gp', name: 'Giấy phép', symbol: 'GP-UBND' }
const TB = { key: 'tbtc', name: 'Thông báo', symbol: 'TBTC-UBND' }
const law = aLaw({ procedure: aProcedure({ documents: { result: GP, refusal: TB } }) })
const outside = aLaw()
const on = ({ version, step, lastEventAt: at }: Dossier) => ({
  id: 'x',
  version,
  step,
  at,
  by: { staff: 'van', unit: 'HCC-VT', post: 'seal-keeper' as const },
})
const tries = (dossier: Dossier, command: ChangeCommand, by = law) => under(by).decide(dossier, command)
const sealing = (dossier: Dossier) => underItsNumber(dossier, stepCommand(dossier, 'seal'))

test.each([
  [5, '05/GP-UBND'],
  [10, '10/GP-UBND'],
  [123, '123/GP-UBND'],
])('number %i is written %s', (number, written) => expect(writtenNumber(number, GP.symbol)).toBe(written))

test.each([
  [{ form: 'TUQ', principal: 'Chủ tịch', position: 'Trưởng phòng' }, ['TUQ. CHỦ TỊCH', 'TRƯỞNG PHÒNG']],
  [{ form: 'KT', principal: 'Chủ tịch', position: 'Phó Chủ tịch' }, ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  [{ form: 'TM', principal: 'Ủy ban nhân dân', position: 'Chủ tịch' }, ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
  [{ form: null, principal: null, position: 'Giám đốc' }, ['GIÁM ĐỐC']],
] as const)('the lines over a signature', (capacity, lines) => expect(capacityLines(capacity)).toEqual(lines))

test('a refusal is a document of its own type; what names none is numbered outside', () => {
  expect(typeOfResult(law.procedure, {})).toBe(GP)
  expect(typeOfResult(law.procedure, { refusal: {} })).toBe(TB)
  expect(typeOfResult(outside.procedure, {})).toBeNull()
})

test('numbered, it waits at the seal and is sealed under that very number', () => {
  const lying = goneTo('seal', law)
  const number = aNumber(lying)
  const waiting = after(lying, { ...on(lying), type: 'NumberResult', number }, law)
  expect(waiting.events).toEqual([
    { type: 'ResultNumbered', at: lying.lastEventAt, by: on(lying).by, step: 'seal', number },
  ])
  expect(waiting.dossier).toMatchObject({ step: 'seal', number })
  expect(tries(waiting.dossier, { ...on(waiting.dossier), type: 'NumberResult', number })).toMatchObject({
    refused: 'numbered-already',
  })
  const sealed = after(waiting.dossier, sealing(waiting.dossier), law)
  expect(sealed.events).toMatchObject([{ type: 'ResultSealed', documentNumber: number.written }])
  expect(sealed.dossier.number).toEqual({ ...number, sealedAt: lying.lastEventAt })
})

test('sealed without a number it is numbered in the same act, and never under one that is typed', () => {
  const lying = goneTo('seal', law)
  expect(after(lying, sealing(lying), law).events.map(({ type }) => type)).toEqual([
    'ResultNumbered',
    'ResultSealed',
  ])
  expect(tries(lying, stepCommand(lying, 'seal'))).toMatchObject({ refused: 'number-from-the-book' })
  expect(tries(lying, { ...on(lying), type: 'SealResult' })).toMatchObject({ refused: 'number-needed' })
})

test('what another body numbers is sealed under the number that is typed', () => {
  const lying = goneTo('seal', outside)
  const number = aNumber(lying)
  const numbering = { ...on(lying), type: 'NumberResult', number } as const
  expect(tries(lying, numbering, outside)).toMatchObject({ refused: 'numbered-outside' })
  expect(tries(lying, { ...on(lying), type: 'SealResult' }, outside)).toMatchObject({
    refused: 'number-needed',
  })
  expect(tries(lying, { ...on(lying), type: 'SealResult', number }, outside)).toMatchObject({
    refused: 'number-needed',
  })
  const { events } = after(lying, stepCommand(lying, 'seal'), outside)
  expect(events).toMatchObject([{ type: 'ResultSealed', documentNumber: '12/TP' }])
})

test('not before the approval, and not at another step', () => {
  const before = goneTo('approve', law)
  const number = aNumber(before)
  expect(tries(before, { ...on(before), type: 'NumberResult', number })).toMatchObject({
    refused: 'not-approved',
  })
})

test('a number given up is gone from the dossier, and the next is another; without one there is nothing to give up', () => {
  const lying = goneTo('seal', law)
  expect(tries(lying, { ...on(lying), type: 'VoidNumber', reason: 'In hỏng' })).toMatchObject({
    refused: 'not-numbered',
  })
  const first = aNumber(lying)
  const waiting = after(lying, { ...on(lying), type: 'NumberResult', number: first }, law).dossier
  const given = after(waiting, { ...on(waiting), type: 'VoidNumber', reason: 'In hỏng' }, law)
  expect(given.events).toMatchObject([{ type: 'NumberVoided', number: first.id, reason: 'In hỏng' }])
  expect(given.dossier).not.toHaveProperty('number')
  expect(given.dossier.numbersVoid).toBe(1)
  expect(aNumber(given.dossier).id).not.toBe(first.id)
})

test('sent back or refused, the number of what is done anew is void for that reason', () => {
  const lying = after(
    goneTo('seal', law),
    { ...on(goneTo('seal', law)), type: 'NumberResult', number: aNumber(goneTo('seal', law)) },
    law,
  ).dossier
  const at = lying.lastEventAt
  const by = on(lying).by
  const holder = { kind: 'list', unit: 'TP', post: 'handler', staff: null } as const
  const moved = { at, by, step: 'seal', next: 'appraise', holder }
  expect(voidedBy(lying, { ...moved, type: 'StepSentBack', comment: 'Sai tên' })).toEqual({
    document: 'result',
    id: null,
    reason: 'Sai tên',
  })
  const refusing = {
    ...moved,
    type: 'RefusalProposed',
    reason: 'Đất tranh chấp',
    ground: 'Luật',
    instead: null,
  } as const
  expect(voidedBy(lying, refusing)).toMatchObject({ document: 'result', reason: 'Đất tranh chấp' })
  expect(evolve(lying, refusing)).not.toHaveProperty('number')
  expect(voidedBy(lying, { at, by, step: 'seal', type: 'ApologyDropped', comment: 'Kịp' })).toBeNull()
})

test('a number is used once its document is out, void for ever, and waits otherwise', () => {
  const number = aNumber(goneTo('seal', law))
  const stage = 'in-process'
  const line = { id: number.id, document: 'result', isVoid: false } as const
  const letter = { ...line, document: 'apology' } as const
  const sealed = { stage, number: { ...number, sealedAt: '2019-03-05T01:00:00.000Z' } } as const
  expect(stateOfNumber(line, { stage, number })).toBe('waiting')
  expect(stateOfNumber(line, { stage })).toBe('waiting')
  expect(stateOfNumber(line, null)).toBe('waiting')
  expect(stateOfNumber(line, sealed)).toBe('used')
  expect(stateOfNumber({ ...line, isVoid: true }, sealed)).toBe('void')
  expect(stateOfNumber(letter, { stage, apology: { number } })).toBe('waiting')
  expect(stateOfNumber(letter, { stage, apologiesSent: 1 })).toBe('used')
  expect(stateOfNumber(letter, { stage, apologiesSent: 1, apology: { number } })).toBe('waiting')
})

test.each([
  ['result', 'stopped', 'void'],
  ['result', 'returned', 'void'],
  ['result', 'ready', 'waiting'],
  ['stop', 'stopped', 'used'],
  ['stop', 'returned', 'void'],
  ['stop', 'awaiting-citizen', 'waiting'],
] as const)(
  'a number taken for a %s that was cut off, of a dossier that is %s: %s',
  (document, stage, state) => {
    expect(stateOfNumber({ id: 'cut', document, isVoid: false }, { stage })).toBe(state)
  },
)

test('a letter is of the type the newest version that names one says; without one it is numbered elsewhere', () => {
  const [old, now] = [
    { ...TB, symbol: 'TB-HCC' },
    { ...TB, symbol: 'TB-PVHCC' },
  ]
  const versions = [{}, { documents: { stop: old } }, { documents: { stop: now, result: GP } }]
  expect(typeOfLetter(versions, 'stop')).toBe(now)
  expect(typeOfLetter([...versions, { documents: { result: GP } }], 'stop')).toBe(now)
  expect(typeOfLetter(versions, 'apology')).toBeNull()
})

test('a dossier is stopped by a notice under its number', () => {
  const lying = goneTo('appraise', law)
  const given = {
    why: 'asked-by-citizen',
    reason: 'Rút hồ sơ',
    ground: 'Đơn',
    papersReturned: 'Không',
  } as const
  const stopping = { ...on(lying), type: 'StopDossier', ...given, money: 'nothing-paid' } as const
  const number = aNumber(lying, 'stop')
  expect(after(lying, { ...stopping, number }, law).events).toMatchObject([
    { type: 'DossierStopped', number },
  ])
  expect(after(lying, stopping, law).events[0]).not.toHaveProperty('number')
})
