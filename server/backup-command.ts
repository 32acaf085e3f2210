import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from './backup/backup.ts'
import { restore } from './backup/restore.ts'
import { clockFrom } from './clock.ts'
import { type Command, parse, WrongUse } from './commands.ts'
import { fault } from './faults.ts'
import { borrowGround, takeGround } from './ground.ts'

/** When and where the last backup was made; `doctor` reads it. */
export const LAST_BACKUP = 'last-backup.json'

export const backupCommand: Command = async (words, { config, log }) => {
  const [to] = parse(words, {}).positionals
  if (!to) throw new WrongUse()
  if (config.databaseUrl) throw fault('backup-needs-embedded', {})
  const ground = await borrowGround(config, log)
  try {
    const { dataDir } = config
    const { files, at } = await backUp({ dataDir, ownerUrl: ground.ownerUrl, to, at: clockFrom(null)() })
    const note = join(dataDir, LAST_BACKUP)
    writeFileSync(`${note}.new`, JSON.stringify({ at, to }), { mode: 0o600 })
    renameSync(`${note}.new`, note)
    const seals = Object.values(files)
    const megabytes = Math.ceil(seals.reduce((sum, { size }) => sum + size, 0) / 1_000_000)
    console.log(`Đã sao lưu vào ${to}: ${seals.length} tệp, ${megabytes} MB.`)
    console.log('Bản sao có cả bí mật và mật khẩu: hãy cất ở nơi chỉ người quản trị đọc được.')
    return 0
  } finally {
    await ground.leave()
  }
}

export const restoreCommand: Command = async (words, { config, log }) => {
  const { values, positionals } = parse(words, { force: { type: 'boolean' } })
  const [from] = positionals
  if (!from) throw new WrongUse()
  if (config.databaseUrl) throw fault('backup-needs-embedded', {})
  const { dataDir } = config
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const isForced = values['force'] === true
  const { manifest, movedTo } = await restore({ from, dataDir, isForced, at: clockFrom(null)() })
  // Proves that the database comes up from what was put back, and leaves it cleanly closed.
  const ground = await takeGround(config, log)
  await ground.leave()
  console.log(`Đã khôi phục bản sao lưu lúc ${manifest.at} vào ${dataDir}; cơ sở dữ liệu mở được.`)
  if (movedTo) console.log(`Dữ liệu cũ đã chuyển sang ${movedTo}; xoá khi không cần nữa.`)
  return 0
}
