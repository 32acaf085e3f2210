import type { Moment } from '#domain/calendar/moment.ts'
import type { PageMeasured } from '#domain/digitising/page-quality.ts'
import { print } from '../print.ts'
import { type FaultyFile, faultOf, pagesIn, type UploadedFile } from './look-into.ts'
import type { PagePicture } from './page-picture.ts'

/** What the copy is of. */
export interface CopyAsked {
  readonly title: string
  readonly office: string
  readonly madeAt: Moment
}

export interface MadeCopy {
  readonly fault?: undefined
  readonly pdf: Uint8Array
  readonly pages: readonly PageMeasured[]
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

/** Pages as one PDF/A-2b. */
export function laidOut(pages: readonly PagePicture[], { title, office, madeAt }: CopyAsked): Uint8Array {
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
