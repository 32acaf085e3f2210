import { isId } from '#shapes/id.ts'
import type { Moment } from '#domain/calendar/moment.ts'
import type { UploadOutcome } from '#domain/digitising/upload-outcome.ts'
import { type Outcome, refuse } from '#domain/outcome.ts'
import {
  dropUpload as drop,
  settleUpload,
  type UploadRow,
  unfinishedOf,
  uploadedBytes,
  uploadOf,
} from '#store/uploads.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { expiryOf, unfinishedSince } from './upload-age.ts'
import type { UploadPlace } from './upload-place.ts'

/** How far an upload has come. */
export interface SeenUpload {
  readonly id: string
  readonly name: string
  /** Bytes. */
  readonly size: number
  readonly received: number
  /** As it was announced, hexadecimal: whoever has the same file goes on with it. */
  readonly sha256: string | null
  /** What became of it; null until it is whole. */
  readonly outcome: UploadOutcome | null
  /** When it is thrown away unless somebody goes on with it. */
  readonly expiresAt: Moment
}

/** An upload of this place, as far as it has come. What is whole and was not taken up yet is taken now. */
export async function seeUpload(desk: Desk, place: UploadPlace, id: string): Promise<Outcome<SeenUpload>> {
  const row = await ownUpload(desk, place, id)
  if (!row) return refuse('no-such-upload')
  if (row.outcome !== null || row.received < row.size) return seen(row)
  await once(id, async () => settleUpload(desk.centre, id, await taking(desk, place, row)))
  // Of two programs that took it at once the first answer stands.
  const settled = await ownUpload(desk, place, id)
  return settled ? seen(settled) : refuse('no-such-upload')
}

const beingTaken = new Map<string, Promise<void>>()

/** Whoever asks again while a file is being looked into waits for that look. */
function once(id: string, take: () => Promise<void>): Promise<void> {
  const own = beingTaken.get(id) ?? take().finally(() => beingTaken.delete(id))
  beingTaken.set(id, own)
  return own
}

async function taking({ centre }: Desk, { take }: UploadPlace, row: UploadRow): Promise<UploadOutcome> {
  const { id, component, name, sha256 } = row
  const bytes = await uploadedBytes(centre, id)
  // Another file than was announced, or one put together of two.
  if (sha256 !== null && seal(bytes) !== sha256) return refuse('scan-cut-off', { name })
  return take({ id, component, name, bytes })
}

/** What was begun here and is not whole yet. */
export async function seeUnfinished(
  { centre, now }: Desk,
  { of, component }: Pick<UploadPlace, 'of' | 'component'>,
): Promise<SeenUpload[]> {
  const rows = await unfinishedOf(centre, of, unfinishedSince(now))
  return rows.filter((one) => one.component === component).map(seen)
}

/** Throws away what has come of an upload; a paper that was taken stays. */
export async function dropUpload(desk: Desk, place: UploadPlace, id: string): Promise<Outcome<true>> {
  if (!(await ownUpload(desk, place, id))) return refuse('no-such-upload')
  await drop(desk.centre, id)
  return true
}

/** An upload that belongs to this place and is not too old. */
export async function ownUpload(
  { centre, now }: Desk,
  { of, component }: UploadPlace,
  id: string,
): Promise<UploadRow | undefined> {
  const row = isId(id) ? await uploadOf(centre, id) : undefined
  return row?.of === of && row.component === component && row.movedAt >= unfinishedSince(now)
    ? row
    : undefined
}

function seen({ id, name, size, received, sha256, outcome, movedAt }: UploadRow): SeenUpload {
  return { id, name, size, received, sha256, outcome, expiresAt: expiryOf(movedAt) }
}
