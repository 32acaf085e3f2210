import type { Corners, Point } from './page-corners.ts'

interface Size {
  readonly width: number
  readonly height: number
}

/** Long side to short side of every sheet of the A series (ISO 216). */
const A_SERIES = Math.SQRT2
/** A sheet seen at a slant is measured no better than this. */
const NEARLY = 0.1

/** How large a sheet with these corners comes out lying straight, in dots; a sheet of the A series in its true shape. */
export function sheetSize([upperLeft, upperRight, lowerRight, lowerLeft]: Corners, longSide: number): Size {
  const width = Math.max(apart(upperLeft, upperRight), apart(lowerLeft, lowerRight))
  const height = Math.max(apart(upperLeft, lowerLeft), apart(upperRight, lowerRight))
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const shape = Math.abs(long / short / A_SERIES - 1) < NEARLY ? A_SERIES : long / short
  const scaled = Math.min(long, longSide)
  const [most, least] = [Math.round(scaled), Math.max(1, Math.round(scaled / shape))]
  return width > height ? { width: most, height: least } : { width: least, height: most }
}

const apart = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y)

/**
 * Where in the picture each point of the straightened sheet lies: from 0 to 1 across and down (a square seen in
 * perspective; Heckbert, 1989).
 */
export function straightening([p0, p1, p2, p3]: Corners): (across: number, down: number) => Point {
  const [dx1, dy1] = [p1.x - p2.x, p1.y - p2.y]
  const [dx2, dy2] = [p3.x - p2.x, p3.y - p2.y]
  const [sx, sy] = [p0.x - p1.x + p2.x - p3.x, p0.y - p1.y + p2.y - p3.y]
  const parted = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / parted
  const h = (dx1 * sy - sx * dy1) / parted
  const [a, b] = [p1.x - p0.x + g * p1.x, p3.x - p0.x + h * p3.x]
  const [d, e] = [p1.y - p0.y + g * p1.y, p3.y - p0.y + h * p3.y]
  return (across, down) => {
    const depth = g * across + h * down + 1
    return { x: (a * across + b * down + p0.x) / depth, y: (d * across + e * down + p0.y) / depth }
  }
}

/** Paper is made no whiter than this, so that a light stamp on it stays. */
const WHITE = 240
/** A picture taken in the dark is not called readable by making it white. */
const MOST_LIGHTER = 2

/** By how much every tone is multiplied for the paper to be white; never darker. */
export function lightening(paper: number): number {
  return Math.min(MOST_LIGHTER, Math.max(1, WHITE / Math.max(1, paper)))
}
