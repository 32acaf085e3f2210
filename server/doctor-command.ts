import { openDatabase } from '#store/database.ts'
import type { Command } from './commands.ts'
import { examine } from './doctor.ts'
import { borrowGround } from './ground.ts'
import { described } from './log.ts'

const MARKS = { fine: 'ĐẠT ', warning: 'LƯU Ý', error: 'SAI ' } as const

export const doctorCommand: Command = async (_words, { config, log }) => {
  const ground = await borrowGround(config, log)
  const onError = (error: Error) => log.warn({ error: described(error) }, 'database connection lost')
  const database = openDatabase({ url: ground.appUrl, poolSize: 4, onError })
  const owner = openDatabase({ url: ground.ownerUrl, poolSize: 1, onError })
  const count = { fine: 0, warning: 0, error: 0 }
  try {
    // Without its login and tables every check would say the same.
    await database.centres()
    for await (const { kind, text } of examine({ config, database, owner })) {
      count[kind] += 1
      console.log(`${MARKS[kind].padEnd(6)} ${text}`)
    }
  } finally {
    await database.close()
    await owner.close()
    await ground.leave()
  }
  console.log(`\n${count.fine} đạt, ${count.warning} lưu ý, ${count.error} sai`)
  return count.error === 0 ? 0 : 1
}
