import { faultInWords } from '#web/parts/said-of-fields.ts'
import type { Fault } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { type Lack } from './intake-lacks.ts'

/** What is missing at each box, as sentences. */
export function faultsSaid(words: Words, lacks: readonly Lack[]): readonly Fault[] {
  return lacks.map((lack) => ({ field: lack.box, text: lackText(words, lack) }))
}

function lackText(words: Words, lack: Lack): string {
  switch (lack.kind) {
    case 'own':
      return words.fieldIntake.lacks[lack.code]
    case 'refused':
      return words.refusals[lack.refusal.refused](lack.refusal.facts)
    case 'answer':
      return faultInWords(words, lack.fault)
    case 'shape':
      return shapeText(words, lack)
  }
}

/** What is wrong with a field, with what the field is called: “missing” alone helps nobody in a list. */
function shapeText(words: Words, { box, fault: { code, facts } }: Extract<Lack, { kind: 'shape' }>): string {
  const { receive, shell } = words.desk
  const name = box.split('.').at(-1) ?? ''
  const labels: { readonly [name: string]: string } = {
    name: receive.name,
    idNumber: receive.idNumber,
    phone: receive.phone,
    address: receive.address,
    copiesWanted: receive.copies,
    pages: receive.pages,
    subject: receive.subject,
    evidence: receive.exemptionEvidence,
    ...receive.counts,
    note: words.fieldIntake.papers.despiteNote,
  }
  const label = Object.hasOwn(labels, name) ? labels[name] : undefined
  const formats: { readonly [name: string]: string } = shell.formats
  const own = code === 'wrong-format' && Object.hasOwn(formats, name) ? formats[name] : undefined
  if (own !== undefined) return own
  if (code === 'missing' && label !== undefined) return receive.missing(label)
  const said = words.fieldFaults[code](facts)
  return label === undefined ? said : words.fieldIntake.lackOf(label, said)
}
