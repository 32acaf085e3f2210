/** What was measured on one page of a copy; tones run from 0 (black) to 255 (white). */
export interface PageMeasured {
  /** As it came, in pixels. */
  readonly width: number
  readonly height: number
  /** Tone of the paper: nine tenths of the page are no lighter. */
  readonly paper: number
  /** Tone of the writing: the darkest five-thousandth of the page is no lighter. */
  readonly writing: number
  /** Share of the page that is clearly darker than the paper, 0 to 1. */
  readonly inked: number
  /** Steepness of the edges; what was held still is far above 1. */
  readonly sharpness: number
}

export const PAGE_FAULTS = ['blank', 'too-dark', 'too-faint', 'blurred', 'too-small'] as const
export type PageFault = (typeof PAGE_FAULTS)[number]

/** Something the officer must look at before certifying: of a page counted from 1, or of the whole. */
export type Finding =
  | { readonly page: number; readonly fault: PageFault }
  | { readonly fault: 'other-page-count'; readonly declared: number; readonly pages: number }

/** Less of a page than this is dust. */
const LEAST_INKED = 0.0004
/** Paper and writing nearer than this: nothing is written. */
const NO_CONTRAST = 16
/** Nearer than this: something is written that nobody reads with ease. */
const FAINT = 48
/** Paper darker than this was photographed without light. */
const DARK_PAPER = 96
const LEAST_SHARPNESS = 0.75
/** An identity card laid full on a picture is still read at this. */
const SHORT_SIDE = 500
const LONG_SIDE = 700

/** What is wrong with a page; the thresholds are ours, tried on scans and photographs, and stop nothing by themselves. */
export function faultsOfPage(page: PageMeasured): PageFault[] {
  const { width, height, paper, writing, inked, sharpness } = page
  const isSmall = Math.min(width, height) < SHORT_SIDE || Math.max(width, height) < LONG_SIDE
  const small: PageFault[] = isSmall ? ['too-small'] : []
  if (paper < DARK_PAPER) return ['too-dark', ...small]
  const contrast = paper - writing
  if (contrast < NO_CONTRAST) return ['blank', ...small]
  if (contrast < FAINT) return ['too-faint', ...small]
  if (inked < LEAST_INKED) return ['blank', ...small]
  return [...(sharpness < LEAST_SHARPNESS ? (['blurred'] as const) : []), ...small]
}

/** Everything to look at on a copy before it is certified (Decree 107/2021/NĐ-CP: compared with the original). */
export function findingsOf(pages: readonly PageMeasured[], declared: number | null): Finding[] {
  const ofPages = pages.flatMap((page, place) =>
    faultsOfPage(page).map((fault) => ({ page: place + 1, fault })),
  )
  if (declared === null || declared === pages.length) return ofPages
  return [...ofPages, { fault: 'other-page-count', declared, pages: pages.length }]
}
