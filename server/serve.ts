import type { Config } from './config.ts'
import type { DemonstrationAccount } from './demonstration.ts'
import { described, type Log } from './log.ts'
import { type House, openHouse } from './start.ts'

/** Opens the house, says where, and closes it at a signal; answers the exit code when it is closed. */
export async function serve(config: Config, log: Log): Promise<number> {
  const asked = signalled()
  const house = await openHouse(config, log)
  sayOpen(house, config)
  const signal = await asked
  log.info({ signal }, 'stopping')
  console.log('Đang dừng…')
  try {
    await house.stop()
  } catch (error) {
    log.error({ error: described(error) }, 'not stopped cleanly')
    return 1
  }
  console.log('Đã dừng.')
  return 0
}

/** The first signal stops cleanly; a second one while stopping ends the program at once. */
function signalled(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve(signal)
      })
    }
  })
}

const POSTS = {
  clerk: 'Tiếp nhận',
  cashier: 'Thu phí',
  handler: 'Thụ lý',
  approver: 'Phê duyệt',
  'seal-keeper': 'Văn thư',
  head: 'Phụ trách phòng',
  director: 'Giám đốc Trung tâm',
  administrator: 'Quản trị',
} as const

function sayOpen({ centres, accounts, simulator, simulatedPost }: House, config: Config): void {
  console.log(`\nMột Cửa đang chạy tại ${config.baseUrl}`)
  for (const { name, isDemonstration } of centres)
    console.log(`  ${name}${isDemonstration ? ' (trình diễn)' : ''}`)
  if (centres.length === 0)
    console.log('  Chưa có trung tâm nào: npm run centre create TÊN -- --from THƯ-MỤC')
  if (config.clock)
    console.log(
      `  Đồng hồ trình diễn, đặt từ ${config.clock.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime().toString()}`,
    )
  if (simulator !== null) console.log(`  Nơi thu tiền mô phỏng (không có tiền thật): ${simulator}`)
  if (simulatedPost !== null) console.log(`  Bưu chính mô phỏng (không có bưu gửi thật): ${simulatedPost}`)
  if (accounts.length > 0) sayAccounts(accounts)
  else if (centres.some((one) => one.isDemonstration))
    console.log(
      '  Tài khoản trình diễn không dùng được vì HOST hoặc BASE_URL không chỉ ở máy này (127.0.0.1).',
    )
  console.log('\nDừng: Ctrl+C')
}

function sayAccounts(accounts: readonly DemonstrationAccount[]): void {
  const rows = accounts.map(({ login, password, post, name, unit }) => [
    login,
    password,
    POSTS[post],
    `${name}, ${unit}`,
  ])
  const table = [['Tên đăng nhập', 'Mật khẩu', 'Vị trí', 'Người (minh họa)'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  console.log('\nTài khoản trình diễn:')
  for (const row of table)
    console.log(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`)
}
