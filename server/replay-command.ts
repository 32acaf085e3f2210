import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { ReplayTargets } from '#shapes/replay-targets.ts'
import { openDatabase } from '#store/database.ts'
import { migrateAll } from '#store/schemas.ts'
import { wordsIn } from '#web/words/words.ts'
import { type Compared, compareWithTargets } from '../replay/compare.ts'
import { dayTargets } from '../replay/targets.ts'
import { type Replayed, replayMonths } from '../replay/replay-months.ts'
import { clockFrom } from './clock.ts'
import { type Command, isDay, onGround, parse, WrongUse } from './commands.ts'
import { ensureDemonstration } from './demonstration.ts'
import { fault } from './faults.ts'
import { described } from './log.ts'

const VI = wordsIn('vi')
const SLUG = 'dong-trieu'
const TARGETS = fileURLToPath(new URL('../replay/targets/', import.meta.url))

/** Sends every dossier of five months, or of one day, through the use cases, and holds the figures against targets. */
export const replayCommand: Command = async (words, { config, log }) => {
  const { values } = parse(words, {
    day: { type: 'string' },
    seed: { type: 'string' },
    targets: { type: 'string' },
  })
  const targets = targetsAsked(values)
  const seed = typeof values['seed'] === 'string' ? values['seed'] : 'dong-trieu'
  return onGround(config, log, async ({ ownerUrl, appUrl, secrets }) => {
    await migrateAll({ ownerUrl, appPassword: secrets.databaseApp })
    const onError = (error: Error) => log.warn({ error: described(error) }, 'database connection lost')
    const database = openDatabase({ url: appUrl, poolSize: 16, onError })
    try {
      await ensureDemonstration(database, ownerUrl, clockFrom(config.clock)())
      const centre = await database.centre(SLUG)
      if (!centre?.isDemonstration) throw fault('no-such-centre', { name: SLUG })
      const began = performance.now()
      const replayed = await replayMonths({ centre, targets, seed, progress })
      if (isRefusal(replayed)) return sayRefused(targets.name, replayed)
      const seconds = (performance.now() - began) / 1000
      return say(targets, replayed, seconds, await compareWithTargets(centre, targets))
    } finally {
      await database.close()
    }
  })
}

function targetsAsked({ day, targets }: { readonly [name: string]: unknown }): ReplayTargets {
  if (day !== undefined) {
    if (typeof day !== 'string' || !isDay(day) || targets !== undefined) throw new WrongUse()
    return dayTargets(day)
  }
  const name = typeof targets === 'string' ? targets : 'article-2019.json'
  const file = [name, `${TARGETS}${name}`].find((one) => existsSync(one))
  if (file === undefined) throw fault('no-targets', { name })
  const read = ReplayTargets.safeParse(parsedJson(file))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw fault('wrong-targets', { name, where: issue?.path.join('.') ?? '', why: issue?.message ?? '' })
}

function parsedJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw fault('wrong-targets', { name: file, where: '', why: error.message })
  }
}

/** A bar that is drawn over itself on a terminal, and written at every tenth part elsewhere. */
function progress(done: number, all: number): void {
  const part = Math.floor((done * 10) / all)
  const bar = `[${'#'.repeat(part).padEnd(10, '.')}] ${VI.format.number(done)}/${VI.format.number(all)} hồ sơ`
  if (process.stdout.isTTY) {
    if (done % 100 === 0 || done === all) process.stdout.write(`\r${bar}${done === all ? '\n' : ''}`)
  } else if (part > Math.floor(((done - 1) * 10) / all)) console.log(bar)
}

function sayRefused(name: string, refusal: Refusal): number {
  console.error(`Không phát lại được "${name}": ${VI.refusals[refusal.refused](refusal.facts)}`)
  return 1
}

function say(
  targets: ReplayTargets,
  { drawn, earlier, played }: Replayed,
  seconds: number,
  compared: readonly Compared[],
): number {
  const { number, day } = VI.format
  console.log(`\n${targets.name}: từ ${day(targets.from)} đến ${day(targets.to)}`)
  console.log(`  ${number(drawn)} hồ sơ, ${number(played.commands)} lệnh trong ${seconds.toFixed(1)} giây`)
  console.log(`  Nhập từ sổ theo dõi các năm trước: ${number(earlier)} hồ sơ mới`)
  console.log(`  Bị từ chối: ${played.refused.length}`)
  for (const { code, refusal } of played.refused.slice(0, 20))
    console.log(`    ${code}: ${VI.refusals[refusal.refused](refusal.facts)}`)
  console.log('\nĐối chiếu số liệu đếm từ hồ sơ với số cần đạt:')
  const width = Math.max(...compared.map(({ what }) => what.length))
  for (const { what, expected, counted, isRight } of compared)
    console.log(`  ${isRight ? 'khớp ' : 'LỆCH '} ${what.padEnd(width)}  ${expected} / đếm được ${counted}`)
  const isRight = compared.every((one) => one.isRight)
  console.log(isRight ? '\nTất cả khớp.' : '\nCó số KHÔNG khớp.')
  return isRight && played.refused.length === 0 ? 0 : 1
}
