import { templateFault } from '#domain/notices/template.ts'
import { NoticeTemplateRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { PublishedNoticeTemplate } from '#store/notice-law.ts'
import { seal } from '../chance.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

/** The centre's own sentences for what citizens are told (`notices.csv`); a mistake is told with its line. */
export function readNoticeTemplates(
  files: readonly CentreFile[],
  findings: Findings,
): PublishedNoticeTemplate[] {
  const rows = readTable(files, { name: 'notices', shape: NoticeTemplateRow, isOptional: true }, findings)
  const keyOf = ({ row }: (typeof rows)[number]) => [row.kind, row.form, row.language, row.from].join(' ')
  onceEach(rows, { column: 'from', code: 'key-twice', keyOf }, findings)
  return rows.map(({ row, ...place }) => {
    const { from, kind, form, language, subject, text } = row
    const until = row.until === '' ? null : row.until
    if (until !== null && until <= from)
      findings.faults.push(faultAt(place, 'until', 'until-not-after-from', { from, until }))
    if ((form === 'mail') !== (subject !== ''))
      findings.faults.push(faultAt(place, 'subject', 'subject-of-letters'))
    const fault = templateFault(row)
    if (fault) findings.faults.push(faultAt(place, 'text', 'notice-template-fault', { fault }))
    const hash = seal(JSON.stringify([kind, form, language, from, subject, text]))
    return { hash, kind, form, language, from, until, subject, text }
  })
}
