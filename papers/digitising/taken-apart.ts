import sharp from 'sharp'
import { faultsOfPage, type PageMeasured } from '#domain/digitising/page-quality.ts'
import { piecesOf, type StackPiece } from '#domain/digitising/scan-stack.ts'
import { saidByPage, type SaidByPage } from './code-marks.ts'
import { type CopyAsked, laidOut } from './copy-of.ts'
import { type FaultyFile, faultOf, type UploadedFile } from './look-into.ts'
import { drawnAsPage, type DrawnPage, type PagePicture, pictureDrawn } from './page-picture.ts'
import { drawnPagesOf, openPdf } from './pdf-pages.ts'

/** A document out of a stack of scans: a copy of its pages, upright and in order, and where they came from. */
export interface TakenPiece extends Omit<StackPiece, 'places'> {
  /** Its pages: of which file, counted from 0, the how manieth page. */
  readonly pages: readonly { readonly file: number; readonly page: number }[]
  readonly measured: readonly PageMeasured[]
  readonly pdf: Uint8Array
  /** Its first page, small; a JPEG. */
  readonly thumbnail: Uint8Array
}

export interface TakenApart {
  readonly fault?: undefined
  /** Of the whole stack, blank sheets too. */
  readonly pages: number
  readonly pieces: readonly TakenPiece[]
}

interface ReadPage extends Pick<SaidByPage, 'mark'> {
  readonly file: number
  readonly page: number
  readonly picture: PagePicture
}

const THUMBNAIL_WIDTH = 360

/** Every page of the files drawn, its mark read, and the stack taken apart by what they say. */
export async function takenApart(
  files: readonly UploadedFile[],
  asked: CopyAsked,
): Promise<FaultyFile | TakenApart> {
  const faulty = await faultOf(files)
  if (faulty) return faulty
  const stack: ReadPage[] = []
  for (const [file, sent] of files.entries()) {
    let page = 0
    try {
      for await (const drawn of drawnIn(sent)) stack.push({ file, page: (page += 1), ...(await read(drawn)) })
    } catch {
      // What a decoder chokes on half way is the file's fault; a fault of ours shows at every file.
      return { fault: 'unreadable', name: sent.name }
    }
  }
  const found = piecesOf(stack.map(({ mark, picture }) => ({ mark, isBlank: isEmpty(picture.measured) })))
  const pieces: TakenPiece[] = []
  for (const { places, ...piece } of found) {
    const pages = places.flatMap((place) => stack[place] ?? [])
    pieces.push({
      ...piece,
      pages: pages.map(({ file, page }) => ({ file, page })),
      measured: pages.map(({ picture }) => picture.measured),
      pdf: laidOut(
        pages.map(({ picture }) => picture),
        asked,
      ),
      thumbnail: await thumbnailOf(pages[0]?.picture),
    })
  }
  return { pages: stack.length, pieces }
}

async function* drawnIn({ mediaType, bytes }: UploadedFile): AsyncGenerator<DrawnPage> {
  if (mediaType !== 'application/pdf') yield await pictureDrawn(bytes)
  else {
    const pdf = await openPdf(bytes.slice())
    if (pdf === null) throw new Error('opened a moment ago')
    yield* drawnPagesOf(pdf)
    await pdf.loadingTask.destroy()
  }
}

async function read(drawn: DrawnPage): Promise<Pick<ReadPage, 'mark' | 'picture'>> {
  const { mark, turn } = await saidByPage(drawn)
  return { mark, picture: await drawnAsPage(drawn, turn) }
}

/** The back of a page shows through faintly; what is ours bears a mark that is not faint. */
function isEmpty(measured: PageMeasured): boolean {
  return faultsOfPage(measured).some((fault) => fault === 'blank' || fault === 'too-faint')
}

async function thumbnailOf(picture: PagePicture | undefined): Promise<Uint8Array> {
  if (!picture) throw new Error('a piece without pages')
  return sharp(picture.jpeg).resize({ width: THUMBNAIL_WIDTH }).jpeg({ quality: 60 }).toBuffer()
}
