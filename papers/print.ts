import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { readFonts } from './fonts.ts'

const FOLDER = fileURLToPath(new URL('templates', import.meta.url))
/** PDF/A-2a: for the archive, and read aloud (ISO 19005-2). */
const STANDARD = 'a-2a'
const PART = 'a-2b'

let compiler: NodeCompiler | undefined

/** One compiler for all papers: it keeps its fonts and what it has read. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts() }] })
  return compiler
}

export interface Paper {
  /** A file of `papers/templates/`. */
  readonly template: string
  /** What stands on the paper. It goes to the template as data, so nothing in it can be taken for Typst. */
  readonly data: object
  /** The moment the paper is of; the same data and moment give the same bytes. */
  readonly madeAt: Moment
  /** Pictures by the name the template calls them. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

/** Where a template set a mark (`spot` of `sheet.typ`): PDF points from the lower left corner of its page. */
export interface Spot {
  readonly name: string
  /** The first page is 0. */
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const NO_PICTURES: ReadonlyMap<string, Uint8Array> = new Map()

/** A4, upright. */
const PAGE_HEIGHT = 841.89

/** The spots of a paper, in order. */
export function spotsOf({ template, data }: Paper): Spot[] {
  const found: readonly { readonly value: Spot }[] = theCompiler().query(
    { mainFilePath: `${FOLDER}/${template}`, inputs: { data: JSON.stringify(data) }, resetRead: false },
    { selector: '<spot>' },
  )
  return found.map(({ value: { name, page, x, y, width, height } }) => ({
    name,
    page: page - 1,
    x,
    y: PAGE_HEIGHT - y - height,
    width,
    height,
  }))
}

/**
 * Prints a paper as PDF/A-2a, or without tags as a part of another paper. Throws when template and data do not fit: a
 * fault of the program, never of a person.
 */
export function print(paper: Paper, { isTagged } = { isTagged: true }): Uint8Array {
  const { template, data, madeAt, pictures = NO_PICTURES } = paper
  const typst = theCompiler()
  for (const [name, bytes] of pictures) typst.mapShadow(`${FOLDER}/${name}`, Buffer.from(bytes))
  const made = typst.compile({
    mainFilePath: `${FOLDER}/${template}`,
    inputs: { data: JSON.stringify(data) },
    resetRead: false,
  })
  const fault = made.takeDiagnostics()
  const document = made.result
  if (!document) throw new Error(`${template}: ${JSON.stringify(fault?.shortDiagnostics ?? [])}`)
  return typst.pdf(document, {
    ...(isTagged ? { pdfStandard: STANDARD } : { pdfStandard: PART, pdfTags: false }),
    creationTimestamp: Math.floor(fromMoment(madeAt).epochMilliseconds / 1000),
  })
}
