import { processFaults } from '#domain/procedure/process.ts'
import { type ProcessesRead, ProcessesShape, type StepRead } from '#shapes/centre-documents.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { CentreSettings } from './centre-data.ts'
import { type Findings, faultAt, type Place } from '#shapes/import-fault.ts'
import { type Plan, stepsOf } from './plan-steps.ts'
import type { Units } from './read-people.ts'
import { type DocumentRead, readDocument } from './read-yaml.ts'

export interface Plans {
  readonly named: ReadonlyMap<string, Plan>
  /** The default for an owner and for whether the procedure is settled on the spot. */
  defaultFor(ownerKind: string, isFiveOnTheSpot: boolean): Plan | undefined
  /** The procedures that parts of steps stand for, each with the place it is named at. */
  readonly linked: readonly { readonly procedure: string; readonly place: Place }[]
}

/** All processes of the centre, each checked once and not for every procedure; undefined when they cannot be read. */
export function readProcesses(
  files: readonly CentreFile[],
  known: { settings: CentreSettings | undefined; units: Units },
  findings: Findings,
): Plans | undefined {
  const file = files.find(({ name }) => /^processes\.(yaml|yml|json)$/.test(name))
  if (!file) findings.faults.push(faultAt({ file: 'processes.yaml', line: null }, null, 'file-missing'))
  const read = file && readDocument(file, ProcessesShape, findings)
  if (!read) return undefined
  check(read, known, findings)
  return plansOf(read)
}

function plansOf({ value: { defaults, processes }, at }: DocumentRead<ProcessesRead>): Plans {
  return {
    linked: Object.entries(processes).flatMap(([name, { steps }]) =>
      steps.flatMap((step, index) =>
        partsAt(step, at, ['processes', name, 'steps', index]).flatMap(({ procedure, place }) =>
          procedure === undefined ? [] : [{ procedure, place }],
        ),
      ),
    ),
    named: new Map(Object.entries(processes)),
    defaultFor: (ownerKind, isFiveOnTheSpot) =>
      defaults.find(
        ({ for: { owner_kind: owner, on_site_5: onSite } }) =>
          owner === ownerKind && (onSite === undefined || onSite === isFiveOnTheSpot),
      ),
  }
}

type Known = Parameters<typeof readProcesses>[1]

function check(
  { value, at }: DocumentRead<ProcessesRead>,
  { settings, units }: Known,
  findings: Findings,
): void {
  const checkPlan = (plan: Plan, path: readonly (string | number)[], name: string) => {
    plan.steps.forEach((step, index) => {
      const place = at([...path, 'steps', index])
      const lists = [{ unit: step.unit, place }, ...partsAt(step, at, [...path, 'steps', index])]
      for (const one of lists)
        if (!one.unit.startsWith('@') && !units.has(one.unit))
          findings.faults.push(faultAt(one.place, 'unit', 'no-such-unit', { value: one.unit }))
      if (path[0] === 'processes' && step.time?.endsWith('%'))
        findings.faults.push(faultAt(place, 'time', 'percent-outside-default', { step: step.key }))
    })
    if (settings) checkOrder(plan, { place: at(path), name, settings }, findings)
  }
  Object.entries(value.processes).forEach(([name, plan]) => checkPlan(plan, ['processes', name], name))
  value.defaults.forEach((plan, index) => checkPlan(plan, ['defaults', index], plan.for.owner_kind))
}

type At = DocumentRead<ProcessesRead>['at']

/** The parts of a step, each with the place it stands at. */
function partsAt({ parts = [] }: StepRead, at: At, path: readonly (string | number)[]) {
  return parts.map((part, index) => ({ ...part, place: at([...path, 'parts', index]) }))
}

function checkOrder(
  plan: Plan,
  { place, name, settings }: { place: Place; name: string; settings: CentreSettings },
  findings: Findings,
): void {
  const steps = stepsOf(plan, { settings, unit: settings.reception, limit: { kind: 'civil-days', days: 10 } })
  for (const fault of processFaults(steps))
    findings.faults.push(faultAt(place, null, 'process-fault', { process: name, fault }))
}
