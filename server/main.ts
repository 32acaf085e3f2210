import { centreCommand, type Command, migrateCommand, WrongUse } from './commands.ts'
import { readConfig } from './config.ts'
import { explain } from './explain.ts'
import { openLog } from './log.ts'

/** Rooms that only one command needs are opened by that command. */
const COMMANDS: Readonly<Record<string, Command>> = {
  start: async (_words, { config, log }) => (await import('./serve.ts')).serve(config, log),
  migrate: migrateCommand,
  centre: centreCommand,
  account: async (...asked) => (await import('./account-command.ts')).accountCommand(...asked),
  backup: async (...asked) => (await import('./backup-command.ts')).backupCommand(...asked),
  restore: async (...asked) => (await import('./backup-command.ts')).restoreCommand(...asked),
  replay: async (...asked) => (await import('./replay-command.ts')).replayCommand(...asked),
  doctor: async (...asked) => (await import('./doctor-command.ts')).doctorCommand(...asked),
}

const USAGE = `Cách dùng: node --import ./server/read-tsx.ts server/main.ts LỆNH

  start                                      chạy Một Cửa (mặc định)
  migrate                                    nâng cấp cơ sở dữ liệu
  centre create TÊN --from THƯ-MỤC           mở trung tâm, hoặc nhập lại tệp của trung tâm đã có
      [--effective NĂM-THÁNG-NGÀY] [--dry-run]
  centre take-over TÊN --from THƯ-MỤC        tiếp quản hồ sơ đang mở và số của các sổ: chạy thử, chưa ghi
      [--by TÊN-ĐĂNG-NHẬP] [--confirm MÃ]    ghi thật, với mã mà lần chạy thử đã in
  account TRUNG-TÂM TÊN-ĐĂNG-NHẬP            cấp mật khẩu một lần cho một nhân sự
  account TRUNG-TÂM --all                    cấp cho mọi người đang giữ vị trí mà chưa có tài khoản
  backup THƯ-MỤC                             sao lưu vào một thư mục chưa có
  restore THƯ-MỤC [--force]                  khôi phục từ bản sao lưu
  replay [--targets TỆP] [--seed CHỮ]        phát lại năm tháng của trung tâm trình diễn, đối chiếu số liệu
  replay --day NĂM-THÁNG-NGÀY [--seed CHỮ]   phát lại một ngày
  doctor                                     kiểm tra xung quanh có gì sai

Cấu hình bằng biến môi trường: PORT, HOST, DATA_DIR, DATABASE_URL, DATABASE_POOL, BASE_URL, CLOCK, LOG_LEVEL, TRUST_PROXY.`

const [name = 'start', ...words] = process.argv.slice(2)
process.exitCode = await run(name, words)

async function run(name: string, words: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help') return say(USAGE, 0)
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) return say(`Không có lệnh "${name}".\n\n${USAGE}`, 2)
  let folder = 'DATA_DIR'
  try {
    const config = readConfig(process.env)
    folder = config.dataDir
    return await command(words, { config, log: openLog(config.logLevel) })
  } catch (error) {
    return error instanceof WrongUse ? say(USAGE, 2) : say(explain(error, folder), 1)
  }
}

function say(text: string, code: number): number {
  if (code === 0) console.log(text)
  else console.error(text)
  return code
}
