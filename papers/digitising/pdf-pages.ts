import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { UPLOAD_LIMITS } from '#domain/digitising/upload-limits.ts'
import type { DrawnPage } from './page-picture.ts'

const DPI = 200
const INCH_MM = 25.4
/** A2 at 200 dpi; a page that calls itself larger is drawn with fewer dots. */
const MOST_SIDE = 4700

/** Opens a PDF that was looked into before; null when nobody can read it. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy | null> {
  try {
    return await getDocument({
      data: bytes,
      maxImageSize: UPLOAD_LIMITS.pixels,
      isOffscreenCanvasSupported: false,
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: VerbosityLevel.ERRORS,
    }).promise
  } catch {
    return null
  }
}

interface Canvas {
  readonly context: CanvasRenderingContext2D
  readonly canvas: { data(): Buffer; readonly width: number; readonly height: number }
}

/** The pages of a PDF, each drawn as it looks; nothing of what lies behind the look goes on. */
export async function* drawnPagesOf(pdf: PDFDocumentProxy): AsyncGenerator<DrawnPage> {
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const scale = Math.min(DPI / 72, MOST_SIDE / Math.max(width, height))
    const viewport = page.getViewport({ scale })
    const factory = pdf.canvasFactory as {
      create(width: number, height: number): Canvas
      destroy(canvas: Canvas): void
    }
    const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height))
    await page.render({ canvas: null, canvasContext: drawn.context, viewport }).promise
    const { canvas } = drawn
    const mmOfPixel = INCH_MM / (72 * scale)
    yield {
      data: canvas.data(),
      width: canvas.width,
      height: canvas.height,
      widthMm: canvas.width * mmOfPixel,
      heightMm: canvas.height * mmOfPixel,
    }
    factory.destroy(drawn)
    page.cleanup()
  }
}
