import { type Comparison, resultFormName, templateName } from './compare-centre.ts'

/** What an import comes to, for the person who ran it and for the record. */
export type ImportSummary = { readonly [part in Exclude<keyof Comparison, 'faults'>]: PartSummary }

interface PartSummary {
  readonly added: readonly string[]
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[]
  readonly ended: readonly string[]
  readonly same: number
}

/** Names only: what was added, changed and where, ended, and how much stayed the same. */
export function summaryOf(comparison: Comparison): ImportSummary {
  const {
    units,
    staff,
    appointments,
    mandates,
    ruleSets,
    dataSources,
    paperTemplates,
    resultForms,
    procedures,
    forms,
    calendars,
  } = comparison
  return {
    units: summed(units, ({ code }) => code),
    staff: summed(staff, ({ login }) => login),
    appointments: summed(appointments, ({ login, post, unit, from }) => [login, post, unit, from].join(' ')),
    mandates: summed(mandates, ({ key }) => key),
    ruleSets: summed(ruleSets, ({ key }) => key),
    dataSources: summed(dataSources, ({ key }) => key),
    paperTemplates: summed(paperTemplates, templateName),
    resultForms: summed(resultForms, resultFormName),
    procedures: summed(procedures, ({ key }) => key),
    forms: summed(forms, ({ key }) => key),
    calendars: summed(calendars, ({ name }) => name),
  }
}

interface PartOf<Added> {
  readonly added: readonly Added[]
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[]
  readonly ended: readonly { readonly name: string }[]
  readonly same: number
}

function summed<Added>(
  { added, changed, ended, same }: PartOf<Added>,
  nameOf: (one: Added) => string,
): PartSummary {
  return {
    added: added.map(nameOf),
    changed: changed.map(({ name, what }) => ({ name, what })),
    ended: ended.map(({ name }) => name),
    same,
  }
}
