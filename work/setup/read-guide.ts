import type { EverydayWords, InBoth } from '#domain/finding/everyday-words.ts'
import type { LifeEvent, LifeEventStep, PlainWord } from '#domain/finding/guide.ts'
import {
  EnglishRow,
  EverydayWordsRow,
  LifeEventRow,
  LifeEventStepRow,
  PaperConditionRow,
  PlainNameRow,
  PlainWordRow,
} from '#shapes/guide-tables.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { GuideEntry, Keyed, ProcedureContent } from './centre-data.ts'
import { readTable, type RowOf } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** What helps people find their way, from files that a centre can do without. */
export function readGuide(
  files: readonly CentreFile[],
  procedures: readonly Keyed<ProcedureContent>[],
  findings: Findings,
): GuideEntry[] {
  const known = new Set(procedures.map(({ key }) => key))
  /** A procedure may end while the guide still names it: that is said, and it is left out where it is shown. */
  const warnOf = (place: Place, column: string, keys: readonly string[]) => {
    for (const value of keys.filter((one) => !known.has(one)))
      findings.warnings.push(faultAt(place, column, 'no-such-procedure', { value }))
  }
  return [
    ...everydayWords(files, findings, warnOf),
    ...lifeEvents(files, findings, warnOf),
    ...plainWords(files, findings),
    ...plainNames(files, findings, warnOf),
    ...paperConditions(files, procedures, findings),
    ...english(files, findings),
  ]
}

type Warn = (place: Place, column: string, keys: readonly string[]) => void

function everydayWords(files: readonly CentreFile[], findings: Findings, warnOf: Warn): GuideEntry[] {
  const rows = readTable(
    files,
    { name: 'everyday-words', shape: EverydayWordsRow, isOptional: true },
    findings,
  )
  onceEach(rows, { column: 'said', code: 'key-twice', keyOf: ({ row }) => row.said }, findings)
  return rows.map(({ file, line, row }) => {
    const procedures = parted(row.procedures, ' ')
    warnOf({ file, line }, 'procedures', procedures)
    const content: EverydayWords = {
      said: parted(row.said, ';'),
      means: parted(row.means, ';'),
      procedures,
      elsewhere: row.elsewhere === '' ? null : inBoth(row.elsewhere, row.elsewhere_en),
      ground: row.ground,
    }
    return { kind: 'everyday-words', key: row.said, content }
  })
}

function lifeEvents(files: readonly CentreFile[], findings: Findings, warnOf: Warn): GuideEntry[] {
  const events = readTable(files, { name: 'life-events', shape: LifeEventRow, isOptional: true }, findings)
  const steps = readTable(
    files,
    { name: 'life-event-steps', shape: LifeEventStepRow, isOptional: true },
    findings,
  )
  onceEach(events, { column: 'key', code: 'key-twice', keyOf: ({ row }) => row.key }, findings)
  const known = new Set(events.map(({ row }) => row.key))
  for (const { file, line, row } of steps) {
    if (!known.has(row.event))
      findings.faults.push(faultAt({ file, line }, 'event', 'no-such-life-event', { value: row.event }))
    if ((row.procedure === '') === (row.title === ''))
      findings.faults.push(faultAt({ file, line }, 'procedure', 'procedure-or-title'))
    warnOf({ file, line }, 'procedure', row.procedure === '' ? [] : [row.procedure])
  }
  return events.map(({ row: { key, name, name_en, lead, lead_en } }, place) => {
    const content: LifeEvent = {
      key,
      place,
      name: inBoth(name, name_en),
      lead: inBoth(lead, lead_en),
      steps: steps.filter(({ row }) => row.event === key).map(stepOf),
    }
    return { kind: 'life-event', key, content }
  })
}

function stepOf({ row }: RowOf<typeof LifeEventStepRow>): LifeEventStep {
  const hint = inBoth(row.hint, row.hint_en)
  if (row.procedure !== '') return { hint, procedure: row.procedure }
  return { hint, elsewhere: inBoth(row.title, row.title_en), ground: row.ground }
}

function plainWords(files: readonly CentreFile[], findings: Findings): GuideEntry[] {
  const rows = readTable(files, { name: 'plain-words', shape: PlainWordRow, isOptional: true }, findings)
  const keyOf = ({ row }: { row: { term: string } }) => row.term.toLowerCase()
  onceEach(rows, { column: 'term', code: 'key-twice', keyOf }, findings)
  return rows.map(({ row: { term, plain, plain_en } }) => {
    const content: PlainWord = { term, plain: inBoth(plain, plain_en) }
    return { kind: 'plain-word', key: term, content }
  })
}

function plainNames(files: readonly CentreFile[], findings: Findings, warnOf: Warn): GuideEntry[] {
  const rows = readTable(files, { name: 'plain-names', shape: PlainNameRow, isOptional: true }, findings)
  onceEach(rows, { column: 'procedure', code: 'key-twice', keyOf: ({ row }) => row.procedure }, findings)
  return rows.map(({ file, line, row: { procedure, plain, english } }) => {
    warnOf({ file, line }, 'procedure', [procedure])
    return { kind: 'plain-name', key: procedure, content: { vi: plain || null, en: english } }
  })
}

function paperConditions(
  files: readonly CentreFile[],
  procedures: readonly Keyed<ProcedureContent>[],
  findings: Findings,
): GuideEntry[] {
  const asked = { name: 'paper-conditions', shape: PaperConditionRow, isOptional: true }
  const rows = readTable(files, asked, findings)
  const keyOf = ({ row: { procedure, paper } }: RowOf<typeof PaperConditionRow>) => `${procedure} ${paper}`
  onceEach(rows, { column: 'paper', code: 'key-twice', keyOf }, findings)
  const known = new Set(
    procedures.flatMap(({ key, content }) =>
      content.cases.flatMap(({ components }) => components.map((one) => `${key} ${one.key}`)),
    ),
  )
  return rows.map((one) => {
    const { procedure, paper, when, when_en } = one.row
    if (!known.has(keyOf(one)))
      findings.warnings.push(faultAt(one, 'paper', 'no-such-component', { value: paper }))
    return {
      kind: 'paper-condition',
      key: keyOf(one),
      content: { procedure, paper, when: inBoth(when, when_en) },
    }
  })
}

function english(files: readonly CentreFile[], findings: Findings): GuideEntry[] {
  const rows = readTable(files, { name: 'english', shape: EnglishRow, isOptional: true }, findings)
  onceEach(rows, { column: 'text', code: 'key-twice', keyOf: ({ row }) => row.text }, findings)
  return rows.map(({ row: { text, english } }) => ({
    kind: 'english',
    key: text,
    content: { text: english },
  }))
}

const parted = (cell: string, by: string) =>
  cell
    .split(by)
    .map((one) => one.trim())
    .filter(Boolean)

const inBoth = (vi: string, en: string): InBoth => ({ vi, en })
