import type { ResultMark } from '../dossier/result-mark.ts'

/** A page of a stack of scans: its code mark, null where none was read, and whether anything stands on it. */
export interface StackPage {
  readonly mark: ResultMark | null
  readonly isBlank: boolean
}

/** Pages of a stack that are one document. */
export interface StackPiece {
  /** Of which print they are; null where no page says so. */
  readonly of: Omit<ResultMark, 'page'> | null
  /** Their places in the stack, in the order of the document. */
  readonly places: readonly number[]
  /** Numbers of its pages that are not there. */
  readonly missing: readonly number[]
  /** How many of its pages bear no mark, and are put where they lay. */
  readonly unread: number
}

/** A piece while it is gathered: each page by the number it has, or that of the page it lay behind. */
interface Gathered {
  readonly of: StackPiece['of']
  readonly pages: { readonly place: number; readonly number: number; readonly isRead: boolean }[]
}

/**
 * Takes a stack apart into documents by the marks on their pages, in whatever order they lie: upside down, with blank
 * sheets between, one document inside another. A page without a mark belongs to the document it lies in, while that
 * lacks pages; otherwise such pages lying together are a document nobody knows. A page that comes twice begins another
 * piece, so that no page is lost and none is taken for a second.
 */
export function piecesOf(stack: readonly StackPage[]): StackPiece[] {
  const pieces: Gathered[] = []
  let open: Gathered | null = null
  for (const [place, { mark, isBlank }] of stack.entries()) {
    if (mark === null && isBlank) {
      // A blank sheet ends what nobody knows, and nothing else: backs of pages are blank, too.
      if (open?.of === null) open = null
      continue
    }
    open = mark === null ? whereItLies(open, pieces) : ofItsPrint(mark, pieces)
    const number = mark?.page ?? open.pages.at(-1)?.number ?? 0
    open.pages.push({ place, number, isRead: mark !== null })
  }
  return pieces.map(asPiece)
}

function ofItsPrint({ page, ...of }: ResultMark, pieces: Gathered[]): Gathered {
  const isSame = (one: Gathered) =>
    one.of !== null && one.of.code === of.code && one.of.print === of.print && one.of.pages === of.pages
  const last = pieces.findLast(isSame)
  return last && missingIn(last).includes(page) ? last : begun(of, pieces)
}

function whereItLies(open: Gathered | null, pieces: Gathered[]): Gathered {
  return open && (open.of === null || missingIn(open).length > 0) ? open : begun(null, pieces)
}

function begun(of: StackPiece['of'], pieces: Gathered[]): Gathered {
  const piece: Gathered = { of, pages: [] }
  pieces.push(piece)
  return piece
}

function missingIn({ of, pages }: Gathered): number[] {
  const there = new Set(pages.filter(({ isRead }) => isRead).map(({ number }) => number))
  return Array.from({ length: of?.pages ?? 0 }, (_, place) => place + 1).filter((one) => !there.has(one))
}

function asPiece(gathered: Gathered): StackPiece {
  const { of, pages } = gathered
  return {
    of,
    places: pages.toSorted((one, other) => one.number - other.number).map(({ place }) => place),
    missing: missingIn(gathered),
    unread: pages.filter(({ isRead }) => !isRead).length,
  }
}
