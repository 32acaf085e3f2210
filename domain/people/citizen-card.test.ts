import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCitizenCard } from './citizen-card.ts'

const CARD =
  '022188001234|100123456|Nguyễn Thị Hương|05021988|Nữ|Khu 3, Mạo Khê, Đông Triều, Quảng Ninh|01052021'

test('a card is read, with the old number, with an empty one and without', () => {
  const read = {
    number: '022188001234',
    oldNumber: '100123456',
    name: 'Nguyễn Thị Hương',
    bornOn: '1988-02-05',
    sex: 'Nữ',
    address: 'Khu 3, Mạo Khê, Đông Triều, Quảng Ninh',
    issuedOn: '2021-05-01',
  }
  expect(readCitizenCard(CARD).card).toEqual(read)
  expect(readCitizenCard(CARD.replace('100123456', '')).card).toEqual({ ...read, oldNumber: null })
  expect(readCitizenCard(CARD.replace('100123456|', '')).card).toEqual({ ...read, oldNumber: null })
  expect(readCitizenCard(`  ${CARD.normalize('NFD')}\n`).card).toEqual(read)
})

test.each([
  ['', 'not-a-card'],
  ['Nguyễn Thị Hương', 'not-a-card'],
  ['022188001234', 'wrong-parts'],
  ['000.00.12.H49-190305-0001', 'not-a-card'],
  [CARD.replace('Nguyễn Thị Hương', 'Nguyeenx Thij Huwowng'), 'garbled'],
  [CARD.replace('Nguyễn Thị Hương', 'NGUYEENX THIJ HUWOWNG'), 'garbled'],
  [CARD.replace('Nguyễn Thị Hương', 'Nguye64n Thi5 Hu7o7ng'), 'garbled'],
  [CARD.replace('Nguyễn', 'Nguyá»…n'), 'garbled'],
  [CARD.replace('Khu 3, Mạo Khê', 'Khu 3, Máº¡o KhÃª'), 'garbled'],
  [CARD.replace('Hương', 'Hưởơng̃'), 'garbled'],
  [CARD.replaceAll('|', '~'), 'garbled'],
  [CARD.replace('022188001234', '02218800123'), 'garbled'],
  [CARD.replace('022188001234', '022188001234'.replace('88', '89')), 'wrong-number'],
  [CARD.replace('022188001234', '022088001234'), 'wrong-number'],
  [CARD.replace('05021988', '31021988'), 'wrong-date'],
  [CARD.replace('05021988', '0502198'), 'wrong-date'],
  [CARD.replace('01052021', '01051980'), 'wrong-date'],
  [CARD.replace('|Nữ|', '|'), 'wrong-date'],
  [CARD.replace('100123456', '10012345'), 'garbled'],
  [CARD.replace('|Nữ|', '|Nuwx|'), 'garbled'],
  [CARD.replace('|Nữ|', '|Nam|'), 'wrong-number'],
  [CARD.replace('Nguyễn Thị Hương', 'nGUYỄN tHỊ hƯƠNG'), 'garbled'],
  [CARD.replace('Nguyễn Thị Hương', 'Nguyn Th Hng'), 'garbled'],
  [CARD.replace('Nguyễn Thị Hương', 'Nguy?n Th? H??ng'), 'garbled'],
  [CARD.replace('Mạo Khê, Đông Triều', 'Majo Khee, DDoong Trieeuf'), 'garbled'],
  [CARD.replace('Mạo Khê, Đông Triều', 'Mo Kh, ng Triu'), 'garbled'],
  [CARD.replace('Mạo Khê', 'M?o Khê'), 'garbled'],
  [CARD.replaceAll('|', ''), 'not-a-card'],
] as const)('%s is %s', (text, fault) => {
  expect(readCitizenCard(text).fault).toBe(fault)
})

test('a number is kept from a garbled card only when everything else agrees with it', () => {
  expect(readCitizenCard(CARD.replace('Hương', 'Huwowng'))).toEqual({
    fault: 'garbled',
    sureNumber: '022188001234',
  })
  for (const between of ['~', '¦', '\\', 'ł', 'Đ', ' '])
    expect(readCitizenCard(CARD.replaceAll('|', between)), between).toEqual({
      fault: 'garbled',
      sureNumber: '022188001234',
    })
  expect(readCitizenCard(CARD.slice(0, 48))).toMatchObject({
    fault: 'wrong-parts',
    sureNumber: '022188001234',
  })
  expect(readCitizenCard(CARD.replace('022188', '022189'))).toMatchObject({ sureNumber: null })
  expect(readCitizenCard(CARD.replace('022188', '022189').replaceAll('|', '~'))).toMatchObject({
    fault: 'garbled',
    sureNumber: null,
  })
})

test.each([
  "H'Hen Niê",
  'Ksor Phước',
  'Moong Văn Nghệ',
  'Kpă Klơng',
  "K'Brơs",
  'Y Bhiông Êban',
  'Rơ Châm H’Yéo',
  'Nguyễn Thị Ữ Ẵ Ệ',
  'Lê Xoong',
  'PHẠM THỊ MƠ',
  'Ly Y',
])('%s is a name and no garbling', (name) => {
  expect(readCitizenCard(CARD.replace('Nguyễn Thị Hương', name)).card?.name).toBe(name)
})

