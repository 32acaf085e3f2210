import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { placed } from '#domain/procedure/placing.ts'
import { processFaults } from '#domain/procedure/process.ts'
import { type CentreFile, readCentreDirectory } from '#store/centre-files.ts'
import { faultLine } from '#web/words/import-vi.ts'
import type { ImportFaultCode } from '#shapes/import-fault.ts'
import { parseCentreFiles, readCentreFiles } from './read-centre-files.ts'

const DIRECTORY = fileURLToPath(new URL('../../centres/dong-trieu', import.meta.url))
const files = (await readCentreDirectory(DIRECTORY)) ?? []
const { data, faults, warnings } = parseCentreFiles(files)
const all =
  data?.procedures.map(({ key, content }) => {
    return { key, version: 1, from: '2019-01-01', until: null, ...content }
  }) ?? []
/** What the centre publishes: of these the article tells the counts. */
const procedures = all.filter(({ ownerKind }) => ownerKind !== 'commune')
const ofCommunes = all.filter(({ ownerKind }) => ownerKind === 'commune')
const count = (is: (one: (typeof procedures)[number]) => boolean) => procedures.filter(is).length

test('the files of Đông Triều have no fault, and no process is longer than its limit', () => {
  expect(faults.map(faultLine)).toEqual([])
  expect(warnings.map(faultLine)).toEqual([])
})

test.each([
  ['procedures', 387, () => true],
  ['of the town', 303, (one) => one.ownerKind === 'town'],
  ['of social insurance', 28, (one) => one.ownerKind === 'social_insurance'],
  ['of tax', 25, (one) => one.ownerKind === 'tax'],
  ['of the police', 9, (one) => one.ownerKind === 'police'],
  ['of electricity', 21, (one) => one.ownerKind === 'electricity'],
  ['of water', 1, (one) => one.ownerKind === 'water'],
  ['of the town five on the spot', 303, (one) => one.ownerKind === 'town' && one.isFiveOnTheSpot],
  ['of the town at level 3 or 4', 243, (one) => one.ownerKind === 'town' && one.level >= 3],
  ['of the town by post', 254, (one) => one.ownerKind === 'town' && one.isPostal],
  ['with a code', 264, (one) => one.code !== null],
  ['with a code that was seen', 115, (one) => one.isCodeVerified],
  [
    'with a fee that is not determined',
    96,
    ({ cases }) => cases.some(({ fee }) => fee.any.kind === 'undetermined'),
  ],
  [
    'with a case settled on the same day',
    33,
    ({ cases }) => cases.some(({ limit }) => limit.any.kind === 'same-day'),
  ],
  ['sure', 300, (one) => one.confidence === 'high'],
  ['without papers', 0, ({ cases }) => cases.some(({ components }) => components.length === 0)],
] as [string, number, (one: (typeof procedures)[number]) => boolean][])('%s: %i', (_, expected, is) => {
  expect(count(is)).toBe(expected)
})

test('every procedure has a process that can be run', () => {
  expect(all.filter(({ steps }) => processFaults(steps).length > 0).map(({ key }) => key)).toEqual([])
})

test('every post a process needs is filled', () => {
  const filled = new Set(data?.appointments.map(({ post, unit }) => `${post} ${unit}`))
  const needed = new Set(procedures.flatMap(({ steps }) => steps.map(({ post, unit }) => `${post} ${unit}`)))
  expect([...needed].filter((one) => !filled.has(one))).toEqual([])
})

test('each of the 21 communes and wards has a desk whose people do all steps of its procedures', () => {
  const filled = new Set(data?.appointments.map(({ post, unit }) => `${post} ${unit}`))
  const desks = data?.desks.filter(({ kind }) => kind === 'commune').map(({ unit }) => unit) ?? []
  expect(desks).toHaveLength(21)
  expect(ofCommunes).toHaveLength(10)
  for (const unit of desks)
    for (const { steps } of ofCommunes.map((one) => placed(one, { unit, placeOfReceipt: unit })))
      expect(steps.filter((step) => step.unit !== unit || !filled.has(`${step.post} ${unit}`))).toEqual([])
  expect(data?.targets.map(({ of, early }) => [of, early])).toEqual([
    ['town', 9000],
    ['communes', 9800],
  ])
})

