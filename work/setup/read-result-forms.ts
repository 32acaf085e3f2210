import type { ResultField } from '#domain/procedure/result-form.ts'
import { gatherTemplate } from '#papers/check-template.ts'
import { type ResultFieldRead, ResultFormShape } from '#shapes/centre-documents.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import { seal } from '../chance.ts'
import { asImportFault, templateTexts } from './read-paper-templates.ts'
import { type DocumentRead, readDocument } from './read-yaml.ts'

export const RESULT_TEMPLATES = 'results/'
const FILE = /^results\/(.+)\.(yaml|yml|json)$/

/**
 * The results of `results/`: which application forms they answer, their fields, and a Typst template each. Whether
 * each can be printed is tried apart (`triedTemplates`).
 */
export function readResultForms(
  files: readonly CentreFile[],
  forms: ReadonlySet<string>,
  findings: Findings,
): PublishedResultForm[] {
  const texts = templateTexts(files, RESULT_TEMPLATES)
  const read = files
    .filter(({ name }) => FILE.test(name))
    .flatMap((file) => readOne(file, { forms, texts }, findings) ?? [])
  checkOnce(read, findings)
  return read.map(({ form }) => form)
}

interface Known {
  readonly forms: ReadonlySet<string>
  readonly texts: ReadonlyMap<string, string>
}

interface ReadForm {
  readonly form: PublishedResultForm
  readonly place: Place
}

function readOne(file: CentreFile, { forms, texts }: Known, findings: Findings): ReadForm | null {
  const read = readDocument(file, ResultFormShape, findings)
  if (!read) return null
  const { template, legal_basis: legalBasis, until = null, fields: given, ...rest } = read.value
  const fault = (path: readonly (string | number)[], ...said: FaultSaid) =>
    findings.faults.push(faultAt(read.at(path), String(path[0]), ...said))
  for (const [place, form] of rest.forms.entries())
    if (!forms.has(form)) fault(['forms', place], 'no-such-form', { value: form })
  if (until !== null && until <= rest.from)
    fault(['until'], 'until-not-after-from', { from: rest.from, until })
  const fields = given.map(asField)
  checkFields(given, read, findings)
  if (!texts.has(template)) {
    findings.faults.push(faultAt({ file: RESULT_TEMPLATES + template, line: null }, null, 'file-missing'))
    return null
  }
  const gathered = gatherTemplate(template, texts)
  if (!('main' in gathered)) {
    findings.faults.push(...gathered.map((one) => asImportFault(one, RESULT_TEMPLATES)))
    return null
  }
  const content = { ...rest, legalBasis, fields }
  const hash = seal(JSON.stringify([content, gathered.main, gathered.files]))
  return { form: { ...content, until, ...gathered, hash }, place: read.at(['from']) }
}

type FaultSaid = [code: Parameters<typeof faultAt>[2], facts: Parameters<typeof faultAt>[3]]

function asField({ name, label, kind, required, from, choices, columns }: ResultFieldRead): ResultField {
  return {
    name,
    label,
    kind,
    isRequired: required ?? false,
    from: from ?? null,
    choices: Object.entries(choices ?? {}).map(([value, said]) => ({ value, label: said })),
    columns: columns ?? [],
  }
}

/** A name stands once; a choice has choices and a table has columns, and nothing else has them. */
function checkFields(
  fields: readonly ResultFieldRead[],
  read: DocumentRead<unknown>,
  { faults }: Findings,
): void {
  for (const [place, { name, kind, choices, columns }] of fields.entries()) {
    const at = read.at(['fields', place])
    const first = fields.findIndex((one) => one.name === name)
    if (first !== place) {
      const { line } = read.at(['fields', first])
      faults.push(faultAt(at, 'name', 'key-twice', { value: name, line: line ?? 0 }))
    }
    if ((kind === 'choice') !== (choices !== undefined)) faults.push(faultAt(at, 'choices', 'wrong-shape'))
    if ((kind === 'rows') !== (columns !== undefined)) faults.push(faultAt(at, 'columns', 'wrong-shape'))
  }
}

/** For each application form and day one result: two that begin on the same day could both be meant. */
function checkOnce(read: readonly ReadForm[], { faults }: Findings): void {
  const first = new Map<string, Place>()
  for (const { form, place } of read)
    for (const name of [form.key, ...form.forms.map((one) => `form ${one}`)]) {
      const value = `${name} ${form.from}`
      const earlier = first.get(value)
      if (!earlier) first.set(value, place)
      else faults.push(faultAt(place, 'from', 'key-twice', { value, line: earlier.line ?? 0 }))
    }
}
