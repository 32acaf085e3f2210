import type { Dossier } from '#domain/dossier/dossier.ts'
import { dayOf } from '#domain/calendar/moment.ts'
import { capacityLines, type Mandate, mandateOn, type Staff } from '#domain/people/may.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { printResult, type ResultData } from '#papers/result.ts'
import { placeOf } from '#papers/vietnamese.ts'
import type { Spot } from '#papers/print.ts'
import { bookOf } from '../centre-book.ts'
import { seal } from '../chance.ts'
import type { CentreBook, Desk } from '../desk.ts'

/** The result of a dossier before anybody signed it. */
export interface DraftResult {
  readonly data: ResultData
  readonly bytes: Uint8Array
  readonly spots: ReadonlyMap<string, Spot>
  /** Of the bytes, hexadecimal: what the approver reviews is named by it. */
  readonly sha256: string
}

/** A dossier with the procedure it was received under. */
export interface OfProcedure {
  readonly dossier: Dossier
  readonly procedure: Procedure
}

/** The draft of a dossier as it stands, to be signed by this person: the same dossier gives the same bytes. */
export async function draftResult(
  desk: Desk,
  { dossier, procedure }: OfProcedure,
  approver: Pick<Staff, 'name' | 'mandates'>,
): Promise<DraftResult> {
  const book = await bookOf(desk.centre)
  const data = resultData({ desk, book, procedure }, dossier, approver)
  const { bytes, spots } = await printResult(data)
  return { data, bytes, spots, sha256: seal(bytes) }
}

/** What the result of a dossier says. */
export function resultData(
  {
    desk,
    book,
    procedure,
  }: { readonly desk: Desk; readonly book: CentreBook; readonly procedure: Procedure },
  dossier: Dossier,
  approver: Pick<Staff, 'name' | 'mandates'>,
): ResultData {
  const { code, refusal, owner, applicant, lastEventAt } = dossier
  const agency = officeOf(book, dossier.unit)
  return {
    code,
    title: refusal ? 'Thông báo không đủ điều kiện giải quyết' : 'Kết quả giải quyết thủ tục hành chính',
    subject: procedure.name,
    office: { agency: agency.above ?? desk.centre.name, unit: agency.name },
    place: placeOf(agency.committee ?? desk.centre.name),
    lines: [
      { label: 'Mã hồ sơ', value: code },
      { label: 'Chủ hồ sơ', value: owner.name },
      ...(applicant.name === owner.name ? [] : [{ label: 'Người nộp hồ sơ', value: applicant.name }]),
    ],
    paragraphs: refusal
      ? [`Lý do: ${refusal.reason}`, `Căn cứ: ${refusal.ground}`]
      : [`${agency.name} đã thẩm định hồ sơ, xác nhận hồ sơ đủ điều kiện và đồng ý giải quyết theo đề nghị.`],
    receivers: [owner.name, 'Bộ phận Tiếp nhận và Trả kết quả'],
    capacity: linesOver(mandateOn(approver, dossier.unit, dayOf(desk.now).toString())),
    signer: approver.name,
    madeAt: lastEventAt,
  }
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
