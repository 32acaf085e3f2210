import fc from 'fast-check'
import { expect } from 'vitest'
import type { Moment } from '#domain/calendar/moment.ts'
import type { Outcome } from '#domain/outcome.ts'
import { aDoer } from './a-dossier.ts'
import { under } from './decide.ts'
import type { Dossier } from './dossier.ts'
import type { DossierEvent } from './events.ts'
import type { Law } from './law.ts'
import { isOnPaper, isResultOnPaper, lotsOf, lotsToGo } from './papers.ts'

/** What is done with papers, for tests that try anything anywhere. */
export const anyCarrying = fc.record({
  kind: fc.constantFrom('give', 'give', 'accept', 'accept', 'refuse', 'take-back', 'find'),
  /** One in so many papers is missing. */
  missing: fc.constantFrom(1, 2, 100),
  isAstray: fc.boolean(),
  by: fc.constantFrom('dung', 'hung', 'lan'),
  id: fc.uuid(),
})
type AnyCarrying = typeof anyCarrying extends fc.Arbitrary<infer Value> ? Value : never

/** Mostly what fits: from where papers lie to where they go, and of a sheet that is open. */
export function carry(
  dossier: Dossier,
  { kind: asked, missing: everyNth, isAstray, by: staff, id }: AnyCarrying,
  at: Moment,
  law: Law,
): Outcome<DossierEvent[]> {
  const by = aDoer(staff)
  const open = lotsOf(dossier).find((lot) => lot.sheet)
  const sheet = isAstray && everyNth === 2 ? id : (open?.sheet?.id ?? id)
  const kind = asked === 'accept' && !open && (dossier.missing ?? []).length > 0 ? 'find' : asked
  const decider = under(law)
  const reason = 'Thiếu tờ khai'
  switch (kind) {
    case 'give': {
      const from = lotsToGo(dossier)[0]?.unit ?? 'TP'
      const to = isAstray ? 'BHXH' : (dossier.holder?.unit ?? 'TP')
      return decider.carry(dossier, {
        type: 'HandOverPapers',
        id,
        at,
        by,
        sheet: id,
        number: '1/2019',
        from,
        to,
      })
    }
    case 'accept': {
      const missing = (open?.papers ?? []).filter((_, place) => (place + 1) % everyNth === 0)
      return decider.carry(dossier, { type: 'AcceptPapers', id, at, by, sheet, missing, note: null })
    }
    case 'refuse':
      return decider.carry(dossier, { type: 'RefusePapers', id, at, by, sheet, reason })
    case 'take-back':
      return decider.carry(dossier, { type: 'TakeBackPapers', id, at, by, sheet, reason })
    case 'find': {
      const common = { id, at, by, version: dossier.version, step: dossier.step }
      const paper = dossier.missing?.[0]?.paper ?? '0'
      return decider.decide(dossier, { ...common, type: 'FindPaper', paper, how: 'found', note: reason })
    }
  }
}

/** Every paper lies in exactly one place or is missing, and nothing is on two sheets or confirmed by its giver. */
export function papersHold(dossier: Dossier, history: readonly DossierEvent[]) {
  const lots = lotsOf(dossier)
  const handedIn = dossier.components.flatMap((one, place) => (isOnPaper(one) ? [String(place)] : []))
  const isResultThere = dossier.approvedAt !== null && isResultOnPaper(dossier)
  const all = [...lots.flatMap(({ papers }) => papers), ...(dossier.missing ?? []).map(({ paper }) => paper)]
  const ways = { given: 0, ended: 0 }
  for (const { type } of history)
    if (type === 'PapersHandedOver') ways.given += 1
    else if (type === 'PapersAccepted' || type === 'PapersRefused' || type === 'PapersTakenBack')
      ways.ended += 1
  const open = lots.flatMap(({ sheet }) => (sheet ? [sheet.id] : []))
  expect({ papers: all.toSorted(), open: new Set(open).size }).toEqual({
    papers: [...handedIn, ...(isResultThere ? ['result'] : [])].toSorted(),
    open: ways.given - ways.ended,
  })
  const last = history.at(-1)
  if (last?.type !== 'PapersHandedOver') return
  expect(last.to).toBe(dossier.holder?.unit)
  expect(last.from).not.toBe(last.to)
  expect(last.isInTime).toBe(last.due === null || last.at.slice(0, 16) <= last.due.slice(0, 16))
}
