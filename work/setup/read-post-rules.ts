import type { PostRule } from '#domain/post/post-rule.ts'
import { PostShape } from '#shapes/centre-documents.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import type { PlaceData } from './centre-data.ts'
import { readDocument } from './read-yaml.ts'

/** What holds of the public post, by day; a centre without the file gives it nothing here. */
export function readPostRules(
  files: readonly CentreFile[],
  places: readonly PlaceData[],
  findings: Findings,
): PostRule[] {
  const file = files.find(({ name }) => /^post\.(yaml|yml|json)$/.test(name))
  const read = file && readDocument(file, PostShape, findings)
  if (!read) return []
  const { rules } = read.value
  const provinces = new Set(places.filter(({ kind }) => kind === 'province').map(({ code }) => code))
  for (const [place, { from, major_provinces }] of rules.entries()) {
    if (rules.findIndex((one) => one.from === from) < place)
      findings.faults.push(faultAt(read.at(['rules', place, 'from']), 'from', 'key-twice', { value: from }))
    for (const [at, value] of major_provinces.entries())
      if (!provinces.has(value)) {
        const where = read.at(['rules', place, 'major_provinces', at])
        findings.faults.push(faultAt(where, 'major_provinces', 'no-such-place', { value }))
      }
  }
  return rules
    .map(({ from, zones, ...rule }) => ({
      from,
      zones: {
        town: zoneOf(zones.town),
        province: zoneOf(zones.province),
        major: zoneOf(zones.major),
        far: zoneOf(zones.far),
      },
      majorProvinces: rule.major_provinces,
      attempts: rule.attempts,
      attemptsApartDays: rule.attempts_apart_days,
      codPerMille: rule.cod_per_mille,
      codLeastDong: rule.cod_least,
      complaintMonths: rule.complaint_months,
      complaintAnswerDays: rule.complaint_answer_days,
      ground: rule.ground,
      confidence: rule.confidence,
    }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

function zoneOf({
  days,
  days_with_slip: daysWithSlip,
  postage: postageDong,
}: ZoneRead): PostRule['zones']['town'] {
  return { days, daysWithSlip, postageDong }
}
type ZoneRead = { readonly days: number; readonly days_with_slip: number; readonly postage: number }
