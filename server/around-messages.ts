import { once } from 'node:events'
import { connect } from 'node:net'
import { dayOf, toMoment } from '#domain/calendar/moment.ts'
import type { Centre } from '#store/database.ts'
import { waitingNotices } from '#store/notices.ts'
import { WAITS_LONG_MINUTES } from '#work/telling/see-unreached.ts'
import { answers } from './answers.ts'
import { clockFrom } from './clock.ts'
import { messageOf } from './explain.ts'
import { type CentreMessages, readMessageSettings, secretFilesOf } from './messages/message-settings.ts'
import { openMessages } from './messages/open-messages.ts'
import { type Check, error, fine, type Remark, warning } from './remarks.ts'
import { readSecrets } from './secrets.ts'
import { isOpenToOthers } from './signing/signing-settings.ts'

/** Deliverers that answer, whose secrets nobody else reads, and nothing that has waited long to be sent. */
export const aroundMessages: Check = async ({ config, database }) => {
  const centres = await database.centres()
  const settings = config.messages === null ? null : readMessageSettings(config.messages)
  const real = centres.filter((one) => !one.isDemonstration)
  const told = await Promise.all(
    [...(settings ?? [])].map(([slug, one]) => aroundDeliverers(slug, one, config)),
  )
  return [
    ...real
      .filter((one) => !settings?.has(one.slug))
      .map((one) => warning(`${one.slug}: chưa khai cách báo tin (MESSAGES), người dân chỉ tự tra cứu được`)),
    ...told.flat(),
    ...(await Promise.all(centres.map(aroundWaiting))).flat(),
  ]
}

async function aroundDeliverers(
  slug: string,
  settings: CentreMessages,
  { baseUrl, dataDir }: { readonly baseUrl: string; readonly dataDir: string },
): Promise<Remark[]> {
  const { notices } = openMessages(settings, {
    baseUrl,
    report: async () => {},
    pushSecret: readSecrets(dataDir).push,
    today: () => dayOf(clockFrom(null)()).toString(),
  })
  const { sms, email, zalo, push } = settings
  const open = secretFilesOf(settings).filter(isOpenToOthers)
  return [
    ...open.map((path) => error(`${path} mở cho người khác: chmod 600 ${path}`)),
    ...(notices.ways.size === 0 ? [warning(`${slug}: MESSAGES không khai cách báo tin nào`)] : []),
    ...(sms && 'url' in sms ? [await answers(`${slug}: cổng tin nhắn`, sms.url)] : []),
    ...(zalo && 'url' in zalo ? [await answers(`${slug}: Zalo`, zalo.url)] : []),
    ...(email && 'host' in email ? [await hears(`${slug}: máy chủ thư`, email)] : []),
    ...Object.entries({ sms, email, zalo, push }).flatMap(([way, one]) =>
      one && 'simulated' in one ? [warning(`${slug}: ${way} là bản đóng thử, tin không tới người dân`)] : [],
    ),
    ...(push && 'contact' in push && !baseUrl.startsWith('https:')
      ? [error(`${slug}: trình duyệt chỉ nhận thông báo của trang https, BASE_URL là ${baseUrl}`)]
      : []),
    ...(notices.reportSecret === null && sms && 'url' in sms
      ? [warning(`${slug}: chưa có reportSecretFile, cổng tin nhắn không báo được tin đã tới hay chưa`)]
      : []),
  ]
}

/** Whether a server of mail is there at all; a wrong password shows with the first letter. */
async function hears(name: string, { host, port }: { host: string; port: number }): Promise<Remark> {
  const socket = connect({ host, port })
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(5_000) })
    return fine(`${name} trả lời`)
  } catch (failure) {
    return error(`${name} (${host}:${port}) không trả lời (${messageOf(failure)})`)
  } finally {
    socket.destroy()
  }
}

async function aroundWaiting(centre: Centre): Promise<readonly Remark[]> {
  const before = clockFrom(null)().subtract({ minutes: WAITS_LONG_MINUTES })
  const { count } = await waitingNotices(centre, toMoment(before))
  return count === 0
    ? []
    : [warning(`${centre.slug}: ${count} tin báo đến giờ mà quá ${WAITS_LONG_MINUTES} phút chưa gửi được`)]
}
