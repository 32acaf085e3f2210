import { PaperTemplateRow } from '#shapes/centre-tables.ts'
import { type Findings, faultAt, type ImportFault, type Place } from '#shapes/import-fault.ts'
import { FORM_KEYS, isFormKey } from '#papers/forms.ts'
import { gatherTemplate } from '#papers/check-template.ts'
import type { TemplateFault } from '#papers/print.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { PaperTemplate } from '#store/paper-templates.ts'
import { seal } from '../chance.ts'
import { readTable } from './read-table.ts'
import { onceEach } from './same-once.ts'

export const PAPER_TEMPLATES = 'templates/'

/**
 * The centre's own papers: `templates/templates.csv` says which Typst file of that folder stands for which form from which
 * day. Whether each can be printed is tried apart (`triedTemplates`).
 */
export function readPaperTemplates(files: readonly CentreFile[], findings: Findings): PaperTemplate[] {
  const asked = { name: `${PAPER_TEMPLATES}templates`, shape: PaperTemplateRow, isOptional: true }
  const rows = readTable(files, asked, findings)
  const keyOf = ({ row }: { row: { form: string; from: string } }) => `${row.form} ${row.from}`
  onceEach(rows, { column: 'from', code: 'key-twice', keyOf }, findings)
  const texts = templateTexts(files, PAPER_TEMPLATES)
  return rows.flatMap(({ row, ...place }) => {
    const read = readTemplate(row.form, row.file, texts, { place, findings })
    if (!read) return []
    const { form, from } = row
    const until = row.until === '' ? null : row.until
    if (until !== null && until <= from)
      findings.faults.push(faultAt(place, 'until', 'until-not-after-from', { from, until }))
    return [{ ...read, form, from, until, hash: seal(JSON.stringify([form, from, read.main, read.files])) }]
  })
}

function readTemplate(
  form: string,
  file: string,
  texts: ReadonlyMap<string, string>,
  { place, findings }: { readonly place: Place; readonly findings: Findings },
) {
  if (!isFormKey(form)) {
    const facts = { value: form, allowed: FORM_KEYS.join(', ') }
    findings.faults.push(faultAt(place, 'form', 'no-such-paper-form', facts))
    return null
  }
  if (!texts.has(file)) {
    findings.faults.push(faultAt({ file: PAPER_TEMPLATES + file, line: null }, null, 'file-missing'))
    return null
  }
  const template = gatherTemplate(file, texts)
  if ('main' in template) return template
  findings.faults.push(...template.map((one) => asImportFault(one, PAPER_TEMPLATES)))
  return null
}

/** The Typst files of a folder, by their names in it. */
export function templateTexts(files: readonly CentreFile[], folder: string): ReadonlyMap<string, string> {
  return new Map(
    files
      .filter(({ name }) => name.startsWith(folder) && name.endsWith('.typ'))
      .map(({ name, text }) => [name.slice(folder.length), text ?? '']),
  )
}

/** A mistake of a template as a fault of the centre's files. */
export function asImportFault({ file, line, message, limit }: TemplateFault, folder: string): ImportFault {
  const place = { file: folder + file, line }
  if (limit) return faultAt(place, null, limit === 'time' ? 'template-endless' : 'template-too-large')
  return faultAt(place, null, 'template-fault', { message })
}
