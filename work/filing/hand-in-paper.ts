import { toMoment } from '#domain/calendar/moment.ts'
import { findingsOf } from '#domain/digitising/page-quality.ts'
import type { HandedIn } from '#domain/digitising/upload-outcome.ts'
import { roomFor, type UploadsBefore } from '#domain/digitising/upload-quota.ts'
import { isRefusal, type Outcome, refuse } from '#domain/outcome.ts'
import { measure } from '#papers/digitising/make-copy.ts'
import { draftsOf, type DraftRow } from '#store/filing-drafts.ts'
import { keepFile, takeOutFile } from '#store/filing-files.ts'
import { recordInfected } from '#store/quarantine.ts'
import { uploadsBefore } from '#store/uploads.ts'
import { seal } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { refusedFile, uploaded } from '../scanning/readable-files.ts'
import { nameOf } from '../uploading/name-of.ts'
import { unfinishedSince } from '../uploading/upload-age.ts'
import { type AtDraft, ownDraft } from './own-draft.ts'

export interface FileToHandIn {
  /** The same again is the same file. */
  readonly id: string
  readonly component: string
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Takes a file for a paper, once it has been looked into and for viruses. Of a refused one nothing is kept but, where it
 * carried a virus, that it came. While the scanner is away the file is taken into quarantine.
 */
export async function handInPaper(
  at: AtDraft,
  draft: string,
  file: FileToHandIn,
): Promise<Outcome<HandedIn>> {
  const own = await ownDraft(at, draft)
  if (isRefusal(own)) return own
  const room = roomFor(await standing(at, own), { name: file.name, size: file.bytes.length })
  return isRefusal(room) ? room : takePaper(at.desk, own, file)
}

/** The same of a file whose room was kept for it while it was on its way. */
export async function takePaper(
  desk: Desk,
  draft: DraftRow,
  { id, component, name: called, bytes }: FileToHandIn,
): Promise<Outcome<HandedIn>> {
  const { centre, now, lookForViruses } = desk
  const name = nameOf(called)
  const given = uploaded(name, bytes)
  if (isRefusal(given)) return given
  const at = toMoment(now)
  const { mediaType } = given
  const about = { id, component, mediaType, size: bytes.length, sha256: seal(bytes) }
  const virus = lookForViruses && (await lookForViruses(bytes))
  if (virus?.kind === 'infected') {
    const { found } = virus
    await recordInfected(centre, { ...about, filing: draft.id, found, handedInAt: at, foundAt: at })
    return refuse('file-infected', { name })
  }
  const seen = await measure(given)
  if (seen.fault !== undefined) return refusedFile(seen)
  const findings = findingsOf(seen.pages, null)
  const checkedFor = virus === undefined ? 'kind' : virus.kind === 'clean' ? 'viruses' : null
  const isKept = await keepFile(centre, draft.id, { ...about, name, at, bytes, findings, checkedFor })
  return isKept ? { findings, isChecked: checkedFor !== null } : refuse('no-filing-draft')
}

/** Takes a file out of a draft again. */
export async function takeOutPaper(at: AtDraft, draft: string, file: string): Promise<Outcome<true>> {
  const own = await ownDraft(at, draft)
  if (isRefusal(own)) return own
  await takeOutFile(at.desk.centre, draft, file)
  return true
}

/** More drafts nobody has at once. */
const MOST_DRAFTS = 200

/** What has come and was announced, at the draft and with the person; an officer helps many, each with a draft of their own. */
export async function standing({ desk }: Pick<AtDraft, 'desk'>, draft: DraftRow): Promise<UploadsBefore> {
  const { centre, now } = desk
  const whose =
    draft.citizen !== null
      ? { citizen: draft.citizen }
      : draft.browser !== null
        ? { browser: draft.browser }
        : null
  const drafts = whose ? await draftsOf(centre, whose, MOST_DRAFTS) : [draft]
  const whoseRoom = { of: draft.id, person: personOf(draft), since: unfinishedSince(now) }
  return uploadsBefore(
    centre,
    whoseRoom,
    drafts.map(({ id }) => id),
  )
}

/** Whose room a file takes: an account, a browser, or the one draft an officer helps with. */
export function personOf({ id, citizen, browser }: DraftRow): string {
  return citizen ?? browser ?? id
}
