import { countedTones, type GreyPicture } from './measure-page.ts'

export interface Point {
  readonly x: number
  readonly y: number
}

/** The corners of a sheet in a picture, from the upper left one clockwise. */
export type Corners = readonly [Point, Point, Point, Point]

/** Of the picture: less is not what was photographed, more leaves nothing to straighten. */
const LEAST_SHARE = 0.2
const MOST_SHARE = 0.97
/** The sheet fills the four sides its corners span, as no hand, no second sheet and no light on a table does. */
const LEAST_FILLED = 0.94
const MOST_FILLED = 1.06
/** Between sheet and ground, in tones: less, and the edge is a guess. */
const LEAST_CONTRAST = 40
const [LEAST_ANGLE, MOST_ANGLE] = [55, 125]

/**
 * The corners of the one bright sheet that lies in a picture (some hundred dots wide); null where that is not sure, as
 * a picture that is left as it is does less harm than one that is cut wrongly.
 */
export function cornersOf(grey: GreyPicture): Corners | null {
  const sheet = largestBright(grey)
  if (!sheet) return null
  const { corners, filled, contrast } = sheet
  const whole = grey.width * grey.height
  const spanned = areaOf(corners)
  const isLikely =
    spanned > whole * LEAST_SHARE &&
    spanned < whole * MOST_SHARE &&
    filled > spanned * LEAST_FILLED &&
    filled < spanned * MOST_FILLED &&
    contrast >= LEAST_CONTRAST &&
    anglesOf(corners).every((angle) => angle >= LEAST_ANGLE && angle <= MOST_ANGLE)
  return isLikely ? corners : null
}

/** The area of the four sides; negative when the corners do not go round clockwise. */
function areaOf(corners: Corners): number {
  const twice = corners.reduce((sum, one, place) => {
    const next = corners[(place + 1) % 4] ?? one
    return sum + one.x * next.y - next.x * one.y
  }, 0)
  return twice / 2
}

/** The inner angles in degrees; one that bends inwards is more than half a circle. */
function anglesOf(corners: Corners): number[] {
  return corners.map((at, place) => {
    const before = corners[(place + 3) % 4] ?? at
    const after = corners[(place + 1) % 4] ?? at
    const [inX, inY, outX, outY] = [before.x - at.x, before.y - at.y, after.x - at.x, after.y - at.y]
    const turn = Math.atan2(outX * inY - outY * inX, outX * inX + outY * inY)
    return ((turn * 180) / Math.PI + 360) % 360
  })
}

interface Sheet {
  readonly corners: Corners
  /** Dots of the sheet, with what is written on it. */
  readonly filled: number
  /** How much brighter it is than the ground, in tones. */
  readonly contrast: number
}

function largestBright({ width, height, tones }: GreyPicture): Sheet | null {
  const counts = countedTones(tones)
  const limit = partingTone(counts, tones.length)
  const seen = new Uint8Array(tones.length)
  let largest: number[] = []
  for (let from = 0; from < tones.length; from += 1) {
    if (seen[from] === 1 || (tones[from] ?? 0) <= limit) continue
    const group = connected(from, { width, height, seen, isBright: (place) => (tones[place] ?? 0) > limit })
    if (group.length > largest.length) largest = group
  }
  if (largest.length === 0) return null
  const points = largest.map((place) => ({ x: place % width, y: Math.floor(place / width) }))
  return {
    corners: outermost(points),
    filled: filledBy(points, height),
    contrast: meanAbove(counts, limit) - meanUpTo(counts, limit),
  }
}

interface Around {
  readonly width: number
  readonly height: number
  readonly seen: Uint8Array
  readonly isBright: (place: number) => boolean
}

/** All bright dots that hang together with the first, side by side. */
function connected(first: number, { width, height, seen, isBright }: Around): number[] {
  const found = [first]
  seen[first] = 1
  for (let next = 0; next < found.length; next += 1) {
    const place = found[next] ?? 0
    const x = place % width
    const beside = [
      ...(x > 0 ? [place - 1] : []),
      ...(x < width - 1 ? [place + 1] : []),
      ...(place >= width ? [place - width] : []),
      ...(place < width * (height - 1) ? [place + width] : []),
    ]
    for (const one of beside) {
      if (seen[one] === 1 || !isBright(one)) continue
      seen[one] = 1
      found.push(one)
    }
  }
  return found
}

/** Those that lie furthest to each of the four corners of the picture. */
function outermost(points: readonly Point[]): Corners {
  const most = (worth: (one: Point) => number): Point => {
    let [best, bestWorth]: [Point, number] = [{ x: 0, y: 0 }, -Infinity]
    for (const one of points) {
      const own = worth(one)
      if (own > bestWorth) [best, bestWorth] = [one, own]
    }
    return best
  }
  return [
    most(({ x, y }) => -x - y),
    most(({ x, y }) => x - y),
    most(({ x, y }) => x + y),
    most(({ x, y }) => y - x),
  ]
}

/** Counted from the first to the last dot of each row: writing is no hole. */
function filledBy(points: readonly Point[], height: number): number {
  const first = Array.from({ length: height }, () => Infinity)
  const last = Array.from({ length: height }, () => -1)
  for (const { x, y } of points) {
    first[y] = Math.min(first[y] ?? x, x)
    last[y] = Math.max(last[y] ?? x, x)
  }
  return last.reduce((sum, end, row) => sum + (end < 0 ? 0 : end - (first[row] ?? end)), 0)
}

/** The tone that parts two kinds of dots best (Otsu, 1979). */
function partingTone(counts: Uint32Array, all: number): number {
  const sum = counts.reduce((total, count, tone) => total + count * tone, 0)
  let [darker, darkerSum, best, bestParted] = [0, 0, 0, 0]
  for (let tone = 0; tone < 255; tone += 1) {
    darker += counts[tone] ?? 0
    darkerSum += (counts[tone] ?? 0) * tone
    if (darker === 0 || darker === all) continue
    const apart = darkerSum / darker - (sum - darkerSum) / (all - darker)
    const parted = darker * (all - darker) * apart * apart
    if (parted > bestParted) [best, bestParted] = [tone, parted]
  }
  return best
}

const meanAbove = (counts: Uint32Array, limit: number) => mean(counts, limit + 1, 256)
const meanUpTo = (counts: Uint32Array, limit: number) => mean(counts, 0, limit + 1)

function mean(counts: Uint32Array, from: number, until: number): number {
  let [count, sum] = [0, 0]
  for (let tone = from; tone < until; tone += 1) {
    count += counts[tone] ?? 0
    sum += (counts[tone] ?? 0) * tone
  }
  return count === 0 ? 0 : sum / count
}
