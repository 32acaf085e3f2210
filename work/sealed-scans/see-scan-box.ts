import { toMoment } from '#domain/calendar/moment.ts'
import { type Unrecognised, whyUnrecognised } from '#domain/dossier/sealed-scan.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { recordAccess } from '#store/access-records.ts'
import type { Original } from '#store/copies.ts'
import {
  attachedLately,
  type AttachedRow,
  contentOf,
  filesOfCopy,
  lookOf,
  type UnrecognisedRow,
  waitingScans,
} from '#store/sealed-scans.ts'
import { staffNames } from '#store/staff-names.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { standingResult } from './standing-result.ts'
import { whoScans } from './who-scans.ts'

/** A scan that waits for a person. */
export interface SeenWaiting extends Pick<
  UnrecognisedRow,
  'id' | 'at' | 'pages' | 'of' | 'missing' | 'unread'
> {
  readonly by: string
  readonly files: readonly Original[]
  /** Why it is not attached, as things stand now; null where it can be by now. */
  readonly why: Unrecognised | null
  /** The dossier its mark names, where it is one of this centre. */
  readonly known: string | null
}

export interface SeenScanBox {
  readonly waiting: readonly SeenWaiting[]
  /** Behind which the next page begins; null at the end. */
  readonly next: string | null
  readonly lately: readonly (Omit<AttachedRow, 'staff'> & { readonly by: string })[]
}

const PAGE = 20
const LATELY = 20

/** What waits for a person and what was attached last. Nothing of a person is told but what the small pictures show. */
export async function seeScanBox(desk: Desk, after: string | null = null): Promise<Outcome<SeenScanBox>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const { centre } = desk
  const [found, lately] = await Promise.all([
    waitingScans(centre, { after, size: PAGE + 1 }),
    attachedLately(centre, LATELY),
  ])
  const rows = found.slice(0, PAGE)
  const names = await staffNames(
    centre,
    [...rows, ...lately].map(({ staff }) => staff),
  )
  const last = rows.at(-1)
  return {
    waiting: await Promise.all(
      rows.map(async (row) => {
        const { id, at, pages, of, missing, unread, files, staff } = row
        const standing = of && (await standingResult(centre, of.code))
        return {
          id,
          at,
          pages,
          of,
          missing,
          unread,
          files,
          by: names.get(staff) ?? '',
          why: whyUnrecognised(row, standing),
          known: standing?.held.dossier.code ?? null,
        }
      }),
    ),
    next: found.length > PAGE && last ? last.id : null,
    lately: lately.map(({ staff, ...row }) => ({ ...row, by: names.get(staff) ?? '' })),
  }
}

/** Something of a scan to be looked at. */
export interface SeenContent {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** The copy of a scan's pages, or its first page small. The access is recorded where its mark names a dossier. */
export async function seeBoxScan(
  desk: Desk,
  id: string,
  what: 'pages' | 'thumbnail',
): Promise<Outcome<SeenContent>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const look = await lookOf(desk.centre, id)
  if (!look) return refuse('no-such-waiting-scan')
  await recordSeen(desk, actor.id, look.code)
  return what === 'pages'
    ? { name: 'ban-quet.pdf', mediaType: 'application/pdf', bytes: look.bytes }
    : { name: 'trang-dau.jpg', mediaType: 'image/jpeg', bytes: look.thumbnail }
}

/** A file as it came out of the scanner, found by a document that was in it; counted from 1. */
export async function seeBoxFile(desk: Desk, id: string, place: number): Promise<Outcome<SeenContent>> {
  const actor = whoScans(desk)
  if (isRefusal(actor)) return actor
  const { centre } = desk
  const look = (await filesOfCopy(centre, id)) ?? (await lookOf(centre, id))
  const file = look?.files[place - 1]
  const bytes = file && (await contentOf(centre, file.sha256))
  if (!look || !bytes) return refuse('no-such-waiting-scan')
  await recordSeen(desk, actor.id, look.code)
  return { name: file.name, mediaType: file.mediaType, bytes }
}

function recordSeen({ centre, now }: Desk, staff: string, code: string | null): Promise<void> {
  return recordAccess(centre, { id: newId(), at: toMoment(now), staff, what: 'see-paper', code })
}
