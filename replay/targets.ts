import { type Outcome, refuse } from '#domain/outcome.ts'
import type { ReplayTargets } from '#shapes/replay-targets.ts'

/** A whole number and what it is multiplied by: `28.44` is 2844 hundredths. */
function parsed(share: string): { readonly value: number; readonly scale: number } {
  const decimals = share.split('.')[1]?.length ?? 0
  return { value: Number(share.replace('.', '')), scale: 100 * 10 ** decimals }
}

/** A share cut, not rounded, to the decimals it is printed with. */
export function isCutTo(share: string, count: number, of: number): boolean {
  const { value, scale } = parsed(share)
  return of > 0 && Math.floor((count * scale) / of) === value
}

/** How many of `of` have a share that is cut to what is printed; refused where no whole number has. */
export function countForShare(share: string, of: number): Outcome<number> {
  const { value, scale } = parsed(share)
  const fewest = Math.ceil((value * of) / scale)
  const most = Math.ceil(((value + 1) * of) / scale) - 1
  const count = Math.floor((fewest + most) / 2)
  return isCutTo(share, count, of) && count <= of ? count : refuse('targets-out-of-reach', { share, of })
}

/** The part of a total over years that falls into the replayed window, in proportion to its days; rounded up. */
export function shareOfYears(
  { from, to }: Pick<ReplayTargets, 'from' | 'to'>,
  { since, atLeast }: ReplayTargets['mobile'],
): number {
  const days = daysBetween(from, to)
  return Math.ceil((atLeast * days) / Math.max(days, daysBetween(since, to)))
}

function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days + 1
}

/** One ordinary day of 2019, without what needs more days than one. */
export function dayTargets(on: string): ReplayTargets {
  const none = { since: on, atLeast: 0 }
  return {
    name: `Một ngày, ${on}`,
    from: on,
    to: on,
    received: 512,
    onlineShare: '28',
    late: 0,
    post: 0,
    supplements: 0,
    sentBack: 5,
    refused: 0,
    withdrawn: 0,
    mobile: none,
    home: none,
  }
}
