/**
 * A share in hundredths of a percent, cut and not rounded as the centre publishes it: 254 of 303 is 8382. Null of
 * nothing: an empty denominator is neither 0 nor 100.
 */
export function cutShare(count: number, of: number): number | null {
  return of === 0 ? null : Math.floor((count * 10_000) / of)
}
