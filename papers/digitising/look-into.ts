import type { PageMeasured } from '#domain/digitising/page-quality.ts'
import { UPLOAD_LIMITS, type UploadFault } from '#domain/digitising/upload-limits.ts'
import { drawnAsPage, type PagePicture, pictureAsPage, pictureSize } from './page-picture.ts'
import { drawnPagesOf, openPdf } from './pdf-pages.ts'
import { pdfInside } from './pdf-inside.ts'

/** A file to be looked into, or to become pages of a copy. */
export interface UploadedFile {
  readonly name: string
  readonly mediaType: 'application/pdf' | 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  /** Degrees a picture is turned, clockwise. */
  readonly turn: number
}

export interface FaultyFile {
  readonly fault: UploadFault
  readonly name: string
  readonly pages?: number
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

/** What was seen on the pages of a file that is kept as it is. */
export interface MeasuredPages {
  readonly fault?: undefined
  readonly pages: readonly PageMeasured[]
}

/** Of a PDF no more pages are drawn to be measured: a person waits before a page. */
const MEASURED_PAGES = 3

/** Why a file cannot be taken; otherwise what was measured on its first pages. */
export async function measuredIn(file: UploadedFile): Promise<FaultyFile | MeasuredPages> {
  const faulty = await faultOf([file])
  if (faulty) return faulty
  const pages: PageMeasured[] = []
  try {
    for await (const { measured } of pagesIn(file)) {
      pages.push(measured)
      if (pages.length === MEASURED_PAGES) break
    }
  } catch {
    return { fault: 'unreadable', name: file.name }
  }
  return { pages }
}

/** The pages of a file, one after the other as they look. */
export async function* pagesIn({ mediaType, bytes, turn }: UploadedFile): AsyncGenerator<PagePicture> {
  if (mediaType !== 'application/pdf') yield await pictureAsPage(bytes, turn)
  else {
    const pdf = await openPdf(bytes)
    if (pdf === null) throw new Error('opened a moment ago')
    for await (const drawn of drawnPagesOf(pdf)) yield await drawnAsPage(drawn)
    await pdf.loadingTask.destroy()
  }
}
