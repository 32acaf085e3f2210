import { PDF, PdfDict, PdfName, PdfNumber, type PdfRef, PdfString } from '@libpdf/core'
import type { Paper, Spot } from '../print.ts'
import { lookIn, placeWidget } from './placed-look.ts'

/** A field filled after the first signature: the text it holds, and how it looks. */
export interface Filling {
  readonly field: string
  readonly text: string
  readonly look: Paper
}

/**
 * Adds empty fields for what is known only after the signature (number and day, Decree 30/2020). The same bytes and
 * spots give the same bytes: who reviews a draft and who signs it print it anew.
 */
export async function withEmptyFields(bytes: Uint8Array, spots: readonly Spot[]): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const form = pdf.getOrCreateForm()
  for (const spot of spots) {
    const field = form.createTextField(spot.name).getDict()
    field.delete('Kids')
    field.set('Type', PdfName.of('Annot'))
    field.set('Subtype', PdfName.of('Widget'))
    field.set('F', PdfNumber.of(PRINTED))
    field.set('Ff', PdfNumber.of(READ_ONLY))
    field.set('AP', PdfDict.of({ N: nothing(pdf, spot) }))
    placeWidget(pdf, field, spot)
  }
  return pdf.save({ incremental: true })
}

/** Fills fields in the open document; nothing is written yet. */
export async function fill(pdf: PDF, fillings: readonly Filling[]): Promise<void> {
  for (const { field: name, text, look } of fillings) {
    const field = pdf.getOrCreateForm().getField(name)?.getDict()
    if (!field) throw new Error(`the document has no field ${name}`)
    field.set('V', PdfString.fromString(text))
    field.set('AP', await lookIn(pdf, look))
  }
}

/** ISO 32000-1, 12.5.3: the annotation is printed with the page. */
const PRINTED = 4
/** ISO 32000-1, 12.7.3.1: readers do not let anybody type here. */
const READ_ONLY = 1

function nothing(pdf: PDF, { width, height }: Spot): PdfRef {
  return pdf.createFormXObject({ bbox: { x: 0, y: 0, width, height }, operators: [] }).ref
}
