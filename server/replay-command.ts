import { isRefusal } from '#domain/outcome.ts'
import type { Counts } from '#work/reading/see-figures.ts'
import { type Replayed, replayDay } from '../replay/replay-day.ts'
import { openDatabase } from '#store/database.ts'
import { migrateAll } from '#store/schemas.ts'
import { wordsIn } from '#web/words/words.ts'
import { clockFrom } from './clock.ts'
import { type Command, isDay, onGround, parse, WrongUse } from './commands.ts'
import { ensureDemonstration } from './demonstration.ts'
import { fault } from './faults.ts'
import { described } from './log.ts'

const VI = wordsIn('vi')
const SLUG = 'dong-trieu'

/** Draws one day of the demonstration centre and sends every dossier of it through the use cases. */
export const replayCommand: Command = async (words, { config, log }) => {
  const { values } = parse(words, { day: { type: 'string' }, seed: { type: 'string' } })
  const { day, seed } = values
  if (typeof day !== 'string' || !isDay(day)) throw new WrongUse()
  return onGround(config, log, async ({ ownerUrl, appUrl, secrets }) => {
    await migrateAll({ ownerUrl, appPassword: secrets.databaseApp })
    const onError = (error: Error) => log.warn({ error: described(error) }, 'database connection lost')
    const database = openDatabase({ url: appUrl, poolSize: 16, onError })
    try {
      await ensureDemonstration(database, ownerUrl, clockFrom(config.clock)())
      const centre = await database.centre(SLUG)
      if (!centre?.isDemonstration) throw fault('no-such-centre', { name: SLUG })
      const began = performance.now()
      const replayed = await replayDay({
        centre,
        on: Temporal.PlainDate.from(day),
        seed: typeof seed === 'string' ? seed : 'dong-trieu',
        progress,
      })
      if (isRefusal(replayed)) {
        console.error(`Không phát lại được ngày ${day}: ${VI.refusals[replayed.refused](replayed.facts)}`)
        return 1
      }
      return say(day, replayed, (performance.now() - began) / 1000)
    } finally {
      await database.close()
    }
  })
}

/** A bar that is drawn over itself on a terminal, and written at every tenth part elsewhere. */
function progress(done: number, all: number): void {
  const part = Math.floor((done * 10) / all)
  const bar = `[${'#'.repeat(part).padEnd(10, '.')}] ${done}/${all} hồ sơ`
  if (process.stdout.isTTY) process.stdout.write(`\r${bar}${done === all ? '\n' : ''}`)
  else if (part > Math.floor(((done - 1) * 10) / all)) console.log(bar)
}

function say(day: string, { drawn, played, figures }: Replayed, seconds: number): number {
  const { total } = figures
  console.log(`\nNgày ${day}: ${drawn} hồ sơ được rút theo trọng số của danh mục.`)
  console.log(`  Lệnh đã thực hiện: ${played.commands} trong ${seconds.toFixed(1)} giây`)
  console.log(`  Bị từ chối: ${played.refused.length}`)
  for (const { code, refusal } of played.refused.slice(0, 20))
    console.log(`    ${code}: ${VI.refusals[refusal.refused](refusal.facts)}`)
  const { early, 'on-time': onTime, late, 'no-limit': noLimit } = played.timeliness
  console.log(
    `  Có kết quả: ${early} trước hạn, ${onTime} đúng hạn, ${late} quá hạn, ${noLimit} không đặt thời hạn; đã trả: ${played.returned}`,
  )
  console.log(`\nSố liệu của ngày, cộng dồn từ các sự kiện (kết quả có sau ngày ${day} thuộc các ngày sau):`)
  table('Tổng', [{ name: 'Cả trung tâm', counts: total }])
  table('Theo cơ quan', figures.byUnit)
  table(
    'Theo kênh',
    figures.byChannel.map(({ name, counts }) => ({ name: channelName(name), counts })),
  )
  const isWhole =
    total.received >= drawn &&
    [figures.byUnit, figures.byField, figures.byChannel].every((part) => sum(part) === total.received)
  console.log(isWhole ? '\nCác bảng cộng lại bằng nhau.' : '\nCác bảng KHÔNG cộng lại bằng nhau.')
  return isWhole && played.refused.length === 0 ? 0 : 1
}

function channelName(name: string): string {
  return Object.entries(VI.channels).find(([key]) => key === name)?.[1] ?? name
}

function sum(part: readonly { readonly counts: Counts }[]): number {
  return part.reduce((all, one) => all + one.counts.received, 0)
}

function table(title: string, rows: readonly { readonly name: string; readonly counts: Counts }[]): void {
  const width = Math.max(title.length, ...rows.map(({ name }) => name.length))
  const cell = (text: string | number) => String(text).padStart(10)
  console.log(
    `\n  ${title.padEnd(width)}${['nhận', 'trước hạn', 'đúng hạn', 'quá hạn', 'đã trả'].map(cell).join('')}`,
  )
  for (const { name, counts } of rows)
    console.log(
      `  ${name.padEnd(width)}${[counts.received, counts['ready-early'], counts['ready-on-time'], counts['ready-late'], counts.returned].map(cell).join('')}`,
    )
}
