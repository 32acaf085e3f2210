import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCitizenCard } from '#domain/people/citizen-card.ts'
import { pastedRows } from './batch-rows.ts'
import { MyselfToState } from './citizen.ts'
import { FeedbackToSend } from './feedback.ts'
import { RepresentationToState } from './representation.ts'
import { anyText, lines, text } from './text.ts'

/** One name as keyboards, telephones and old fonts write it. */
const WRITTEN = [
  ['composed', 'Đoàn Thị Nguyễn'],
  ['decomposed', 'Đoàn Thị Nguyễn'.normalize('NFD')],
  ['with the tones of Windows-1258', 'Đoa\u0300n Thi\u0323 Nguyê\u0303n'],
  ['with the tone before the hat', 'Đoa\u0300n Thi\u0323 Nguye\u0303\u0302n'],
  ['with an Icelandic Ð', 'Ðoàn Thị Nguyễn'],
] as const
const KEPT = 'Đoàn Thị Nguyễn'
const ID = '01a21c5d-ced0-7392-b143-bb5b0124be34'
const CARD = '022188001234||NAME|05021988|Nữ|Khu 3, Mạo Khê, Đông Triều, Quảng Ninh|01062021'

describe.each(WRITTEN)('a name %s', (_, name) => {
  test('is one and the same at every border', () => {
    const stated = { name, bornOn: '1990-05-06' }
    expect([
      text(120).parse(name),
      anyText(120).parse(` ${name} `),
      lines(120).parse(`${name}\r\n`),
      MyselfToState.parse(stated).name,
      FeedbackToSend.parse({ id: ID, kind: 'remark', text: 'x', name }).name,
      RepresentationToState.parse({ ...stated, id: ID, kind: 'child' }).name,
    ]).toEqual(Array.from({ length: 6 }, () => KEPT))
  })

  test('is so in rows that were pasted and on the card that was scanned', () => {
    const { rows } = pastedRows(`${name}\t022188001234`)
    expect(rows[0]?.ownerName).toBe(KEPT)
    const read = readCitizenCard(CARD.replace('NAME', name))
    expect(read.card?.name ?? read.fault).toBe(KEPT)
  })
})

test('whatever is typed is kept composed, and kept again it is the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (typed) => {
      const { data } = text(1000).safeParse(typed)
      if (data === undefined) return
      expect(data).toBe(data.normalize('NFC'))
      expect(text(1000).parse(data)).toBe(data)
    }),
  )
})
