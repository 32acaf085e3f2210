import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { readFonts } from './fonts.ts'

const FOLDER = fileURLToPath(new URL('templates', import.meta.url))
/** PDF/A-2a: for the archive, and read aloud (ISO 19005-2). */
const STANDARD = 'a-2a'

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
}

/** Prints a paper as PDF/A-2a. Throws when template and data do not fit: a fault of the program, never of a person. */
export function print({ template, data, madeAt }: Paper): Uint8Array {
  const typst = theCompiler()
  const made = typst.compile({
    mainFilePath: `${FOLDER}/${template}`,
    inputs: { data: JSON.stringify(data) },
    resetRead: false,
  })
  const fault = made.takeDiagnostics()
  const document = made.result
  if (!document) throw new Error(`${template}: ${JSON.stringify(fault?.shortDiagnostics ?? [])}`)
  return typst.pdf(document, {
    pdfStandard: STANDARD,
    creationTimestamp: Math.floor(fromMoment(madeAt).epochMilliseconds / 1000),
  })
}
