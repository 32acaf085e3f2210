import { instantAt } from '#domain/calendar/moment.ts'
import { type FigureKey, figureOf } from '#domain/statistics/figures.ts'
import type { Sums } from '#domain/statistics/sums.ts'
import type { ReplayTargets } from '#shapes/replay-targets.ts'
import type { Desk } from '#work/desk.ts'
import { countCarried } from '#work/post/enter-deliveries.ts'
import { seeCatalogue } from '#work/reading/see-catalogue.ts'
import { sumsIn } from '#work/statistics/sums.ts'
import { isCutTo } from './targets.ts'

/** A figure as the centre counts it, beside what it is to be. */
export interface Compared {
  readonly what: string
  readonly expected: string
  readonly counted: string
  readonly isRight: boolean
}

/** Holds what the centre counts (the figures its board and reports are made of) against the targets, one by one. */
export async function compareWithTargets(
  centre: Desk['centre'],
  targets: ReplayTargets,
): Promise<readonly Compared[]> {
  const { from, to } = targets
  const today = Temporal.PlainDate.from(to).add({ days: 1 }).toString()
  const sums = await sumsIn(centre, { window: { from, to }, today })
  const ever = (since: string) => sumsIn(centre, { window: { from: since, to }, today })
  const count = (key: FigureKey, of: Sums = sums) => figureOf(key, of).count
  const carried = await countCarried(centre, { from, to })
  const settled = figureOf('in-time-share', sums)
  return [
    exactly('Hồ sơ tiếp nhận', targets.received, count('received')),
    cut('Nộp trực tuyến', targets.onlineShare, figureOf('online-share', sums)),
    exactly('Quá hạn', targets.late, count('settled-late')),
    exactly('Trước hạn và đúng hạn', count('settled') - targets.late, settled.count),
    exactly('Nhận và trả qua bưu chính', targets.post, count('post')),
    exactly('Bưu gửi đến đã tiếp nhận', targets.post, carried.sentIn),
    exactly('Bưu gửi đã phát', targets.post, carried.delivered),
    exactly('Nhận và trả tại nhà bằng bưu gửi hai chiều', targets.post, carried.bothWays),
    exactly('Yêu cầu bổ sung', targets.supplements, count('supplements')),
    exactly('Từ chối sau thẩm định', targets.refused, count('refused')),
    exactly('Dừng theo yêu cầu', targets.withdrawn, count('stopped')),
    atLeast('Lưu động', targets.mobile.atLeast, count('mobile', await ever(targets.mobile.since))),
    atLeast('Tại nhà', targets.home.atLeast, count('home', await ever(targets.home.since))),
    exactly(
      'Nhận và chuyển kỳ trước = đã giải quyết và đang giải quyết',
      count('to-settle'),
      count('settled') + count('in-progress'),
    ),
    ...(await comparedCatalogue(centre, targets)),
  ]
}

async function comparedCatalogue(centre: Desk['centre'], { to, catalogue }: ReplayTargets) {
  if (!catalogue) return []
  const now = instantAt(Temporal.PlainDate.from(to), 12 * 60)
  const { counts } = await seeCatalogue({ centre, now, actor: { kind: 'public' } }, {})
  const own = counts.byOwnerKind.town
  const of = (part: number) => ({ count: part, of: own })
  return [
    exactly('Thủ tục', catalogue.procedures, counts.all),
    exactly('Thủ tục của thị xã', catalogue.own, own),
    ...Object.entries(catalogue.vertical).map(([kind, asked]) =>
      exactly(
        `Thủ tục ngành dọc: ${kind}`,
        asked,
        counts.byOwnerKind[kind as keyof typeof counts.byOwnerKind],
      ),
    ),
    exactly('Năm tại chỗ', catalogue.fiveOnTheSpot, counts.fiveOnTheSpot),
    cut('Thủ tục mức độ 3, 4', catalogue.onlineShare, of(counts.online)),
    exactly('Thủ tục qua bưu chính', catalogue.postal, counts.postal),
    cut('Thủ tục qua bưu chính, tỷ lệ', catalogue.postalShare, of(counts.postal)),
  ]
}

function exactly(what: string, expected: number, counted: number): Compared {
  return { what, expected: String(expected), counted: String(counted), isRight: expected === counted }
}

/** "Over" so many is at least so many. */
function atLeast(what: string, expected: number, counted: number): Compared {
  return { what, expected: `từ ${expected}`, counted: String(counted), isRight: counted >= expected }
}

function cut(what: string, share: string, { count, of }: { count: number; of: number | null }): Compared {
  const isRight = of !== null && isCutTo(share, count, of)
  return { what, expected: `${share} %`, counted: `${count}/${of}`, isRight }
}