test('every approver holds a mandate for the unit', () => {
  const approvers = data?.appointments.filter(({ post }) => post === 'approver') ?? []
  const mandated = new Set(data?.mandates.map(({ login, unit }) => `${login} ${unit}`))
  expect(approvers.filter(({ login, unit }) => !mandated.has(`${login} ${unit}`))).toEqual([])
})

test('the weights come to a thousand', () => {
  expect(procedures.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1000, 2)
})

test('ten forms and a general one are modelled, and the processes that were found are those of the busiest procedures', () => {
  const own = procedures.filter(({ processEvidence }) => !processEvidence?.source.startsWith('dựng lại'))
  expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThan(600)
  expect(data?.forms).toHaveLength(11)
  expect(count(({ form }) => form !== null)).toBeGreaterThanOrEqual(10)
})

test('keys stay what they are: the national code, otherwise unit and name', () => {
  for (const { key, code, unit } of procedures)
    expect(code === null ? key.startsWith(`${unit.toLowerCase()}-`) : key === code).toBe(true)
  expect(procedures.map(({ key }) => key)).toContain('tp-cong-nhan-bao-cao-vien-phap-luat-huyen')
})

test.each([
  ['2.000635', 'default', { kind: 'per-copy', dong: 8000 }, { kind: 'same-day', cutOffMinute: 900 }],
  ['2.000748', 'default', { kind: 'undetermined' }, { kind: 'civil-days', days: 3 }],
  ['2.000815', 'two-pages', { kind: 'per-copy', dong: 4000 }, { kind: 'same-day', cutOffMinute: 900 }],
  ['2.000815', 'large-request', { kind: 'per-page', laterDong: 1000 }, { kind: 'civil-days', days: 2 }],
  ['2.000620', 'organisation', { kind: 'fixed', dong: 1_200_000 }, { kind: 'civil-days', days: 10 }],
  ['2.000620', 'household', { kind: 'fixed', dong: 400_000 }, { kind: 'civil-days', days: 10 }],
  ['1.002759', 'card-same', { kind: 'free' }, { kind: 'same-day', cutOffMinute: 900 }],
  ['1.002759', 'card-change', { kind: 'free' }, { kind: 'civil-days', days: 3 }],
  ['2.000889', 'hard-area', { kind: 'undetermined' }, { kind: 'calendar-days', days: 20 }],
  ['1.004946', 'default', { kind: 'free' }, { kind: 'working-hours', minutes: 240 }],
  ['2.000282', 'default', { kind: 'free' }, { kind: 'immediate' }],
  ['1.005388', 'default', { kind: 'undetermined' }, { kind: 'not-set' }],
])('%s, case %s: fee %o, limit %o', (key, name, fee, limit) => {
  const found = procedures.find((one) => one.key === key)?.cases.find((one) => one.key === name)
  expect(found?.fee.any).toMatchObject(fee)
  expect(found?.limit.any).toEqual(limit)
})

test('a paper that only one case asks for is asked for there alone', () => {
  const cases = procedures.find(({ key }) => key === '1.001612')?.cases ?? []
  const asks = cases.map(({ key, components }) => [
    key,
    components.some(({ name }) => name.startsWith('Biên bản họp')),
  ])
  expect(asks).toEqual([
    ['individual', false],
    ['household', false],
    ['group', true],
  ])
})

