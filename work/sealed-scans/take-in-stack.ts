import { toMoment } from '#domain/calendar/moment.ts'
import { findingsOf } from '#domain/digitising/page-quality.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { takeApart } from '#papers/digitising/take-apart.ts'
import type { TakenPiece } from '#papers/digitising/taken-apart.ts'
import type { Original } from '#store/copies.ts'
import { keepFiles, keepUnrecognised, occurrencesOf } from '#store/sealed-scans.ts'
import { seal } from '../chance.ts'
import { derivedId } from '../derived-id.ts'
import type { Desk } from '../desk.ts'
import { allUploaded, refusedFile, type SentFile } from '../scanning/readable-files.ts'
import { attachByMarks, type StackDocument } from './attach-sealed.ts'
import { whoScans } from './who-scans.ts'

/** What became of a stack of scans. */
export interface StackTakenIn {
  readonly pages: number
  /** Codes of the dossiers whose stamped result it brought. */
  readonly attached: readonly string[]
  /** Documents left for a person to look at. */
  readonly left: number
  /** Documents that were sent before, in these very files, and stand or wait already. */
  readonly known: number
}

const TITLE = 'Kết quả đã ký và đóng dấu'
/** What ids of pieces stem from; they are told apart by the bytes they came in. */
const PIECES = '00000000-0000-7000-8000-000000000000'

/**
 * Takes in results that were stamped by hand and scanned: each finds its dossier by the code mark on its pages, the others
 * wait for a person. The files are kept as they came before anything is made of them; the same stack again changes nothing.
 */
export async function takeInStack(desk: Desk, sent: readonly SentFile[]): Promise<Outcome<StackTakenIn>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const { centre, now } = desk
  const files = allUploaded(sent)
  if (isRefusal(files)) return files
  const taken = await takeApart(files, { title: TITLE, office: centre.name, madeAt: toMoment(now) })
  if (taken.fault !== undefined) return refusedFile(taken)
  if (taken.pieces.length === 0) return refuse('stack-blank', { pages: taken.pages })
  const originals = files.map(({ name, mediaType, bytes }) => ({
    name: name.normalize('NFC').slice(0, 200),
    mediaType,
    size: bytes.length,
    sha256: seal(bytes),
  }))
  await keepFiles(
    centre,
    files.map(({ mediaType, bytes }, place) => ({
      mediaType,
      bytes,
      sha256: originals[place]?.sha256 ?? '',
    })),
  )
  const attached: string[] = []
  let [left, known] = [0, 0]
  for (const piece of taken.pieces) {
    const became = await takeIn(desk, actor.id, piece, originals)
    if (became === 'left') left += 1
    else if (became === 'known') known += 1
    else attached.push(became.code)
  }
  return { pages: taken.pages, attached, left, known }
}

async function takeIn(
  desk: Desk,
  staff: string,
  taken: TakenPiece,
  originals: readonly Original[],
): Promise<'left' | 'known' | { readonly code: string }> {
  const { centre, now } = desk
  const { of, missing, unread, measured, thumbnail, pdf: bytes } = taken
  const from = taken.pages.map(({ file, page }) => ({ sha256: originals[file]?.sha256 ?? '', page }))
  const piece = derivedId(PIECES, ...from.flatMap(({ sha256, page }) => [sha256, page]))
  const { isOpen, ended } = await occurrencesOf(centre, piece)
  if (isOpen) return 'known'
  const document: StackDocument = {
    id: derivedId(piece, ended),
    piece,
    of,
    missing,
    unread,
    files: originals.flatMap((file) => {
      const pages = from.filter(({ sha256 }) => sha256 === file.sha256).map(({ page }) => page)
      return pages.length === 0 ? [] : [{ ...file, pages }]
    }),
    pages: from.length,
    findings: findingsOf(measured, of?.pages ?? null),
    sha256: seal(bytes),
    bytes,
  }
  const became = await attachByMarks(desk, document, { staff, settled: null })
  if (typeof became !== 'string') return became
  // Sent twice at one instant, the other may have been faster.
  if (became === 'attached-already' && (await occurrencesOf(centre, piece)).isOpen) return 'known'
  const id = derivedId(document.id, 'left')
  await keepUnrecognised(centre, { ...document, id, size: bytes.length, staff, at: toMoment(now), thumbnail })
  return 'left'
}
