import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DossierToReceive, StepToSendBack } from '#shapes/dossier-commands.ts'
import { vi } from '../words/vi.ts'
import { first, newCommandId, readForm, type Typed, typedIn } from './form.ts'

const typed = (fields: { readonly [name: string]: string | readonly string[] }): Typed => ({
  fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()])),
  files: [],
})

test('a dossier is read from the form as the API reads it from JSON', () => {
  const id = newCommandId()
  const read = readForm(
    typed({
      id,
      procedure: '1.004979',
      channel: 'counter',
      placeOfReceipt: 'HCC-TN',
      'applicant.kind': 'citizen',
      'applicant.name': 'Nguyễn Thị Ữ',
      'applicant.idNumber': '',
      'applicant.phone': '0912345678',
      'components.0.component': 'don',
      'components.0.original': '1',
      'components.10.component': 'can-cuoc',
      'components.10.copy': '2',
      'components.2.component': 'hop-dong',
      copiesWanted: '3',
      'returnWish.way': 'post',
      'returnWish.address': 'Khu 3, Mạo Khê',
    }),
    DossierToReceive,
    vi,
  )
  expect(read.value).toMatchObject({
    id,
    applicant: { name: 'Nguyễn Thị Ữ', idNumber: null, phone: '0912345678' },
    owner: null,
    components: [
      { component: 'don', original: 1, copy: 0 },
      { component: 'hop-dong', original: 0 },
      { component: 'can-cuoc', copy: 2 },
    ],
    copiesWanted: 3,
    returnWish: { way: 'post', address: 'Khu 3, Mạo Khê' },
  })
})

test('each fault stands at its field, in words of the field where it has them', () => {
  const { faults } = readForm(
    typed({
      id: newCommandId(),
      procedure: '1.004979',
      channel: 'fax',
      placeOfReceipt: 'HCC-TN',
      'applicant.kind': 'citizen',
      'applicant.phone': '12',
      'components.0.component': 'don',
      'components.0.original': 'hai',
    }),
    DossierToReceive,
    vi,
  )
  const said = Object.fromEntries((faults ?? []).map((one) => [one.field, one.text]))
  expect(said['applicant.name']).toBe('Thiếu mục này.')
  expect(said['applicant.phone']).toBe(vi.desk.shell.formats.phone)
  expect(said['channel']).toContain('counter')
  expect(said['components.0.original']).toBeDefined()
  expect(Object.keys(said)).toHaveLength(4)
})

test('boxes ticked are a list, one or many, and a box for yes is true', () => {
  const shape = z.strictObject({ codes: z.array(z.string()), isAll: z.boolean().default(false) })
  expect(readForm(typed({ codes: 'A' }), shape, vi).value).toEqual({ codes: ['A'], isAll: false })
  expect(readForm(typed({ codes: ['A', 'B'], isAll: 'on' }), shape, vi).value).toEqual({
    codes: ['A', 'B'],
    isAll: true,
  })
})

test('no names and values make anything but a value or faults', () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom(
      '__proto__.x',
      'constructor.prototype',
      'a.b.c',
      'id',
      'id.0',
      'step',
      'version',
      'version.0',
    ),
  )
  fc.assert(
    fc.property(fc.dictionary(name, fc.array(fc.string(), { minLength: 1, maxLength: 3 })), (fields) => {
      const read = readForm({ fields, files: [] }, StepToSendBack, vi)
      expect((read.faults?.length ?? 0) > 0).toBe(read.value === undefined)
      expect(Object.prototype).not.toHaveProperty('x')
    }),
  )
})

test('files and texts of a form are told apart', () => {
  const form = new FormData()
  form.append('note', 'một')
  form.append('note', 'hai')
  form.append('scan', new File(['x'], 'đơn.pdf'))
  form.append('empty', new File([], ''))
  const read = typedIn(form)
  expect(read.fields).toEqual({ note: ['một', 'hai'] })
  expect(read.files.map(({ name, file }) => [name, file.name])).toEqual([['scan', 'đơn.pdf']])
  expect([first(read, 'note'), first(read, 'nothing')]).toEqual(['một', ''])
})
