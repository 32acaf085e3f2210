import {
  type Comparison,
  noticeTemplateName,
  guideName,
  opinionRuleName,
  placeName,
  resultFormName,
  targetName,
  templateName,
} from './compare-centre.ts'

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
    places,
    paperTemplates,
    resultForms,
    onlineFilings,
    numberReading,
    opinionRules,
    desks,
    targets,
    postRules,
    quietTimes,
    noticeTemplates,
    procedures,
    forms,
    calendars,
    guide,
  } = comparison
  return {
    units: summed(units, ({ code }) => code),
    staff: summed(staff, ({ login }) => login),
    appointments: summed(appointments, ({ login, post, unit, from }) => [login, post, unit, from].join(' ')),
    mandates: summed(mandates, ({ key }) => key),
    ruleSets: summed(ruleSets, ({ key }) => key),
    dataSources: summed(dataSources, ({ key }) => key),
    places: summed(places, placeName),
    paperTemplates: summed(paperTemplates, templateName),
    resultForms: summed(resultForms, resultFormName),
    onlineFilings: summed(onlineFilings, ({ from }) => from),
    numberReading: summed(numberReading, () => 'number_words'),
    opinionRules: summed(opinionRules, opinionRuleName),
    desks: summed(desks, ({ unit }) => unit),
    targets: summed(targets, targetName),
    postRules: summed(postRules, ({ from }) => from),
    quietTimes: summed(quietTimes, ({ from }) => from),
    noticeTemplates: summed(noticeTemplates, noticeTemplateName),
    procedures: summed(procedures, ({ key }) => key),
    forms: summed(forms, ({ key }) => key),
    calendars: summed(calendars, ({ name }) => name),
    guide: summed(guide, guideName),
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