const name = fc
  .array(
    fc.constantFrom('Nguyễn', 'Thị', 'Ữ', 'Ẵng', 'Đỗ', 'Hà', 'Quốc', 'Phương', 'Ệ', "H'Hen", 'Mỹ', 'Khuê'),
    {
      minLength: 2,
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '))
const born = fc.record({
  year: fc.integer({ min: 1900, max: 2010 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})
const two = (number: number) => String(number).padStart(2, '0')
const card = fc
  .record({
    province: fc.nat(96),
    serial: fc.nat(999_999),
    isWoman: fc.boolean(),
    born,
    name,
    old: fc.option(fc.nat(999_999_999)),
  })
  .map(({ province, serial, isWoman, born, name, old }) => {
    const century = 2 * (Math.floor(born.year / 100) - 19) + (isWoman ? 1 : 0)
    const number = `${String(province).padStart(3, '0')}${century}${two(born.year % 100)}${String(serial).padStart(6, '0')}`
    const oldNumber = old === null ? null : String(old).padStart(9, '0')
    const text = [
      number,
      oldNumber ?? '',
      name,
      `${two(born.day)}${two(born.month)}${born.year}`,
      isWoman ? 'Nữ' : 'Nam',
      'Khu 3, Mạo Khê',
      '01052021',
    ].join('|')
    return { text, number, oldNumber, name }
  })

test('whatever a card says is read as it stands', () => {
  fc.assert(
    fc.property(card, ({ text, number, oldNumber, name }) => {
      expect(readCitizenCard(text).card).toMatchObject({ number, oldNumber, name })
    }),
  )
})

test('a card with one character lost, doubled or changed is never silently that of another number', () => {
  const harm = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('lose', 'double', 'change'),
    by: fc.constantFrom(...'0123456789|w~'),
  })
  fc.assert(
    fc.property(card, harm, ({ text, number }, { at, how, by }) => {
      const place = at % 12
      const cut = { lose: '', double: text.charAt(place).repeat(2), change: by }[how] ?? ''
      const harmed = text.slice(0, place) + cut + text.slice(place + 1)
      const read = readCitizenCard(harmed)
      // A digit of the serial changed for another cannot be told by anybody; everything else can.
      if (read.card && place < 6 && place > 2) expect(read.card.number).toBe(number)
      if (read.card) expect(read.card.number).toHaveLength(12)
      if (how !== 'change' && harmed !== text) expect(read.card).toBeUndefined()
    }),
  )
})

const TELEX: { readonly [mark: string]: string } = {
  '\u0301': 's',
  '\u0300': 'f',
  '\u0309': 'r',
  '\u0303': 'x',
  '\u0323': 'j',
  '\u0306': 'w',
  '\u031b': 'w',
}
const VNI: { readonly [mark: string]: string } = {
  '\u0301': '1',
  '\u0300': '2',
  '\u0309': '3',
  '\u0303': '4',
  '\u0323': '5',
  '\u0302': '6',
  '\u031b': '7',
  '\u0306': '8',
}
/** What scanners and input methods are known to make of a card. */
const GARBLERS: { readonly [how: string]: (text: string) => string } = {
  'keys of Telex': (text) =>
    text
      .normalize('NFD')
      .replace(/đ/gi, (letter) => letter.replace(/./, letter === 'đ' ? 'dd' : 'DD'))
      .replace(/(\p{L})([\u0300-\u036f]+)/gu, (_, letter: string, marks: string) => {
        const keys = [...marks].map((mark) => TELEX[mark] ?? '').join('')
        return `${letter}${marks.includes('\u0302') ? letter : ''}${keys}`
      }),
  'keys of VNI': (text) =>
    text
      .normalize('NFD')
      .replace(/đ/gi, 'd9')
      .replace(/[\u0300-\u036f]/gu, (mark) => VNI[mark] ?? ''),
  'letters without a key lost': (text) => text.replace(/[^\x20-\x7e]/g, ''),
  'letters without a key as ?': (text) => text.replace(/[^\x20-\x7e]/g, '?'),
  'a Western character set': (text) => new TextDecoder('latin1').decode(new TextEncoder().encode(text)),
  'Caps Lock': (text) =>
    text.replace(/\p{L}/gu, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    ),
  'another key for the bar': (text) => text.replaceAll('|', '~'),
  'the digits on their other layer': (text) =>
    text.replace(/\d/g, (digit) => ')!@#$%^&*('.charAt(Number(digit))),
}

test.each(Object.entries(GARBLERS))('a card garbled by %s is never read as another person', (_, garble) => {
  fc.assert(
    fc.property(card, ({ text, number, name }) => {
      const read = readCitizenCard(garble(text))
      if (read.card) expect([read.card.number, read.card.name]).toEqual([number, name])
      else expect([null, number]).toContain(read.sureNumber)
    }),
  )
})
