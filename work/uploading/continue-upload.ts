import { toMoment } from '#domain/calendar/moment.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import { addPart } from '#store/uploads.ts'
import type { Desk } from '../desk.ts'
import { ownUpload, seeUpload, type SeenUpload } from './see-upload.ts'
import type { UploadPlace } from './upload-place.ts'

/** What is written down at a time: so much at most is sent again when the line breaks. */
const PIECE_BYTES = 128 * 1024

/**
 * Adds what comes to an upload, from the byte on at which it stands, and keeps whatever has come when the line breaks;
 * when it is whole, the file is taken. Answers how far it is: further on, or `changed-meanwhile` where somebody else sends too.
 */
export async function continueUpload(
  desk: Desk,
  place: UploadPlace,
  id: string,
  { from, content }: { readonly from: number; readonly content: AsyncIterable<Uint8Array> },
): Promise<Outcome<SeenUpload>> {
  const upload = await ownUpload(desk, place, id)
  if (!upload) return refuse('no-such-upload')
  if (upload.received !== from) return refuse('changed-meanwhile', { received: upload.received })
  const { centre, now } = desk
  let received = from
  for await (const bytes of inPieces(content)) {
    if (!(await addPart(centre, id, { from: received, bytes, at: toMoment(now) })))
      return refuse('changed-meanwhile', { received })
    received += bytes.length
  }
  return seeUpload(desk, place, id)
}

/** Gathers what trickles in; what has come before the line broke is a piece too. */
async function* inPieces(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  const gathered = () => {
    const piece = Buffer.concat(waiting)
    ;[waiting, size] = [[], 0]
    return piece
  }
  try {
    for await (const bytes of content) {
      waiting.push(bytes)
      size += bytes.length
      if (size >= PIECE_BYTES) yield gathered()
    }
  } catch {
    // Cut off: the sender asks how much has come and goes on from there.
  }
  if (size > 0) yield gathered()
}
