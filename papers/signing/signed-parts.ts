import { type PDF, PdfDict, PdfNumber, PdfString } from '@libpdf/core'

/** One signature as it stands in a document: which bytes it covers, and what signs them (CMS). */
export interface SignedPart {
  readonly field: string
  /** Where what it covers ends; bytes behind it came later. */
  readonly end: number
  /** The covered bytes: everything up to there but the signature itself; null when it names other bytes. */
  readonly covered: Uint8Array | null
  readonly cms: Uint8Array
  /** Whether it stamps the time of the whole document and signs for nobody. */
  readonly isTimeStamp: boolean
}

/** The signatures of a document in the order in which they were put on it. */
export function signedParts(pdf: PDF, bytes: Uint8Array): SignedPart[] {
  const fields = pdf.getForm()?.getSignatureFields() ?? []
  return fields
    .map((field) => partOf(field.name, field.getSignatureDict(), bytes, pdf))
    .filter((part) => part !== null)
    .sort((one, other) => one.end - other.end)
}

function partOf(field: string, signature: PdfDict | null, bytes: Uint8Array, pdf: PDF): SignedPart | null {
  if (!signature) return null
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const contents = signature.getString('Contents', resolve)
  const range = signature.getArray('ByteRange', resolve)?.toArray() ?? []
  const [start = -1, before = 0, after = 0, rest = 0] = range.map((one) =>
    one instanceof PdfNumber ? one.value : -1,
  )
  const isTimeStamp = signature.getName('Type', resolve)?.value === 'DocTimeStamp'
  const end = after + rest
  const isHole = start === 0 && before > 0 && after > before && end <= bytes.length && rest > 0
  const covered =
    isHole && contents instanceof PdfString && isOnlyHexadecimal(bytes.subarray(before, after))
      ? Buffer.concat([bytes.subarray(0, before), bytes.subarray(after, end)])
      : null
  return { field, end, covered, cms: contents?.bytes ?? new Uint8Array(), isTimeStamp }
}

/** The hole may hold the signature and nothing else: text hidden there would be signed by nobody. */
function isOnlyHexadecimal(hole: Uint8Array): boolean {
  return /^<[\da-fA-F\s]*>$/.test(Buffer.from(hole).toString('latin1'))
}
