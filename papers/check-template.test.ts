import { expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { gatherTemplate, templateFaults } from './check-template.ts'
import type { OwnTemplate } from './print.ts'
import { printForm } from './print-form.ts'
import { SAMPLE_AT, SAMPLES } from './samples.ts'

const HEAD = '#import "/sheet.typ": *\n#let data = json("/data.json")\n#show: paper.with(data)\n'
const GOOD = `${HEAD}#import "ours.typ": mark\n#fitted(data, copy => { head(data.office, data.placeAndDate); title(data.form.title); mark; [Kính gửi #data.applicant.name] })\n`
const OURS = '#let mark = [Mẫu riêng của Trung tâm]\n'

function gathered(text: string, besides: { [name: string]: string } = {}) {
  return gatherTemplate('phieu.typ', new Map(Object.entries({ 'phieu.typ': text, ...besides })))
}

function checked(text: string, besides: { [name: string]: string } = {}) {
  const template = gathered(text, besides)
  return 'main' in template ? templateFaults('phieu_bo_sung', template) : template
}

test('a good template of several files is printed with, the house’s own untouched', async () => {
  expect(checked(GOOD, { 'ours.typ': OURS })).toEqual([])
  const own = gathered(GOOD, { 'ours.typ': OURS, 'another.typ': 'x' }) as OwnTemplate
  expect(Object.keys(own.files)).toEqual(['phieu.typ', 'ours.typ'])
  const asked = {
    key: 'phieu_bo_sung',
    receivedAt: SAMPLE_AT,
    madeAt: SAMPLE_AT,
    data: SAMPLES.phieu_bo_sung(),
  } as const
  const [house, ours, again] = await Promise.all([
    printForm(asked),
    printForm({ ...asked, own }),
    printForm(asked),
  ])
  if (isRefusal(house) || isRefusal(ours) || isRefusal(again)) throw new Error('refused')
  expect(Buffer.compare(house.bytes, again.bytes)).toBe(0)
  expect(Buffer.compare(house.bytes, ours.bytes)).not.toBe(0)
})

test.each([
  ['a word it does not know', `${HEAD}\n#nothing\n`, 'phieu.typ', 5],
  ['data the form does not have', `${HEAD}#data.nothing\n`, 'phieu.typ', 4],
  ['a bracket left open', `${HEAD}#text(size: 12pt, [a]\n`, 'phieu.typ', 4],
  ['a file outside its folder', `${HEAD}#read("../../package.json")\n`, 'phieu.typ', 4],
  ['a file of the machine', `${HEAD}#read("/etc/passwd")\n`, 'phieu.typ', 4],
  ['a package from the net', `${HEAD}#import "@preview/cetz:0.2.0": *\n`, 'phieu.typ', 4],
  [
    'a package whose name is put together',
    `${HEAD}#let p = "@pre"\n#import (p + "view/cetz:0.2.0")\n`,
    'phieu.typ',
    5,
  ],
  ['code made of text', `${HEAD}#eval("imp" + "ort x")\n`, 'phieu.typ', 4],
  ['a file that is not there', `${HEAD}#include "none.typ"\n`, 'phieu.typ', 4],
  ['a mistake in a file it takes in', `${HEAD}#import "ours.typ": mark\n#mark()\n`, 'ours.typ', 2],
])('%s is found with file and line', (_, text, file, line) => {
  const faults = checked(text, { 'ours.typ': '#let mark() = {\n  1 + "a"\n}\n' })
  expect(faults[0]).toMatchObject({ file, line })
})
