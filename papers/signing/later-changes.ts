import { createHash } from 'node:crypto'
import {
  type FormField,
  type PDF,
  PdfArray,
  PdfBool,
  PdfDict,
  PdfName,
  PdfNumber,
  PdfRef,
  PdfStream,
  PdfString,
} from '@libpdf/core'

/**
 * What was added to a document after one of its signatures. `form` is what the procedure of signing provides for:
 * fields that were left empty are filled, and somebody else signs. Anything else is a change of what was signed.
 */
export const LATER = ['nothing', 'validation-data', 'form', 'other'] as const
export type Later = (typeof LATER)[number]

/** Compares what a signature covered with the document as it is now. */
export function laterChanges(signed: PDF, now: PDF): Later {
  if (contentOf(signed) !== contentOf(now)) return 'other'
  const [before, after] = [fieldsOf(signed), fieldsOf(now)]
  if ([...before.keys()].some((name) => !after.has(name))) return 'other'
  const kinds = [...after].map(([name, field]) => ofField(before.get(name), field))
  if (kinds.includes('other') || widgetsIn(now) !== after.size) return 'other'
  if (kinds.includes('form')) return 'form'
  return storeOf(signed) === storeOf(now) ? 'nothing' : 'validation-data'
}

interface Field {
  readonly type: string
  readonly value: string | null
  readonly look: string
  /** Everything else: place, flags, names. */
  readonly rest: string
}

function ofField(before: Field | undefined, after: Field): Later {
  if (!before) return after.type === 'signature' ? 'form' : 'other'
  if (before.type !== after.type || before.rest !== after.rest) return 'other'
  if (before.value === after.value) return before.look === after.look ? 'nothing' : 'other'
  return before.value === null ? 'form' : 'other'
}

/** All that is shown but form fields: the document from its root, without what other parts here compare. */
function contentOf(pdf: PDF): string {
  return new Canonical(pdf, ['AcroForm', 'DSS', 'Metadata']).of(pdf.getCatalog())
}

function storeOf(pdf: PDF): string {
  return new Canonical(pdf, []).of(pdf.getCatalog().get('DSS') ?? new PdfDict())
}

function fieldsOf(pdf: PDF): Map<string, Field> {
  return new Map((pdf.getForm()?.getFields() ?? []).map((field) => [field.name, fieldOf(pdf, field)]))
}

function fieldOf(pdf: PDF, field: FormField): Field {
  const dict = field.getDict()
  const part = (name: string) => new Canonical(pdf, ['P', 'Parent']).of(dict.get(name) ?? new PdfDict())
  return {
    type: field.type,
    value: dict.has('V') ? part('V') : null,
    look: part('AP'),
    rest: `${pageOf(pdf, dict)} ${new Canonical(pdf, ['V', 'AP', 'P', 'Parent']).of(dict)}`,
  }
}

function pageOf(pdf: PDF, widget: PdfDict): number {
  return pdf.getPages().findIndex((page) => page.ref.objectNumber === widget.getRef('P')?.objectNumber)
}

function widgetsIn(pdf: PDF): number {
  const resolve = pdf.context.registry.resolve.bind(pdf.context.registry)
  return pdf
    .getPages()
    .flatMap((page) => page.dict.getArray('Annots', resolve)?.toArray() ?? [])
    .map((one) => (one instanceof PdfRef ? resolve(one) : one))
    .filter((one) => isWidget(one)).length
}

function isWidget(value: unknown): boolean {
  return value instanceof PdfDict && value.getName('Subtype')?.value === 'Widget'
}

/** An object of a document with all it leads to, as text that does not depend on object numbers. */
class Canonical {
  readonly #met = new Map<number, number>()
  readonly #hash = createHash('sha256')
  readonly pdf: PDF
  readonly without: readonly string[]
  constructor(pdf: PDF, without: readonly string[]) {
    this.pdf = pdf
    this.without = without
  }

  of(value: unknown): string {
    this.#walk(value)
    return this.#hash.digest('hex')
  }

  #walk(value: unknown): void {
    if (value instanceof PdfRef) this.#follow(value)
    else if (value instanceof PdfDict) this.#dictionary(value)
    else if (value instanceof PdfArray)
      this.#list(
        '[',
        value.toArray().filter((one) => !this.#isFieldOnPage(one)),
      )
    else this.#hash.update(`${scalar(value)} `)
  }

  #follow(ref: PdfRef): void {
    const met = this.#met.get(ref.objectNumber)
    if (met !== undefined) {
      this.#hash.update(`#${met} `)
      return
    }
    this.#met.set(ref.objectNumber, this.#met.size)
    this.#walk(this.pdf.getObject(ref))
  }

  #dictionary(dict: PdfDict): void {
    const keys = [...dict.keys()]
      .map((one) => one.value)
      .filter((key) => !this.without.includes(key) && key !== 'Length')
    this.#hash.update('<<')
    for (const key of keys.sort()) {
      const value = dict.get(key)
      // A page without annotations and one with fields alone are the same page.
      if (key === 'Annots' && this.#isOfFields(value)) continue
      this.#hash.update(`/${key} `)
      this.#walk(value)
    }
    if (dict instanceof PdfStream) this.#hash.update(dict.getEncodedData())
    this.#hash.update('>>')
  }

  #list(open: string, values: readonly unknown[]): void {
    this.#hash.update(open)
    for (const one of values) this.#walk(one)
    this.#hash.update(']')
  }

  #isOfFields(value: unknown): boolean {
    const list = value instanceof PdfRef ? this.pdf.getObject(value) : value
    return list instanceof PdfArray && list.toArray().every((one) => this.#isFieldOnPage(one))
  }

  /** Form fields are compared one by one by their names. */
  #isFieldOnPage(value: unknown): boolean {
    return isWidget(value instanceof PdfRef ? this.pdf.getObject(value) : value)
  }
}

function scalar(value: unknown): string {
  if (value instanceof PdfName) return `/${value.value}`
  if (value instanceof PdfNumber) return String(value.value)
  if (value instanceof PdfString) return `(${Buffer.from(value.bytes).toString('hex')})`
  if (value instanceof PdfBool) return String(value.value)
  return 'null'
}
