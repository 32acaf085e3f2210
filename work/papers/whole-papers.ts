import { blocksOf, passagesOf } from '#domain/dossier/passages.ts'
import { controlSheetOnPaper } from '#papers/control-sheet.ts'
import { postalSlipOnPaper } from '#papers/postal-slip.ts'
import { processSlipOnPaper } from '#papers/process-slip.ts'
import { toldHistory } from '../reading/told-history.ts'
import { componentNames, type DossierTold } from './dossier-told.ts'
import { papersOfDossier } from '../transferring/papers-of-dossier.ts'
import { officeOf, postalSideOf } from './office.ts'
import { today } from '../change-dossier.ts'

/** What all of these papers say of the dossier; they are dated by the last thing that happened. */
function common({ desk, book, dossier, procedure }: DossierTold) {
  const { code, receivedAt, dueAtReceipt: due, lastEventAt: at, owner } = dossier
  const office = officeOf(book, desk, dossier.placeOfReceipt)
  return { office, at, code, receivedAt, due, owner: owner.name, subject: procedure.name }
}

const linesOf = ({ history, procedure, book, names }: DossierTold) =>
  toldHistory(history, { steps: procedure.steps, book, names })

/** The control sheet as far as the dossier has come: a block a hand-over. */
export function controlSheet(told: DossierTold): object {
  const { dossier, book, history } = told
  const { transfers } = papersOfDossier(dossier, history, told)
  const carried = transfers.map((one) => ({ from: one.fromName, to: one.toName, at: one.given.at, of: one }))
  return controlSheetOnPaper({
    ...common(told),
    unit: book.units.get(dossier.unit)?.name ?? dossier.unit,
    consulted: (dossier.consultations ?? []).map(({ body }) => body),
    handOvers: blocksOf(passagesOf(linesOf(told)), carried).map(({ passage, sheets }) => ({
      ...(passage ?? papersAlone(sheets[0])),
      sheets: sheets.map(({ of: { number, given, taken, isInTime, missing } }) => ({
        number,
        given,
        received: taken,
        isInTime,
        missing: missing.map(({ name }) => name ?? RESULT),
        note: taken?.note ?? null,
      })),
    })),
  })
}

const RESULT = 'kết quả'

const papersAlone = (sheet: { readonly from: string; readonly to: string } | undefined) => ({
  from: sheet?.from ?? '',
  to: sheet?.to ?? '',
  at: null,
  giver: '',
  receiver: null,
  result: null,
})

/** Each thing that was done, by whom, from when to when, and what was said. */
export function processSlip(told: DossierTold): object {
  const lines = linesOf(told)
  return processSlipOnPaper({
    ...common(told),
    steps: lines.map(({ stepName, by, at, note }, place) => ({
      step: stepName,
      by: `${by.name}, ${by.unitName}`,
      from: lines[place - 1]?.at ?? null,
      to: at,
      note,
    })),
  })
}

/** The slip that goes with a dossier sent by post, or with its result; the post fills in the rest. */
export function postalSlip(told: DossierTold): object {
  const { dossier, desk, book } = told
  const { office, ...rest } = common(told)
  const centre = postalSideOf(book, office, dossier.placeOfReceipt, today(desk))
  const { applicant, channel, returnWish, components } = dossier
  const names = componentNames(told)
  const isComing = channel === 'post'
  const person = { ...applicant, address: isComing ? applicant.address : returnWish.address }
  return postalSlipOnPaper({
    ...rest,
    office: { ...office, agency: office.agency || desk.centre.name },
    isResult: !isComing,
    sender: isComing ? person : centre,
    recipient: isComing ? centre : person,
    papers: isComing
      ? components.map(({ component, original, certified, copy }) => ({
          name: names.get(component) ?? component,
          count: original + certified + copy,
        }))
      : [{ name: told.procedure.result, count: dossier.copiesWanted }],
  })
}
