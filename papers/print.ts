import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fromMoment, type Moment } from '#domain/calendar/moment.ts'
import { readFonts } from './fonts.ts'

const FOLDER = fileURLToPath(new URL('templates', import.meta.url))
/** What a template reads as `/data.json`; a file of the compiler's memory alone. */
const DATA = `${FOLDER}/data.json`
const OWN = `${FOLDER}/own`
/** PDF/A-2a: for the archive, and read aloud (ISO 19005-2). */
const STANDARD = 'a-2a'
const PART = 'a-2b'
/** Official letters are 13 or 14 points; slips go down to the floor that deployed forms have (points). */
const LETTERS = [13, 12, 11, 10.5] as const
/** What was worked out is forgotten after so many prints: forgetting costs half a print, remembering costs memory. */
const PRINTS_KEPT = 50

let compiler: NodeCompiler | undefined
let prints = 0

/** One compiler for all papers: it keeps its fonts and what it has read. */
function theCompiler(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: readFonts() }] })
  return compiler
}

/** A centre's own template: its files by their names, and which of them to begin with. */
export interface OwnTemplate {
  readonly main: string
  readonly files: { readonly [name: string]: string }
}

export interface Paper {
  /** A file of `papers/templates/`, or a centre's own. */
  readonly template: string | OwnTemplate
  /** What stands on the paper. It goes to the template as data, so nothing in it can be taken for Typst. */
  readonly data: object
  /** So many pages, one a copy, if any size of letters allows; not there where a paper is as long as it is. */
  readonly pages?: number | undefined
  /** The moment the paper is of; the same data and moment give the same bytes. */
  readonly madeAt: Moment
  /** Pictures by the name the template calls them. */
  readonly pictures?: ReadonlyMap<string, Uint8Array>
}

/** A mistake in a template: where, and what the compiler says of it. */
export interface TemplateFault {
  readonly file: string
  /** From 1. */
  readonly line: number | null
  readonly message: string
  /** What it took too much of, where it was ended for that. */
  readonly limit?: 'time' | 'memory'
}

/** Template and data do not fit. */
export class TemplateBroken extends Error {
  readonly faults: readonly TemplateFault[]
  constructor(template: string, faults: readonly TemplateFault[]) {
    super(`${template}: ${JSON.stringify(faults)}`)
    this.name = 'TemplateBroken'
    this.faults = faults
  }
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
export function spotsOf(paper: Paper): Spot[] {
  const found = withItsFiles(paper, (typst, main): readonly { readonly value: Spot }[] => {
    giveData(typst, { ...paper.data, letters: LETTERS[0] })
    return typst.query({ mainFilePath: main, resetRead: false }, { selector: '<spot>' })
  })
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
  return printCounted(paper, isTagged).bytes
}

/** The same, with how many pages it came to. */
export function printCounted(paper: Paper, isTagged = true): Printed {
  const made = printed(paper, isTagged)
  if ('bytes' in made) return made
  throw new TemplateBroken(typeof paper.template === 'string' ? paper.template : paper.template.main, made)
}

/** The paper, or the mistakes of its template. */
export function tryPrint(paper: Paper): Uint8Array | readonly TemplateFault[] {
  const made = printed(paper, true)
  return 'bytes' in made ? made.bytes : made
}

interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
}

function printed(paper: Paper, isTagged: boolean): Printed | readonly TemplateFault[] {
  const { data, pages, madeAt } = paper
  return withItsFiles(paper, (typst, main) => {
    const made = fitted(typst, main, data, pages)
    if (!made.result) return faultsOf(typst, made)
    const bytes = typst.pdf(made.result, {
      ...(isTagged ? { pdfStandard: STANDARD } : { pdfStandard: PART, pdfTags: false }),
      creationTimestamp: Math.floor(fromMoment(madeAt).epochMilliseconds / 1000),
    })
    return { bytes, pages: made.result.numOfPages }
  })
}

/** What is done with a paper while the compiler has its template and pictures. */
function withItsFiles<Made>(
  { template, pictures = NO_PICTURES }: Paper,
  make: (typst: NodeCompiler, main: string) => Made,
): Made {
  const typst = theCompiler()
  const own = typeof template === 'string' ? [] : Object.entries(template.files)
  const besides = new Map<string, Buffer>([
    ...own.map(([name, text]) => [`${OWN}/${name}`, Buffer.from(text)] as const),
    ...[...pictures].map(([name, bytes]) => [`${FOLDER}/${name}`, Buffer.from(bytes)] as const),
  ])
  for (const [path, bytes] of besides) typst.mapShadow(path, bytes)
  try {
    return make(typst, typeof template === 'string' ? `${FOLDER}/${template}` : `${OWN}/${template.main}`)
  } finally {
    for (const path of besides.keys()) typst.unmapShadow(path)
    prints += 1
    // Pictures are large, and no other paper has them.
    if (pictures.size > 0 || prints % PRINTS_KEPT === 0) typst.evictCache(0)
  }
}

/** Beside the templates and not among the compiler's inputs, a change of which makes it read everything anew. */
function giveData(typst: NodeCompiler, data: object): void {
  typst.mapShadow(DATA, Buffer.from(JSON.stringify(data).normalize('NFC')))
}

/**
 * In the largest letters at which it stands on its pages, otherwise in the smallest. Measuring inside the template cost
 * twice as much as setting the paper again: most papers fit at once.
 */
function fitted(typst: NodeCompiler, main: string, data: object, pages = Number.POSITIVE_INFINITY) {
  const [largest, ...smaller] = LETTERS
  const inLetters = (letters: number) => {
    // Only what can go over to another page needs its pages numbered.
    const isNumbered = pages === Number.POSITIVE_INFINITY || letters === LETTERS.at(-1)
    giveData(typst, { ...data, letters, isNumbered })
    return typst.compile({ mainFilePath: main, resetRead: false })
  }
  let made = inLetters(largest)
  for (const letters of smaller) {
    if (!made.result || made.result.numOfPages <= pages) return made
    made = inLetters(letters)
  }
  return made
}

const ERROR = 1

interface Diagnostic {
  readonly message: string
  readonly path: string
  readonly severity: number
  readonly range: { readonly start: { readonly line: number } } | null
}

function faultsOf(typst: NodeCompiler, made: ReturnType<NodeCompiler['compile']>): TemplateFault[] {
  const error = made.takeError()
  const found: Diagnostic[] = error ? typst.fetchDiagnostics(error) : []
  return found
    .filter(({ severity }) => severity === ERROR)
    .map(({ message, path, range }) => ({
      file: path.replace(`${OWN}/`, '').replace(`${FOLDER}/`, ''),
      line: range && range.start.line + 1,
      message: message.replaceAll(`${OWN}/`, '').replaceAll(`${FOLDER}/`, ''),
    }))
}
