import type { Moment } from '#domain/calendar/moment.ts'
import type { PageMeasured } from '#domain/digitising/page-quality.ts'
import { UPLOAD_LIMITS, type UploadFault } from '#domain/digitising/upload-limits.ts'
import { print } from '../print.ts'
import { type PagePicture, pictureAsPage, pictureSize } from './page-picture.ts'
import { openPdf, pagesOf } from './pdf-pages.ts'
import { pdfInside } from './pdf-inside.ts'

/** A file to be looked into, or to become pages of a copy. */
export interface UploadedFile {
  readonly name: string
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  /** Degrees a picture is turned, clockwise. */
  readonly turn: number
}

/** What the copy is of. */
export interface CopyAsked {
  readonly title: string
  readonly office: string
  readonly madeAt: Moment
}

export interface FaultyFile {
  readonly fault: UploadFault
  readonly name: string
  readonly pages?: number
}

export interface MadeCopy {
  readonly fault?: undefined
  readonly pdf: Uint8Array
  readonly pages: readonly PageMeasured[]
}

/** Why files cannot be taken, looked at before anything of them is unpacked; null when they can. */
export async function faultOf(files: readonly UploadedFile[]): Promise<FaultyFile | null> {
  let pages = 0
  for (const { name, mediaType, bytes } of files) {
    const isPdf = mediaType === 'application/pdf'
    const fault = isPdf ? await pdfInside(bytes) : await pictureSize(bytes)
    if (fault) return { fault, name }
    const pdf = isPdf ? await openPdf(bytes.slice()) : undefined
    if (pdf === null) return { fault: 'unreadable', name }
    pages += pdf?.numPages ?? 1
    await pdf?.loadingTask.destroy()
    if (pages > UPLOAD_LIMITS.pages) return { fault: 'too-many-pages', name, pages }
  }
  return null
}

/** Pictures and PDFs as one PDF/A-2b, page after page in the order given. */
export async function copyOf(
  files: readonly UploadedFile[],
  asked: CopyAsked,
): Promise<FaultyFile | MadeCopy> {
  const faulty = await faultOf(files)
  if (faulty) return faulty
  const pages: PagePicture[] = []
  for (const file of files) {
    try {
      for await (const page of pagesIn(file)) pages.push(page)
    } catch {
      // What a decoder chokes on half way is the file's fault; a fault of ours shows at every file.
      return { fault: 'unreadable', name: file.name }
    }
  }
  return { pdf: laidOut(pages, asked), pages: pages.map(({ measured }) => measured) }
}

async function* pagesIn({ mediaType, bytes, turn }: UploadedFile): AsyncGenerator<PagePicture> {
  if (mediaType !== 'application/pdf') yield await pictureAsPage(bytes, turn)
  else {
    const pdf = await openPdf(bytes)
    if (pdf === null) throw new Error('opened a moment ago')
    yield* pagesOf(pdf)
    await pdf.loadingTask.destroy()
  }
}

function laidOut(pages: readonly PagePicture[], { title, office, madeAt }: CopyAsked): Uint8Array {
  const fileOf = (place: number) => `page-${place + 1}.jpg`
  const laid = pages.map(({ widthMm, heightMm }, place) => ({
    file: fileOf(place),
    widthMm,
    heightMm,
    says: `Trang ${place + 1}/${pages.length}`,
  }))
  const data = { title, office, pages: laid }
  const pictures = new Map(pages.map(({ jpeg }, place) => [fileOf(place), jpeg]))
  return print({ template: 'digital-copy.typ', data, madeAt, pictures }, { isTagged: false })
}
