import { parseArgs } from 'node:util'
import { migrateAll } from '#store/schemas.ts'
import { faultLine } from '#web/words/import-vi.ts'
import { clockFrom } from './clock.ts'
import type { Config } from './config.ts'
import { createCentre, type CreatedCentre } from './create-centre.ts'
import { borrowGround, type Ground } from './ground.ts'
import type { Log } from './log.ts'

/** A command of the command line: does it, says what came of it in Vietnamese, answers the exit code. */
export type Command = (
  words: readonly string[],
  surroundings: { config: Config; log: Log },
) => Promise<number>

/** Wrongly called: the usage is shown. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse'
}

export const migrateCommand: Command = async (_words, { config, log }) =>
  onGround(config, log, async (ground) => {
    const applied = await migrateAll({ ownerUrl: ground.ownerUrl, appPassword: ground.secrets.databaseApp })
    for (const [schema, files] of applied)
      console.log(`${schema}: ${files.length === 0 ? 'không có gì mới' : files.join(', ')}`)
    return 0
  })

export const centreCommand: Command = async (words, { config, log }) => {
  const [first, ...rest] = words
  if (first === 'take-over')
    return (await import('./take-over-command.ts')).takeOverCommand(rest, { config, log })
  const { values, positionals } = parse(words, {
    from: { type: 'string' },
    effective: { type: 'string' },
    'dry-run': { type: 'boolean' },
  })
  const [verb, slug] = positionals
  const { from, effective } = values
  if (verb !== 'create' || !slug || typeof from !== 'string') throw new WrongUse()
  if (effective !== undefined && !isDay(effective)) throw new WrongUse(`--effective ${String(effective)}`)
  return onGround(config, log, async ({ ownerUrl, secrets }) => {
    await migrateAll({ ownerUrl, appPassword: secrets.databaseApp })
    const created = await createCentre(ownerUrl, {
      slug,
      from,
      effectiveFrom: typeof effective === 'string' ? effective : undefined,
      dryRun: values['dry-run'] === true,
      isDemonstration: false,
      at: clockFrom(config.clock)(),
    })
    return sayCreated(slug, created)
  })
}

export async function onGround(
  config: Config,
  log: Log,
  work: (ground: Ground) => Promise<number>,
): Promise<number> {
  const ground = await borrowGround(config, log)
  try {
    return await work(ground)
  } finally {
    await ground.leave()
  }
}

type Options = Record<string, { readonly type: 'string' | 'boolean' }>

/** Reads the words after a command; an option nobody knows is wrong use. */
export function parse(words: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new WrongUse(undefined, { cause: error })
  }
}

export function isDay(text: unknown): boolean {
  try {
    return typeof text === 'string' && Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

const PARTS = {
  units: 'đơn vị',
  staff: 'nhân sự',
  appointments: 'phân công',
  mandates: 'ủy quyền',
  ruleSets: 'bộ quy định',
  dataSources: 'nguồn dữ liệu',
  onlineFilings: 'thời gian nhận hồ sơ trực tuyến',
  numberReading: 'cách đọc số',
  opinionRules: 'câu hỏi đánh giá, thời hạn trả lời phản ánh',
  postRules: 'thời hạn, cước bưu chính',
  places: 'địa danh',
  quietTimes: 'giờ yên tĩnh',
  noticeTemplates: 'mẫu tin báo',
  paperTemplates: 'mẫu giấy',
  resultForms: 'mẫu kết quả',
  procedures: 'thủ tục',
  forms: 'biểu mẫu',
  calendars: 'lịch',
  guide: 'chỉ dẫn (lời nói thường ngày, sự kiện, từ dễ hiểu)',
} as const

function sayCreated(slug: string, { faults, warnings, outcome, isNew }: CreatedCentre): number {
  for (const warning of warnings) console.warn(`Cảnh báo ${faultLine(warning)}`)
  for (const one of faults) console.error(`Lỗi ${faultLine(one)}`)
  if (faults.length > 0) {
    console.error(`Có ${faults.length} lỗi: chưa ghi gì cả.`)
    return 1
  }
  if (!outcome) {
    console.log(`Tệp của "${slug}" đọc được, không có lỗi. Trung tâm chưa mở (chạy thử).`)
    return 0
  }
  for (const [part, { added, changed, ended, same }] of Object.entries(outcome.summary)) {
    const name = Object.entries(PARTS).find(([key]) => key === part)?.[1] ?? part
    console.log(
      `  ${name}: thêm ${added.length}, đổi ${changed.length}, kết thúc ${ended.length}, giữ nguyên ${same}`,
    )
    for (const one of changed) console.log(`    đổi ${one.name}: ${one.what.join(', ')}`)
    for (const one of ended) console.log(`    kết thúc ${one}`)
  }
  if (!outcome.isChange) console.log('Không có gì thay đổi.')
  else if (!outcome.isWritten) console.log(`Chạy thử: chưa ghi. Hiệu lực sẽ từ ${outcome.effectiveFrom}.`)
  else
    console.log(
      `${isNew ? 'Đã mở trung tâm' : 'Đã cập nhật'} "${slug}", hiệu lực từ ${outcome.effectiveFrom}.`,
    )
  return 0
}
