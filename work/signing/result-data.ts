import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import { capacityLines, type Mandate, mandateOn, type Staff } from '#domain/people/may.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import type { PublishedResultForm } from '#store/result-forms.ts'
import { resultFormFor } from '#domain/procedure/result-form.ts'
import type { ResultHead, ResultSigner, ResultToPrint } from '#papers/result.ts'
import { dayInWords, placeOf } from '#papers/vietnamese.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** A dossier with the procedure it was received under. */
export interface OfProcedure {
  readonly dossier: Dossier
  readonly procedure: Procedure
}

/** The result form of a dossier: that of the day it was received; a refusal has the letter of refusals instead. */
export function resultFormOf(
  { resultForms }: CentreBook,
  { dossier, procedure }: OfProcedure,
): PublishedResultForm | undefined {
  if (dossier.refusal) return undefined
  return resultFormFor(resultForms, procedure.form, dayOf(fromMoment(dossier.receivedAt)).toString())
}

/** What every result of a dossier says. */
export function headOf(
  desk: Desk,
  book: CentreBook,
  { code, owner, unit }: Dossier,
  { title, subject }: Pick<ResultHead, 'title' | 'subject'>,
): ResultHead {
  const agency = officeOf(book, unit)
  return {
    code,
    title,
    subject,
    office: { agency: agency.above ?? desk.centre.name, unit: agency.name },
    place: placeOf(agency.committee ?? desk.centre.name),
    receivers: [owner.name, 'Bộ phận Tiếp nhận và Trả kết quả'],
  }
}

/** The result of a procedure without a form of its own, or the letter of a refusal: made of the dossier alone. */
export function houseResult(
  desk: Desk,
  book: CentreBook,
  { dossier, procedure }: OfProcedure,
  signer: ResultSigner,
): ResultToPrint {
  const { refusal, lastEventAt: madeAt } = dossier
  return refusal
    ? {
        data: refusalLetter(desk, book, { dossier, procedure }, refusal),
        template: 'refusal-letter.typ',
        signer,
        madeAt,
      }
    : { data: generalPage(desk, book, { dossier, procedure }), template: 'result.typ', signer, madeAt }
}

function generalPage(desk: Desk, book: CentreBook, { dossier, procedure }: OfProcedure): ResultHead {
  const head = headOf(desk, book, dossier, {
    title: 'Kết quả giải quyết thủ tục hành chính',
    subject: procedure.name,
  })
  const paragraph = `${head.office.unit} đã thẩm định hồ sơ, xác nhận hồ sơ đủ điều kiện và đồng ý giải quyết theo đề nghị.`
  const lines = [
    { label: 'Mã hồ sơ', value: dossier.code },
    { label: 'Chủ hồ sơ', value: dossier.owner.name },
    ...applicantLine(dossier),
  ]
  return Object.assign(head, { lines, paragraphs: [paragraph] })
}

function refusalLetter(
  desk: Desk,
  book: CentreBook,
  { dossier, procedure }: OfProcedure,
  { reason, ground }: NonNullable<Dossier['refusal']>,
): ResultHead {
  const title = 'Thông báo không đủ điều kiện giải quyết'
  const head = headOf(desk, book, dossier, { title, subject: procedure.name })
  return Object.assign(head, {
    owner: dossier.owner.name,
    procedure: procedure.name,
    receivedOn: dayInWords(dossier.receivedAt),
    lines: [...applicantLine(dossier), { label: 'Lý do', value: reason }, { label: 'Căn cứ', value: ground }],
    paragraphs: [`${head.office.unit} thông báo để ông (bà) biết và thực hiện.`],
  })
}

function applicantLine({ owner, applicant }: Dossier) {
  return applicant.name === owner.name ? [] : [{ label: 'Người nộp hồ sơ', value: applicant.name }]
}

/** Who signs, as it stands over and under the signature. */
export function signerOf(desk: Desk, { unit }: Dossier, approver: Staff): ResultSigner {
  const mandate = mandateOn(approver, unit, dayOf(desk.now).toString())
  return { name: approver.name, capacity: linesOver(mandate) }
}

/** The signing form and positions over a signature; what a mandate without them says is left as it was. */
function linesOver(mandate: Mandate | undefined): readonly string[] {
  return mandate?.capacity
    ? capacityLines(mandate.capacity)
    : ['TUQ. Thủ trưởng cơ quan', 'Người được ủy quyền']
}

function officeOf(book: CentreBook, unit: string) {
  const own = book.units.get(unit)
  const above = own?.parent ? book.units.get(own.parent) : undefined
  const committee = above?.parent ? book.units.get(above.parent) : above
  return { name: own?.name ?? unit, above: above?.name, committee: committee?.name }
}