test('a channel can have a time and a fee of its own within a case', () => {
  const rows =
    '2.000748,default,Thông thường,,,,,,,,,,,,,high,test\n2.000748,default,,online,2,working,,10000,,,,,,,Giảm khi nộp trực tuyến,low,test\n2.000748,default,,post,,,,0,,,,,,,Miễn,low,test\n'
  const read = parseCentreFiles(edited('cases.csv', /$/, rows))
  expect(read.faults.map(faultLine)).toEqual([])
  const [only] = read.data?.procedures.find(({ key }) => key === '2.000748')?.content.cases ?? []
  expect(only?.limit).toEqual({
    any: { kind: 'civil-days', days: 3 },
    channels: { online: { kind: 'civil-days', days: 2 } },
  })
  expect(only?.fee).toMatchObject({
    any: { kind: 'undetermined' },
    channels: { online: { kind: 'fixed', dong: 10_000 }, post: { kind: 'free', note: 'Miễn' } },
  })
})

test('copies are certified by cases of so many pages, and entered in their own register', () => {
  const copies = procedures.find(({ key }) => key === '2.000815')
  expect(copies?.cases.map(({ key, pages }) => [key, pages])).toEqual([
    ['one-page', { from: 1, to: 1 }],
    ['two-pages', { from: 2, to: 2 }],
    ['three-pages-up', { from: 3, to: null }],
    ['large-request', undefined],
  ])
  expect(copies?.certification).toEqual({ key: 'copy', name: 'Sổ chứng thực bản sao từ bản chính' })
  expect(procedures.filter(({ certification }) => certification)).toHaveLength(11)
})

test('results are documents of one type, with those of letters; what another body numbers has none', () => {
  const of = (key: string) => procedures.find((one) => one.key === key)?.documents
  expect(of('1.004979')).toMatchObject({
    result: { key: 'gxn', symbol: 'GXN-UBND' },
    refusal: { key: 'tb', symbol: 'TB-UBND' },
    apology: { key: 'pxl' },
    stop: { key: 'tb', symbol: 'TB-HCC' },
  })
  const any = expect.anything()
  expect(of('2.000815')).toEqual({ refusal: any, apology: any, stop: any })
  expect(of('1.008498')).toBeUndefined()
  const twice = parseCentreFiles(edited('document-types.csv', '1.004979', '1.004979 1.004979 9.999999'))
  expect(twice.faults.map(({ code }) => code)).toEqual(['key-twice', 'no-such-procedure'])
})

test('papers of one type have one sequence and name, whatever the symbol of who issues; a type stands once a kind', () => {
  const renamed = parseCentreFiles(
    edited('document-types.csv', 'tb,Thông báo,TB-HCC', 'tb,Thông báo dừng,TB-HCC'),
  )
  expect(renamed.faults.map(({ column, code }) => [column, code])).toEqual([['name', 'key-twice']])
  const twice = parseCentreFiles(edited('document-types.csv', 'TB-HCC,stop', 'TB-HCC,refusal'))
  expect(twice.faults.map(({ code }) => code)).toEqual(['key-twice', 'key-twice'])
})

test('a procedure stands in one register of certifications at most, and exists', () => {
  const twice = parseCentreFiles(edited('certification-books.csv', '2.000884', '2.000815 9.999999'))
  expect(twice.faults.map(({ code }) => code)).toEqual(['key-twice', 'no-such-procedure'])
})

test('the process of a transfer goes to the tax office, waits for the citizen, and fits ten calendar days', () => {
  const { steps = [] } = procedures.find(({ key }) => key === '2.000889') ?? {}
  expect(steps.map(({ key, kind, unit }) => [key, kind, unit])).toEqual([
    ['receive', 'receive', 'HCC-TN'],
    ['check', 'work', 'VPDK'],
    ['tax-sheet', 'work', 'VPDK'],
    ['tax', 'work', 'VPDK'],
    ['pay', 'citizen', 'VPDK'],
    ['write', 'work', 'VPDK'],
    ['approve', 'approve', 'VPDK'],
    ['seal', 'seal', 'HCC-VT'],
    ['fee', 'collect-fee', 'HCC-TN'],
    ['return', 'return', 'HCC-TN'],
  ])
})

