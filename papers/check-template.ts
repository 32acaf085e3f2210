import { FORMS, type FormKey } from './forms.ts'
import { type OwnTemplate, type TemplateFault, tryPrint } from './print.ts'
import { SAMPLE_AT, SAMPLES } from './samples.ts'

const IMPORT = /\b(?:import|include|eval)\b\s*("[^"\n]*"|[^\s:;]*)/g
/** What the house gives to every template. */
const SHEETS: readonly (string | undefined)[] = ['/sheet.typ', '/result-sheet.typ']

/**
 * A centre's own template out of the files of its folder: the one it begins with and those it takes in, by their names. A
 * package from the net, or anything that is only worked out while printing, is a mistake: a paper is printed from what was
 * imported and checked, and from nothing else.
 */
export function gatherTemplate(
  main: string,
  texts: ReadonlyMap<string, string>,
): OwnTemplate | readonly TemplateFault[] {
  const files: { [name: string]: string } = {}
  const faults: TemplateFault[] = []
  const waiting = [main]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const text = texts.get(name)
    if (text === undefined || name in files) continue
    files[name] = text
    for (const found of text.matchAll(IMPORT)) {
      const line = text.slice(0, found.index).split('\n').length
      const asked = /^"([^"]*)"$/.exec(found[1] ?? '')?.[1]
      const isTakenIn = !found[0].startsWith('eval')
      if (isTakenIn && SHEETS.includes(asked)) continue
      if (isTakenIn && asked !== undefined && texts.has(asked)) waiting.push(asked)
      else faults.push({ file: name, line, message: found[0] })
    }
  }
  return faults.length > 0 ? faults : { main, files }
}

/** The mistakes of a template: it is printed with a sample of its form, of every set the form has. */
export function templateFaults(key: FormKey, template: OwnTemplate): readonly TemplateFault[] {
  for (const { title, number, source } of FORMS[key]) {
    const data = { form: { key, title, number, source }, ...SAMPLES[key]() }
    const printed = tryPrint({ template, data, madeAt: SAMPLE_AT })
    if (!(printed instanceof Uint8Array)) return printed
  }
  return []
}
