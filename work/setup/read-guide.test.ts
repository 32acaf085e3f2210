import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readCentreDirectory } from '#store/centre-files.ts'
import { faultLine } from '#web/words/import-vi.ts'
import { parseCentreFiles } from './read-centre-files.ts'

const DIRECTORY = fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url))
const files = (await readCentreDirectory(DIRECTORY)) ?? []
const { data } = parseCentreFiles(files)
const guide = data?.guide ?? []

/** What is said of the files when a line is added to one of them. */
function saidOf(name: string, line: string) {
  const changed = files.map((file) => (file.name === name ? { name, text: `${file.text}${line}\n` } : file))
  const { faults, warnings } = parseCentreFiles(changed)
  return { faults: faults.map(faultLine), warnings: warnings.map(faultLine) }
}

test('every procedure has a name in English, and every field and agency too', () => {
  const english = new Set(guide.flatMap((one) => (one.kind === 'english' ? [one.key] : [])))
  const named = new Set(guide.flatMap((one) => (one.kind === 'plain-name' ? [one.key] : [])))
  const agencies = new Map(data?.units.map(({ code, name }) => [code, name]))
  for (const { key, content } of data?.procedures ?? []) {
    expect(named).toContain(key)
    // A word of both languages.
    if (content.field !== 'Karaoke') expect(english).toContain(content.field)
    expect(english).toContain(agencies.get(content.unit))
  }
})

test('every paper asked for under a condition says for whom it is', () => {
  const told = new Set(guide.flatMap((one) => (one.kind === 'paper-condition' ? [one.key] : [])))
  const asked = data?.procedures.flatMap(({ key, content }) =>
    content.cases.flatMap(({ components }) =>
      components.filter(({ isRequired }) => !isRequired).map((one) => `${key} ${one.key}`),
    ),
  )
  expect([...new Set(asked)].filter((one) => !told.has(one))).toEqual([])
})

test('nothing people say is said twice with procedures, so that it is clear what comes first', () => {
  const said = guide.flatMap((one) =>
    one.kind === 'everyday-words' && one.content.procedures.length > 0 ? one.content.said : [],
  )
  expect(said.filter((one, at) => said.indexOf(one) !== at)).toEqual([])
})

test('every life event has steps in both languages', () => {
  const events = guide.flatMap((one) => (one.kind === 'life-event' ? [one.content] : []))
  expect(events).toHaveLength(20)
  for (const { steps, name, lead } of events) {
    expect(steps.length).toBeGreaterThan(1)
    for (const text of [name, lead, ...steps.map(({ hint }) => hint)])
      expect(text.vi && text.en && text.vi !== text.en).toBeTruthy()
  }
})

test.each([
  [
    'everyday-words.csv',
    'x,,khong-co,,,',
    'everyday-words.csv:217: procedures: không có thủ tục “khong-co” trong procedures',
  ],
  ['life-event-steps.csv', 'sinh-con,khong-co,,,a,b,', 'không có thủ tục “khong-co” trong procedures'],
  ['paper-conditions.csv', '2.000635,khong-co,a,b', 'không thủ tục nào có giấy tờ “khong-co”'],
  ['plain-names.csv', 'khong-co,,x', 'không có thủ tục “khong-co” trong procedures'],
])('%s with “%s” is warned of, and still read', (name, line, expected) => {
  const { faults, warnings } = saidOf(name, line)
  expect(faults).toEqual([])
  expect(warnings.join()).toContain(expected)
})

test.each([
  ['life-event-steps.csv', 'khong-co,2.000635,,,a,b,', 'không có sự kiện “khong-co” trong life-events'],
  [
    'life-event-steps.csv',
    'sinh-con,2.000635,Làm ở xã,At the commune,a,b,',
    'ghi procedure (thủ tục của danh mục) hoặc title',
  ],
  ['life-event-steps.csv', 'sinh-con,,,,a,b,', 'ghi procedure (thủ tục của danh mục) hoặc title'],
  ['plain-words.csv', 'HỘ TỊCH,a,b', '“hộ tịch” đã có'],
  ['life-events.csv', 'sinh-con,a,b,c,d', '“sinh-con” đã có ở dòng 2'],
  ['english.csv', 'Đất đai,Soil', '“Đất đai” đã có'],
  ['plain-words.csv', 'từ mới,,', 'plain: không được bỏ trống'],
])('%s with “%s” is a fault', (name, line, expected) => {
  expect(saidOf(name, line).faults.join()).toContain(expected)
})

test('a centre can do without a guide', () => {
  const GUIDE = [
    'everyday-words',
    'life-events',
    'life-event-steps',
    'plain-words',
    'plain-names',
    'paper-conditions',
    'english',
  ]
  const read = parseCentreFiles(files.filter(({ name }) => !GUIDE.includes(name.replace('.csv', ''))))
  expect(read.faults).toEqual([])
  expect(read.data?.guide).toEqual([])
})