/** The files with the first `from` in one of them replaced. */
function edited(name: string, from: string | RegExp, to: string): CentreFile[] {
  const before = files.find((file) => file.name === name)?.text ?? ''
  const after = before.replace(from, to)
  if (after === before) throw new Error(`${name} does not have ${from}`)
  return files.map((file) => (file.name === name ? { name, text: after } : file))
}

const NOTICES_HEAD = 'kind,form,language,from,until,subject,text'

test.each<[string, CentreFile[], string, number | null, ImportFaultCode]>([
  [
    'an unknown unit',
    edited('procedures.csv', ',Hộ tịch,TP,', ',Hộ tịch,XX,'),
    'procedures.csv',
    2,
    'no-such-unit',
  ],
  [
    'an unknown process',
    edited('procedures.csv', 'citizen,civil-status-extract', 'citizen,civil'),
    'procedures.csv',
    2,
    'no-such-process',
  ],
  [
    'an unknown form',
    edited('procedures.csv', 'extract,civil-status-extract', 'extract,civil'),
    'procedures.csv',
    2,
    'no-such-form',
  ],
  [
    'a fee with a point',
    edited('procedures.csv', ',8000,copy', ',8.000,copy'),
    'procedures.csv',
    2,
    'not-a-number',
  ],
  [
    'a fee per copy without a fee',
    edited('procedures.csv', ',8000,copy', ',,copy'),
    'procedures.csv',
    2,
    'fee-per-needs-fee',
  ],
  [
    'no days for working days',
    edited('procedures.csv', ',3,working', ',,working'),
    'procedures.csv',
    3,
    'days-needed',
  ],
  [
    'a cut-off without same-day',
    edited('procedures.csv', ',3,working,,', ',3,working,15:00,'),
    'procedures.csv',
    3,
    'days-not-wanted',
  ],
  [
    'same-day without a cut-off',
    edited('procedures.csv', 'same_day,15:00', 'same_day,'),
    'procedures.csv',
    2,
    'cutoff-needed',
  ],
  [
    'a cut-off that is no time',
    edited('procedures.csv', 'same_day,15:00', 'same_day,15h'),
    'procedures.csv',
    2,
    'not-a-time',
  ],
  [
    'an empty name',
    edited('procedures.csv', 'Cấp bản sao trích lục hộ tịch,', ','),
    'procedures.csv',
    2,
    'empty-cell',
  ],
  ['a level of 5', edited('procedures.csv', ',town,4,', ',town,5,'), 'procedures.csv', 2, 'not-one-of'],
  [
    'a code with a letter',
    edited('procedures.csv', '2.000635,2.000635', '2.000635,2.00063x'),
    'procedures.csv',
    2,
    'not-a-code',
  ],
  [
    'a key that is another code',
    edited('procedures.csv', '2.000635,2.000635', '2.000636,2.000635'),
    'procedures.csv',
    2,
    'key-is-not-the-code',
  ],
  [
    'a key twice',
    edited('procedures.csv', '2.000748,2.000748', '2.000635,'),
    'procedures.csv',
    3,
    'key-twice',
  ],
  [
    'a comma too many',
    edited('procedures.csv', ',8000,copy', ',8000,copy,'),
    'procedures.csv',
    2,
    'cells-do-not-fit',
  ],
  ['a quote never closed', edited('units.csv', 'HCC-TD,"', 'HCC-TD,""'), 'units.csv', 5, 'csv-broken'],
  ['an unknown column', edited('units.csv', 'gso_code', 'gso'), 'units.csv', 1, 'column-unknown'],
  ['a column left out', edited('units.csv', 'code,name', 'code,nam'), 'units.csv', 1, 'column-missing'],
  [
    'a word numbers are not read with',
    edited('centre.yaml', 'thousand: nghìn', 'thousand: ngìn'),
    'centre.yaml',
    11,
    'not-one-of',
  ],
  [
    'a name that is there twice',
    edited('units.csv', 'Phòng Tài nguyên và Môi trường', 'Phòng Tư pháp'),
    'units.csv',
    8,
    'name-twice',
  ],
  ['a login with a capital', edited('staff.csv', 'lan.nt', 'Lan.nt'), 'staff.csv', 2, 'not-a-login'],
  [
    'an unknown post',
    edited('appointments.csv', ',director,', ',boss,'),
    'appointments.csv',
    2,
    'not-one-of',
  ],
  [
    'an unknown person',
    edited('appointments.csv', 'lan.nt', 'nobody'),
    'appointments.csv',
    2,
    'no-such-staff',
  ],
  [
    'a day that is none',
    edited('appointments.csv', '2019-01-01', '2019-02-29'),
    'appointments.csv',
    2,
    'not-a-day',
  ],
  [
    'an end before the beginning',
    edited('appointments.csv', '2019-01-01,', '2019-01-01,2018-01-01'),
    'appointments.csv',
    2,
    'until-not-after-from',
  ],
  ['a case of nothing', edited('cases.csv', '2.000815', '9.999999'), 'cases.csv', 2, 'no-such-procedure'],
  [
    'a page fee without its rest',
    edited('cases.csv', ',page,3,', ',page,,'),
    'cases.csv',
    4,
    'page-fee-incomplete',
  ],
  [
    'lines that are not the fee',
    edited('fee-lines.csv', 'Lệ phí,100000', 'Lệ phí,90000'),
    'fee-lines.csv',
    2,
    'lines-are-not-the-fee',
  ],
  [
    'a line of nothing',
    edited('fee-lines.csv', '2.000720,', '9.999999,'),
    'fee-lines.csv',
    2,
    'no-such-procedure',
  ],
  [
    'an exemption of nothing',
    edited('exemptions.csv', ',fee,,100,,', ',fee,,,,'),
    'exemptions.csv',
    2,
    'percent-or-amount',
  ],
  [
    'an original taken away without a rule',
    edited('components.csv', /,yes,"\[suy ra\][^"]*"/, ',yes,'),
    'components.csv',
    null,
    'empty-cell',
  ],
  [
    'a channel before its case',
    edited('cases.csv', 'one-page,Văn bản một trang,,', 'one,Văn bản một trang,online,'),
    'cases.csv',
    2,
    'channel-before-case',
  ],
  [
    'a paper of an unknown case',
    edited('components.csv', '2.000635,,1', '2.000635,urgent,1'),
    'components.csv',
    2,
    'no-such-case',
  ],
  [
    'a count that is none',
    edited('components.csv', ',1,0,0,', ',one,0,0,'),
    'components.csv',
    2,
    'not-a-number',
  ],
  [
    'a step time without a unit',
    edited('processes.yaml', 'post: clerk, time: 15m', 'post: clerk, time: 15'),
    'processes.yaml',
    null,
    'wrong-shape',
  ],
  [
    'a step in an unknown unit',
    edited('processes.yaml', 'unit: THUE', 'unit: THUEX'),
    'processes.yaml',
    null,
    'no-such-unit',
  ],
  [
    'a part that stands for a procedure nobody has',
    edited('processes.yaml', "procedure: '1.007277'", "procedure: '1.000000'"),
    'processes.yaml',
    null,
    'no-such-procedure',
  ],
  [
    'a part longer than its step',
    edited(
      'processes.yaml',
      'THUE, post: handler, time: 3d, procedure',
      'THUE, post: handler, time: 4d, procedure',
    ),
    'processes.yaml',
    null,
    'process-fault',
  ],
  [
    'a payment waited for without a rule of the clock',
    edited('processes.yaml', /        waits:\n(          - .*\n){2}/, ''),
    'processes.yaml',
    null,
    'process-fault',
  ],
  [
    'a process without approval',
    edited(
      'processes.yaml',
      "kind: approve, unit: '@procedure', post: approver, time: 30m",
      "kind: work, unit: '@procedure', post: approver, time: 30m",
    ),
    'processes.yaml',
    null,
    'process-fault',
  ],
  [
    'broken indentation',
    edited('processes.yaml', 'defaults:', ' defaults:'),
    'processes.yaml',
    null,
    'yaml-broken',
  ],
  [
    'a field of an unknown type',
    edited('forms/electricity.yaml', 'type: phone', 'type: telefon'),
    'forms/electricity.yaml',
    16,
    'no-such-definition',
  ],
  [
    'a question of the whole that is not asked',
    edited('opinions.yaml', 'overall: chung', 'overall: tat-ca'),
    'opinions.yaml',
    8,
    'no-such-question',
  ],
  [
    'a question asked twice',
    edited('opinions.yaml', 'key: de-dung', 'key: di-lai'),
    'opinions.yaml',
    null,
    'key-twice',
  ],
  [
    'an answer without days',
    edited('opinions.yaml', '      answer_days: 5\n', ''),
    'opinions.yaml',
    null,
    'column-missing',
  ],
  [
    'a condition that cannot be read',
    edited('forms/electricity.yaml', "if: currentSupply = 'shared'", "if: currentSupply == 'shared'"),
    'forms/electricity.yaml',
    23,
    'expression-broken',
  ],
  [
    'a condition on a field that is not there',
    edited('forms/electricity.yaml', "if: currentSupply = 'shared'", "if: supply = 'shared'"),
    'forms/electricity.yaml',
    23,
    'expression-no-such-field',
  ],
  [
    'a condition on a choice that is not there',
    edited('forms/electricity.yaml', "if: currentSupply = 'shared'", "if: currentSupply = 'common'"),
    'forms/electricity.yaml',
    23,
    'expression-no-such-choice',
  ],
  [
    'a condition that looks ahead',
    edited('forms/electricity.yaml', "if: currentSupply = 'shared'", "if: paymentMethod = 'bank'"),
    'forms/electricity.yaml',
    23,
    'expression-looks-ahead',
  ],
  [
    'a rule that compares a number with a day',
    edited('forms/social-insurance.yaml', 'check: contributionLevel > 0', 'check: contributionLevel > today'),
    'forms/social-insurance.yaml',
    37,
    'expression-types-differ',
  ],
  [
    'a ward that became none there is',
    edited('places.csv', '2015-03-11,2025-07-01,07075,medium', '2015-03-11,2025-07-01,07999,medium'),
    'places.csv',
    null,
    'no-such-place',
  ],
  [
    'a ward that became another without an end',
    edited('places.csv', '2015-03-11,2025-07-01,07075,medium', '2015-03-11,,07075,medium'),
    'places.csv',
    null,
    'became-without-end',
  ],
  [
    'an age for a field nobody has',
    edited('age-rules.csv', 'field:Nhà ở', 'field:Nhà cửa'),
    'age-rules.csv',
    3,
    'no-such-procedure',
  ],
  [
    'an age rule that ends before it begins',
    edited('age-rules.csv', '2015-11-01,2021-01-04', '2015-11-01,2015-11-01'),
    'age-rules.csv',
    8,
    'until-not-after-from',
  ],
  [
    'a commune in a district that is not there',
    edited(
      'places.csv',
      ',commune,205,2015-03-11,2025-07-01,07069',
      ',commune,299,2015-03-11,2025-07-01,07069',
    ),
    'places.csv',
    null,
    'no-such-place',
  ],
  [
    'a form named otherwise than its file',
    edited('forms/electricity.yaml', 'key: electricity', 'key: power'),
    'forms/electricity.yaml',
    1,
    'key-is-not-the-file',
  ],
  [
    'a holiday twice',
    edited('calendar/days.csv', '2018-02-15', '2018-02-14'),
    'calendar/days.csv',
    4,
    'calendar-fault',
  ],
  [
    'a reception that is no unit',
    edited('centre.yaml', 'reception: HCC-TN', 'reception: HCC-XX'),
    'centre.yaml',
    null,
    'no-such-unit',
  ],
  [
    'a file that is not UTF-8',
    files.map((one) => (one.name === 'staff.csv' ? { ...one, text: null } : one)),
    'staff.csv',
    null,
    'not-utf8',
  ],
  ['a file left out', files.filter(({ name }) => name !== 'staff.csv'), 'staff.csv', null, 'file-missing'],
  ['a table given twice', [...files, { name: 'staff.json', text: '[]' }], 'staff.json', null, 'given-twice'],
  ...(
    [
      ['ready,short,vi,2019-07-01,,,Xong rồi', 'notice-template-fault'],
      ['ready,short,vi,2019-07-01,,Tiêu đề,HS {code}', 'subject-of-letters'],
      ['ready,mail,vi,2019-07-01,,,HS {code}', 'subject-of-letters'],
      ['ready,short,vi,2019-07-01,2019-07-01,,HS {code}', 'until-not-after-from'],
      ['ready,fax,vi,2019-07-01,,,HS {code}', 'not-one-of'],
    ] as const
  ).map(([line, code]): [string, CentreFile[], string, number, ImportFaultCode] => [
    `sentences of the centre’s own, ${line}`,
    [...files, { name: 'notices.csv', text: `${NOTICES_HEAD}\n${line}\n` }],
    'notices.csv',
    2,
    code,
  ]),
])('told by file and line: %s', (_, changed, file, line, code) => {
  const read = parseCentreFiles(changed)
  expect(read.data).toBeNull()
  const found = read.faults.find((one) => one.file === file && one.code === code)
  expect(found, read.faults.map(faultLine).slice(0, 5).join('\n')).toBeDefined()
  if (line !== null) expect(found?.line).toBe(line)
  expect(read.faults.length, read.faults.map(faultLine).slice(0, 8).join('\n')).toBeLessThan(12)
})

