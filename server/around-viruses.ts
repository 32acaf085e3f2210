import { toMoment } from '#domain/calendar/moment.ts'
import { clamd, type ClamdAt } from '#partners/antivirus/clamd.ts'
import { TEST_VIRUS } from '#partners/antivirus/test-virus.ts'
import type { Centre } from '#store/database.ts'
import { quarantineCounts } from '#store/quarantine.ts'
import { clockFrom } from './clock.ts'
import { messageOf } from './explain.ts'
import { type Check, error, fine, type Remark, warning } from './remarks.ts'

/** A scanner that answers, finds what it must find and knows what is new; nothing that has waited long for it. */
export const aroundViruses: Check = async ({ config, database }) => {
  const centres = await database.centres()
  const isReal = centres.some((one) => !one.isDemonstration)
  return [
    ...(config.clamd ? await aroundClamd(config.clamd) : []),
    ...(config.clamd === null && isReal
      ? [warning('Chưa đặt CLAMD: tệp người dân nộp chỉ được kiểm tra loại tệp, không quét mã độc')]
      : []),
    ...(await Promise.all(centres.map(aroundQuarantine))).flat(),
  ]
}

/** Signatures older than this no longer know what goes round. */
const MOST_DAYS = 7

async function aroundClamd(at: ClamdAt): Promise<Remark[]> {
  const { lookForViruses, version } = clamd(at)
  try {
    const named = await version()
    const finding = await lookForViruses(Buffer.from(TEST_VIRUS))
    return [
      fine(`Quét mã độc: ${named}`),
      ...(finding.kind === 'infected'
        ? []
        : [error('clamd không phát hiện tệp thử EICAR: kiểm tra cơ sở dữ liệu mẫu (freshclam)')]),
      ...agedRemark(named),
    ]
  } catch (failure) {
    return [
      error(`clamd không trả lời (${messageOf(failure)}): tệp mới nằm chờ kiểm tra, cán bộ chưa mở được`),
    ]
  }
}

/** `ClamAV 1.4.6/27000/Thu Nov 26 08:40:12 2026`: the day of the signatures stands last. */
function agedRemark(named: string): Remark[] {
  const [, , day = ''] = named.split('/')
  const at = Date.parse(`${day} UTC`)
  if (Number.isNaN(at)) return [warning('Không rõ ngày của cơ sở dữ liệu mẫu mã độc')]
  const days = Math.floor((clockFrom(null)().epochMilliseconds - at) / 86_400_000)
  return days > MOST_DAYS ? [warning(`Cơ sở dữ liệu mẫu mã độc đã ${days} ngày chưa cập nhật`)] : []
}

const LONG_MINUTES = 10
const LOOKED_BACK_HOURS = 30 * 24

async function aroundQuarantine(centre: Centre): Promise<Remark[]> {
  const now = clockFrom(null)()
  const since = toMoment(now.subtract({ hours: LOOKED_BACK_HOURS }))
  const { waiting, oldest, infected } = await quarantineCounts(centre, since)
  const isLong = oldest !== null && oldest < toMoment(now.subtract({ minutes: LONG_MINUTES }))
  return [
    ...(isLong ? [warning(`${centre.slug}: ${waiting} tệp chờ quét mã độc quá ${LONG_MINUTES} phút`)] : []),
    ...(infected > 0
      ? [warning(`${centre.slug}: ${infected} tệp có mã độc đã bị từ chối và xóa trong 30 ngày`)]
      : []),
  ]
}
