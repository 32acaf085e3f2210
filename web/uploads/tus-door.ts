import type { Context, Hono } from 'hono'
import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import { isRefusal, type Outcome, type Refusal } from '#domain/outcome.ts'
import { UploadToBegin } from '#shapes/uploads.ts'
import type { Desk } from '#work/desk.ts'
import { beginUpload } from '#work/uploading/begin-upload.ts'
import { continueUpload } from '#work/uploading/continue-upload.ts'
import { dropUpload, seeUpload, type SeenUpload } from '#work/uploading/see-upload.ts'
import type { UploadPlace } from '#work/uploading/upload-place.ts'
import { refusalText } from '../desk/form.ts'
import type { Words } from '../words/vi.ts'

/** Who sends, in which language, and where to; asked for anew with every request. */
export interface Uploader {
  readonly desk: Desk
  readonly words: Words
  readonly place: Outcome<UploadPlace>
  /** From when on another file may be begun; null when one may. */
  readonly mayBegin: () => Temporal.Instant | null
}

const VERSION = '1.0.0'
const CONTENT = 'application/offset+octet-stream'

/**
 * Files sent in pieces and gone on with where the line broke, by the tus protocol 1.0.0 with creation, termination and
 * expiration (tus.io/protocols/resumable-upload). No other site can send here: the header every request must have is
 * one a browser asks about first, and it is told nothing.
 */
export function addUploadDoor(app: Hono, path: string, uploaderOf: (c: Context) => Promise<Uploader>): void {
  const one = `${path}/:upload`
  const door = (answer: (c: Context, given: Sending) => Promise<Response>) => async (c: Context) => {
    c.header('Tus-Resumable', VERSION)
    c.header('Cache-Control', 'no-store')
    if (c.req.method !== 'GET' && c.req.header('tus-resumable') !== VERSION) {
      c.header('Tus-Version', VERSION)
      return c.body(null, 412)
    }
    const { place, ...uploader } = await uploaderOf(c)
    if (isRefusal(place)) return refused(c, uploader.words, place)
    return answer(c, { ...uploader, place, upload: c.req.param('upload') ?? '' })
  }
  app.options(path, (c) =>
    c.body(null, 204, {
      'Tus-Resumable': VERSION,
      'Tus-Version': VERSION,
      'Tus-Extension': 'creation,termination,expiration',
      'Tus-Max-Size': String(UPLOAD_LIMITS.bytes),
    }),
  )
  app.post(path, door(begun))
  // A question for the head alone comes here too.
  app.get(one, door(looked))
  app.patch(one, door(continued))
  app.delete(one, door(dropped))
}

interface Sending extends Uploader {
  readonly place: UploadPlace
  readonly upload: string
}

async function begun(c: Context, { desk, words, place, mayBegin }: Sending): Promise<Response> {
  const again = mayBegin()
  if (again) return c.json({ refused: words.filing.waitToUpload(words.format.moment(again.toString())) }, 429)
  const told = metadataIn(c.req.header('upload-metadata') ?? '')
  const read = UploadToBegin.safeParse({
    name: told.get('filename') ?? '',
    size: wholeNumber(c.req.header('upload-length')),
    sha256: told.get('sha256') ?? null,
  })
  if (!read.success) return c.body(null, 400)
  const id = await beginUpload(desk, place, read.data)
  if (isRefusal(id)) return refused(c, words, id)
  const upload = await seeUpload(desk, place, id)
  if (isRefusal(upload)) return refused(c, words, upload)
  c.header('Location', `${c.req.path}/${id}`)
  c.header('Upload-Expires', httpDate(upload.expiresAt))
  return c.body(null, 201)
}

/** How far it has come; asked for as a page, what became of it besides. */
async function looked(c: Context, { desk, words, place, upload: id }: Sending): Promise<Response> {
  const upload = await seeUpload(desk, place, id)
  if (isRefusal(upload)) return refused(c, words, upload)
  tellOf(c, upload)
  const { outcome } = upload
  return c.json({
    isTaken: outcome !== null && !isRefusal(outcome),
    isHardToRead: outcome !== null && !isRefusal(outcome) && outcome.findings.length > 0,
    refused: isRefusal(outcome) ? refusalText(words, outcome) : null,
  })
}

async function continued(c: Context, { desk, words, place, upload: id }: Sending): Promise<Response> {
  if (c.req.header('content-type') !== CONTENT) return c.body(null, 415)
  const from = wholeNumber(c.req.header('upload-offset'))
  if (from === null) return c.body(null, 400)
  const { body } = c.req.raw
  const upload = await continueUpload(desk, place, id, { from, content: body ?? nothing() })
  if (isRefusal(upload)) return refused(c, words, upload)
  tellOf(c, upload)
  return c.body(null, 204)
}

async function dropped(c: Context, { desk, words, place, upload }: Sending): Promise<Response> {
  const gone = await dropUpload(desk, place, upload)
  return isRefusal(gone) ? refused(c, words, gone) : c.body(null, 204)
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function tellOf(c: Context, { received, size, expiresAt, outcome }: SeenUpload): void {
  c.header('Upload-Offset', String(received))
  c.header('Upload-Length', String(size))
  if (outcome === null) c.header('Upload-Expires', httpDate(expiresAt))
}

/** What is not a whole number of bytes is none. */
function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null
}

/** As the protocol writes it: names, each with its value in Base64, between commas. */
function metadataIn(header: string): ReadonlyMap<string, string> {
  return new Map(
    header.split(',').map((pair) => {
      const [name = '', value = ''] = pair.trim().split(' ')
      return [name, Buffer.from(value, 'base64').toString('utf8')]
    }),
  )
}

function httpDate(moment: Moment): string {
  return new Date(fromMoment(moment).epochMilliseconds).toUTCString()
}

/** Senders try again after 409, which only means that somebody else was faster; everything else is final. */
function refused(c: Context, words: Words, refusal: Refusal): Response {
  const status = statusOf(refusal)
  if (refusal.refused === 'changed-meanwhile')
    c.header('Upload-Offset', String(refusal.facts['received'] ?? 0))
  return c.json({ refused: refusalText(words, refusal) }, status)
}

function statusOf({ refused: code }: Refusal): 404 | 409 | 413 | 422 {
  switch (code) {
    case 'no-such-upload':
    case 'no-filing-draft':
    case 'no-such-component':
      return 404
    case 'changed-meanwhile':
      return 409
    case 'scan-too-large':
      return 413
    default:
      return 422
  }
}