test('all faults of all files are told at once, with a sentence each', () => {
  const one = edited('procedures.csv', ',8000,copy', ',8.000,copy')
  const text = files.find(({ name }) => name === 'staff.csv')?.text ?? ''
  const both = one.map((file) =>
    file.name === 'staff.csv' ? { ...file, text: text.replace('Nguyễn Thị Lan', '') } : file,
  )
  expect(parseCentreFiles(both).faults.map(faultLine)).toEqual([
    'procedures.csv:2: fee: “8.000” không được: phải là số, không có dấu chấm ngăn hàng nghìn',
    'staff.csv:2: name: không được bỏ trống',
  ])
})

test('a table can be JSON or YAML as well, and its faults keep their lines', () => {
  const rest = files.filter(({ name }) => name !== 'mandates.csv')
  const mandate = { key: 'uq-1', login: 'lan.nt', unit: 'TP', from: '2019-01-01', ground: 'QĐ 1' }
  const json = parseCentreFiles([
    ...rest,
    { name: 'mandates.json', text: JSON.stringify([mandate], null, 2) },
  ])
  expect(json.faults).toEqual([])
  expect(json.data?.mandates).toEqual([{ ...mandate, until: null, capacity: null }])
  const yaml =
    '- key: uq-1\n  login: lan.nt\n  unit: TP\n  from: 2019-01-01\n  ground: QĐ 1\n- key: uq-2\n  login: x.y\n  unit: TP\n  from: 2019-01-01\n  ground: QĐ 2\n'
  const told = parseCentreFiles([...rest, { name: 'mandates.yaml', text: yaml }]).faults
  expect(told).toMatchObject([{ file: 'mandates.yaml', line: 6, column: 'login', code: 'no-such-staff' }])
})

test('a file saved by a spreadsheet, with a mark at its beginning and Windows line ends, reads the same', () => {
  const name = 'units.csv'
  const text = files.find((file) => file.name === name)?.text ?? ''
  const saved = files.map((file) =>
    file.name === name ? { name, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` } : file,
  )
  expect(parseCentreFiles(saved).data?.units).toEqual(data?.units)
})

test('a directory that is not there is a fault, not an accident', async () => {
  const read = await readCentreFiles('/nowhere/at/all')
  expect(read.faults.map(faultLine)).toEqual(['/nowhere/at/all: không có thư mục này'])
})
