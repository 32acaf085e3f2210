import { type Moment, toMoment } from '#domain/calendar/moment.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { type CheckedSignature, checkPdf } from '#papers/signing/check-pdf.ts'
import { issuedAmong } from '#store/result-documents.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'

/** What can be said of a document somebody shows. */
export interface CheckedDocument {
  /** The result of this centre it is, or begins with; null for a document this centre did not give out. */
  readonly issued: {
    readonly code: string
    readonly stage: 'approved' | 'sealed'
    readonly at: Moment
  } | null
  /** Byte for byte what was given out, with nothing behind it. */
  readonly isWhole: boolean
  readonly signatures: readonly CheckedSignature[]
}

const NOBODY = { anchors: [], lists: [], answers: [] }
/** A document of ours has a few revisions; more ends are not looked at. */
const MOST_ENDS = 40

/** Looks at a document anybody hands in: is it ours, is it unchanged, whose signatures are on it. Nothing is kept. */
export async function checkDocument(
  { centre, now, signing }: Desk,
  bytes: Uint8Array,
): Promise<Outcome<CheckedDocument>> {
  const trust = signing?.trust ?? NOBODY
  const signatures = await checkPdf(bytes, { trust, now: toMoment(now) })
  if (isRefusal(signatures)) return signatures
  const ends = [...new Set([...endsOf(bytes), bytes.length])].slice(-MOST_ENDS)
  const revisions = ends.map((end) => ({ end, sha256: seal(bytes.subarray(0, end)) }))
  const known = await issuedAmong(
    centre,
    revisions.map((one) => one.sha256),
  )
  const latest = revisions.findLast(({ sha256 }) => known.some((one) => one.sha256 === sha256))
  const found = known.find((one) => one.sha256 === latest?.sha256)
  return {
    issued: found ? { code: found.code, stage: found.stage, at: found.at } : null,
    isWhole: latest?.end === bytes.length,
    signatures,
  }
}

/** Where revisions of a PDF can end: behind each end mark, with or without a line break. */
function endsOf(bytes: Uint8Array): number[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const ends: number[] = []
  for (let at = text.indexOf('%%EOF'); at !== -1; at = text.indexOf('%%EOF', at + 1)) {
    const end = at + 5
    ends.push(end, ...[1, 2].map((more) => end + more).filter((one) => one <= bytes.length))
  }
  return ends
}
