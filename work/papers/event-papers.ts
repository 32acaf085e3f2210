import type {
  ApologySigned,
  DossierEvent,
  DossierStopped,
  PaymentTaken,
  ResultHandedBack,
  SupplementRequested,
} from '#domain/dossier/events.ts'
import { apologyOnPaper } from '#papers/apology.ts'
import { feeReceiptOnPaper } from '#papers/fee-receipt.ts'
import { resultReceiptOnPaper } from '#papers/result-receipt.ts'
import { stopNoticeOnPaper } from '#papers/stop-notice.ts'
import { supplementOnPaper } from '#papers/supplement.ts'
import { componentNames, type DossierTold, lastBefore } from './dossier-told.ts'
import { contactOf, issuingOffice, officeOf } from './office.ts'
import { numberOfLetter } from './letter-number.ts'
import { paperNumber } from './slip-number.ts'

/** What the paper of an event is printed from; undefined for events that make none. */
export function paperOfEvent(
  told: DossierTold,
  event: DossierEvent,
  sequence: number,
): (() => Promise<object>) | undefined {
  switch (event.type) {
    case 'SupplementRequested':
      return () => supplement(told, event, sequence)
    case 'ApologySigned':
      return () => apology(told, event, sequence)
    case 'DossierStopped':
      return () => stopNotice(told, event, sequence)
    case 'PaymentTaken':
      return () => Promise.resolve(feeReceipt(told, event))
    case 'ResultHandedBack':
      return () => Promise.resolve(resultReceipt(told, event, sequence))
    default:
      return undefined
  }
}

/** What papers of a dossier say alike. */
function common({ desk, book, dossier, procedure }: DossierTold) {
  const { code, applicant, receivedAt } = dossier
  const office = officeOf(book, desk, dossier.placeOfReceipt)
  return { office, code, applicant, receivedAt, subject: procedure.name, field: procedure.field }
}

function slipOf(told: DossierTold, event: DossierEvent, book: `slip:${string}`, at: number) {
  const about = `${told.dossier.code}#${at}`
  return paperNumber(told.desk, told.staff, { book, id: told.id, about, datedAt: event.at })
}

const nameOf = ({ names }: DossierTold, { by }: DossierEvent) => names.get(by.staff) ?? ''

async function supplement(told: DossierTold, event: SupplementRequested, sequence: number) {
  const { office, ...rest } = common(told)
  const { items, whyAgain, answerBy = null, at } = event
  return supplementOnPaper({
    ...rest,
    office,
    at,
    items,
    whyAgain,
    answerBy,
    number: await slipOf(told, event, 'slip:HDHS', sequence),
    names: componentNames(told),
    contact: contactOf(office, nameOf(told, event), told.site),
  })
}

async function apology(told: DossierTold, event: ApologySigned, sequence: number) {
  const drafted = lastBefore(told, 'ApologyDrafted', sequence)
  if (!drafted) throw new Error(`${told.dossier.code}: an apology was signed that nobody wrote`)
  const { cause, reason, promised } = drafted
  const { unit, dueAtReceipt } = told.dossier
  const sent = told.history.filter((one) => one.sequence < sequence && one.event.type === 'ApologySent')
  return apologyOnPaper({
    ...common(told),
    office: issuingOffice(told.book, told.desk, unit),
    unitCode: unit,
    number: await numberOfLetter(told, event, { letter: 'apology', sequence }),
    signedAt: event.at,
    signer: nameOf(told, event),
    capacity: event.capacity,
    due: dueAtReceipt,
    cause,
    reason,
    promised,
    earlier: sent.length,
  })
}

async function stopNotice(told: DossierTold, event: DossierStopped, sequence: number) {
  const { office, ...rest } = common(told)
  const { at: stoppedAt, why, reason, ground, papersReturned, money, step } = event
  return stopNoticeOnPaper({
    ...rest,
    office,
    unitCode: told.dossier.unit,
    number: await numberOfLetter(told, event, { letter: 'stop', sequence }),
    stoppedAt,
    why,
    reason,
    ground,
    papersReturned,
    money,
    step: told.procedure.steps.find(({ key }) => key === step)?.name ?? step,
    contact: contactOf(office, nameOf(told, event), told.site),
  })
}

function feeReceipt(told: DossierTold, event: PaymentTaken) {
  const { dossier } = told
  const { receiptNumber: number, at: takenAt, dong, way, receiptForm, payer, through } = event
  const lines = event.lines ?? dossier.fee?.lines ?? []
  // Paid in parts the lines are not what this receipt is for.
  const isWhole = lines.reduce((sum, one) => sum + one.dong, 0) === dong
  return feeReceiptOnPaper({
    ...common(told),
    number,
    takenAt,
    dong,
    way,
    through: through ? { provider: through.provider, reference: event.reference ?? '' } : null,
    payer: payer ?? dossier.applicant.name,
    address: dossier.applicant.address,
    lines: isWhole ? lines : [{ kind: 'charge', name: told.procedure.name, dong }],
    exemption: dossier.fee?.exemption ?? null,
    cashier: nameOf(told, event),
    reading: told.book.numberReading,
    series: receiptForm ?? { form: null, symbol: null },
  })
}

function resultReceipt(told: DossierTold, event: ResultHandedBack, sequence: number) {
  const ready = lastBefore(told, 'ResultReady', sequence)
  return resultReceiptOnPaper({
    ...common(told),
    owner: told.dossier.owner.name,
    receiver: event.receiver,
    result: ready?.result ?? 'granted',
    documentNumber: lastBefore(told, 'ResultSealed', sequence)?.documentNumber ?? null,
    documentCopies: told.dossier.copiesWanted,
    way: event.way,
    returnedAt: event.at,
    giver: nameOf(told, event),
  })
}
