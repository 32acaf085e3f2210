import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost, type Staff } from '#domain/people/may.ts'
import { csvOf } from '#papers/csv.ts'
import { type Centre, openDatabase } from '#store/database.ts'
import { faultLine } from '#web/words/import-vi.ts'
import type { Desk } from '#work/desk.ts'
import { staffWithLogins } from '#work/reading/see-staff.ts'
import { readTakeOverFiles, type TakeOverRead } from '#work/taking-over/read-take-over.ts'
import { seeTakeOverKeys } from '#work/taking-over/see-take-over-keys.ts'
import { takeOver, type TakeOverOutcome } from '#work/taking-over/take-over.ts'
import { clockFrom } from './clock.ts'
import { type Command, onGround, parse, WrongUse } from './commands.ts'
import { fault } from './faults.ts'
import { described } from './log.ts'

/** So much of a hash is shown and typed. */
const SHOWN = 12

/** Takes over what a running centre brings along; without `--confirm`, only says what would be done. */
export const takeOverCommand: Command = async (words, { config, log }) => {
  const { values, positionals } = parse(words, {
    from: { type: 'string' },
    by: { type: 'string' },
    confirm: { type: 'string' },
    'dry-run': { type: 'boolean' },
  })
  const [slug] = positionals
  const { from, by, confirm } = values
  if (!slug || typeof from !== 'string' || (confirm !== undefined && values['dry-run'])) throw new WrongUse()
  return onGround(config, log, async ({ appUrl }) => {
    const onError = (error: Error) => log.warn({ error: described(error) }, 'database connection lost')
    const database = openDatabase({ url: appUrl, poolSize: 2, onError })
    try {
      const centre = await database.centre(slug)
      if (!centre) throw fault('no-such-centre', { name: slug })
      const now = clockFrom(config.clock)()
      const actor = await administrator(centre, now, typeof by === 'string' ? by : null)
      const read = await readTakeOverFiles(from)
      const isConfirmed = typeof confirm === 'string' && confirm === read.hash.slice(0, SHOWN)
      if (typeof confirm === 'string' && !isConfirmed) return sayOtherFiles(read)
      const outcome = await takeOver({ centre, actor, now }, read, isConfirmed ? read.hash : null)
      if (isRefusal(outcome)) throw new Error(`an administrator was refused: ${outcome.refused}`)
      const code = say(outcome)
      if (outcome.isWritten || outcome.knownSince !== null)
        await keepKeys({ centre, actor, now }, read, config.dataDir)
      return code
    } finally {
      await database.close()
    }
  })
}

/** Who takes over: the administrator named, or the only one there is. */
async function administrator(centre: Centre, now: Temporal.Instant, login: string | null): Promise<Staff> {
  const on = dayOf(now).toString()
  const known = [...(await staffWithLogins(centre))].filter(([, staff]) =>
    staff.appointments.some(({ post, unit }) => post === 'administrator' && hasPost(staff, post, unit, on)),
  )
  const [chosen, another] = login === null ? known : known.filter(([name]) => name === login)
  if (!chosen || another)
    throw fault('no-administrator', { centre: centre.slug, known: known.map(([name]) => name) })
  return chosen[1]
}

function say(outcome: TakeOverOutcome): number {
  const { faults, warnings, knownSince, dossiers, same, series, hash } = outcome
  for (const one of warnings) console.warn(`Cảnh báo ${faultLine(one)}`)
  for (const one of faults) console.error(`Lỗi ${faultLine(one)}`)
  if (faults.length > 0) {
    console.error(`Có ${faults.length} lỗi: chưa ghi gì cả.`)
    return 1
  }
  if (knownSince !== null) {
    console.log(`Đúng các tệp này đã tiếp quản lúc ${knownSince}. Không có gì thay đổi.`)
    return 0
  }
  console.log(`  hồ sơ: thêm ${dossiers}, đã có từ trước ${same}`)
  console.log(`  sổ và dãy số: mở ${series}`)
  if (outcome.isWritten) console.log('Đã tiếp quản, tất cả trong một lần ghi.')
  else console.log(`Chạy thử: chưa ghi gì. Để ghi, chạy lại với --confirm ${hash.slice(0, SHOWN)}`)
  return 0
}

function sayOtherFiles({ hash }: TakeOverRead): number {
  console.error(
    `Các tệp không phải là các tệp của lần chạy thử đó (nay là ${hash.slice(0, SHOWN)}). Chạy thử lại, xem kết quả rồi xác nhận. Chưa ghi gì cả.`,
  )
  return 1
}

/** The citizens' new look-up keys, for the centre to give out: a file that only its owner can read. */
async function keepKeys(desk: Desk, read: TakeOverRead, dataDir: string): Promise<void> {
  const keys = await seeTakeOverKeys(
    desk,
    read.dossiers.map(({ row }) => row.code),
  )
  if (isRefusal(keys) || keys.length === 0) return
  const folder = join(dataDir, 'take-over')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${desk.centre.slug}-${read.hash.slice(0, SHOWN)}.csv`)
  const lines = keys.map(({ code, lookupKey, name, phone }) => [code, lookupKey, name, phone ?? ''])
  writeFileSync(file, csvOf([['Mã hồ sơ', 'Mã tra cứu', 'Người nộp', 'Điện thoại'], ...lines]), {
    mode: 0o600,
  })
  chmodSync(file, 0o600)
  console.log(`Mã tra cứu mới để báo cho ${keys.length} người dân: ${file}`)
}
