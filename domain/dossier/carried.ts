import type { Dossier } from './dossier.ts'
import type {
  DossierTakenOver,
  PaperFound,
  PapersAccepted,
  PapersHandedOver,
  PapersRefused,
  PapersTakenBack,
  ResultApproved,
  SupplementReceived,
} from './events.ts'
import { isResultOnPaper, type Lot, lotsOf, type MissingPaper, onPaper, type PaperRef } from './papers.ts'

/** What events come to for the papers. Each names all it needs, so that the fold is the same for ever. */

type Carried = Pick<Dossier, 'lots' | 'missing'>

/** A dossier taken over from another system has its papers with whoever works on it then. */
export function withItsPapers<One extends Dossier>(dossier: One, { holder, at }: DossierTakenOver): One {
  const isSigned = dossier.approvedAt !== null && isResultOnPaper(dossier)
  const papers = [...onPaper(dossier.components, 0), ...(isSigned ? ['result'] : [])]
  return { ...dossier, lots: papers.length > 0 ? [{ unit: holder.unit, since: at, papers }] : [] }
}

/** What lay together at the giver's goes on a sheet as one. */
export function putOnSheet(dossier: Dossier, event: PapersHandedOver): Carried {
  const { sheet: id, number, from, to, papers, by } = event
  const gone = (lot: Lot) => lot.unit === from && lot.sheet === undefined
  const lots = lotsOf(dossier)
  const since = lots.filter(gone).reduce((first, lot) => (lot.since < first ? lot.since : first), event.at)
  const sheet = { id, number, to, givenBy: by.staff, at: event.at }
  return { lots: [...lots.filter((lot) => !gone(lot)), { unit: from, since, papers, sheet }] }
}

/** Confirmed: it lies with the receiver, but for what was missing. */
export function accepted(dossier: Dossier, event: PapersAccepted): Carried {
  const { sheet, number, from, to: unit, at } = event
  const came = event.papers.filter((paper) => !event.missing.includes(paper))
  const others = lotsOf(dossier).filter((lot) => lot.sheet?.id !== sheet)
  const missed = event.missing.map((paper): MissingPaper => ({ paper, unit, from, sheet, number, at }))
  return {
    lots: came.length > 0 ? [...others, { unit, since: at, papers: came }] : others,
    missing: [...(dossier.missing ?? []), ...missed],
  }
}

/** Refused or taken back: it lies with the giver as before. */
export function backWithGiver(dossier: Dossier, event: PapersRefused | PapersTakenBack): Carried {
  return {
    lots: lotsOf(dossier).flatMap((lot) => {
      const { sheet, ...rest } = lot
      if (sheet?.id !== event.sheet) return [lot]
      return rest.papers.length > 0 ? [rest] : []
    }),
  }
}

/** Found or replaced, it lies where it was missed. */
export function found(dossier: Dossier, { paper, unit, at }: PaperFound): Carried {
  return {
    lots: [...lotsOf(dossier), { unit, since: at, papers: [paper] }],
    missing: (dossier.missing ?? []).filter((one) => one.paper !== paper),
  }
}

/** What the citizen supplements lies where it came in. Until something was carried all lies there anyhow. */
export function supplemented(dossier: Dossier, { at, components }: SupplementReceived): Carried {
  if (!dossier.lots) return {}
  const from = dossier.components.length
  const papers = onPaper([...dossier.components, ...components], from)
  return papers.length === 0
    ? {}
    : { lots: [...dossier.lots, { unit: dossier.placeOfReceipt, since: at, papers }] }
}

/** A result on paper comes into being where it is signed. */
export function signed(dossier: Dossier, { at, by }: ResultApproved): Carried {
  const isThere = dossier.lots?.some(({ papers }) => papers.includes('result')) ?? false
  const isMissing = dossier.missing?.some(({ paper }) => paper === 'result') ?? false
  if (!dossier.lots || isThere || isMissing || !isResultOnPaper(dossier)) return {}
  return { lots: [...dossier.lots, { unit: by.unit, since: at, papers: ['result'] }] }
}

/** Sent back, there is no result any more; the sheet it may be on keeps the other papers. */
export function withoutResult(dossier: Dossier): Carried {
  const other = (paper: PaperRef) => paper !== 'result'
  return {
    ...(dossier.lots && {
      lots: dossier.lots.flatMap((lot) => {
        const papers = lot.papers.filter(other)
        return papers.length > 0 || lot.sheet ? [{ ...lot, papers }] : []
      }),
    }),
    ...(dossier.missing && { missing: dossier.missing.filter(({ paper }) => other(paper)) }),
  }
}
