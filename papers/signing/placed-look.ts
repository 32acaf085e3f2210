import { PDF, PdfArray, PdfDict, PdfNumber, type PdfRef } from '@libpdf/core'
import { print, type Paper, type Spot } from '../print.ts'

/** Prints what is to be seen at a place and takes it into a document as the appearance of a field. */
export async function lookIn(pdf: PDF, look: Paper): Promise<PdfDict> {
  const { ref } = await pdf.embedPage(await PDF.load(print(look, { isTagged: false })), 0)
  return PdfDict.of({ N: ref })
}

/** The size of the first page of a document, in points. */
export async function firstPageOf(bytes: Uint8Array): Promise<{ width: number; height: number }> {
  const page = (await PDF.load(bytes)).getPage(0)
  if (!page) throw new Error('a document without a page')
  return { width: page.width, height: page.height }
}

/** Puts the widget of a field at its place on its page. */
export function placeWidget(pdf: PDF, widget: PdfDict, { page: number, ...box }: Spot): void {
  const page = pdf.getPage(number)
  const ref = pdf.context.registry.getRef(widget)
  if (!page || !ref) throw new Error(`no page ${number} to put a field on`)
  widget.set('P', page.ref)
  widget.set('Rect', rectangle(box))
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  const annotations = page.dict.getArray('Annots', resolve)
  if (!annotations) page.dict.set('Annots', new PdfArray([ref]))
  else if (!annotations.toArray().some((one) => isSame(one, ref))) annotations.push(ref)
}

function rectangle({ x, y, width, height }: Pick<Spot, 'x' | 'y' | 'width' | 'height'>): PdfArray {
  return new PdfArray([x, y, x + width, y + height].map((one) => PdfNumber.of(Math.round(one * 100) / 100)))
}

function isSame(one: unknown, ref: PdfRef): boolean {
  return one instanceof Object && 'objectNumber' in one && one.objectNumber === ref.objectNumber
}
