import { readFileSync } from 'node:fs'
import { stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { REGISTRY_SCHEMA } from '#store/database.ts'
import { wrongGrants } from '#store/grants.ts'
import { pendingMigrations } from '#store/migrate.ts'
import { aroundCentres } from './around-centres.ts'
import { aroundIdentity } from './around-identity.ts'
import { aroundMessages } from './around-messages.ts'
import { aroundPayments } from './around-payments.ts'
import { aroundPost } from './around-post.ts'
import { aroundSigning } from './around-signing.ts'
import { aroundViruses } from './around-viruses.ts'
import { LAST_BACKUP } from './backup-command.ts'
import { clockFrom } from './clock.ts'
import { explain } from './explain.ts'
import { codeOf } from './faults.ts'
import { type Check, error, fine, type Patient, type Remark, warning } from './remarks.ts'

/** Looks at everything around the centre; a check that fails is itself a finding and stops no other. */
export async function* examine(patient: Patient): AsyncGenerator<Remark> {
  for (const check of [
    aroundProgram,
    aroundData,
    aroundBackup,
    aroundServer,
    aroundSchemas,
    aroundIdentity,
    aroundSigning,
    aroundPayments,
    aroundPost,
    aroundMessages,
    aroundViruses,
    aroundCentres,
  ]) {
    try {
      yield* await check(patient)
    } catch (failure) {
      yield error(explain(failure, patient.config.dataDir))
    }
  }
}

const WANTED_NODE = 26

const aroundProgram: Check = async ({ config, database }) => {
  const major = Number(process.versions.node.split('.')[0])
  const isDemonstration = (await database.centres()).some((one) => one.isDemonstration)
  const base = new URL(config.baseUrl)
  const isHere = ['127.0.0.1', '[::1]', 'localhost'].includes(base.hostname)
  return [
    major === WANTED_NODE
      ? fine(`Node ${process.versions.node}`)
      : error(
          `Node ${process.versions.node}: cần Node ${WANTED_NODE}; hãy chạy bằng npm run … để dùng đúng bản đi kèm`,
        ),
    config.clock
      ? warning('CLOCK đang đặt giờ trình diễn; bỏ CLOCK khi làm việc thật')
      : fine('Đồng hồ: giờ thật của máy'),
    ...(isDemonstration && !config.isLoopback
      ? [
          warning(
            'Có trung tâm trình diễn nhưng HOST hoặc BASE_URL mở ra ngoài: tài khoản trình diễn bị từ chối',
          ),
        ]
      : []),
    base.protocol === 'https:' || isHere
      ? fine(`Địa chỉ: ${config.baseUrl}`)
      : error(
          `BASE_URL ${config.baseUrl} không dùng TLS: mật khẩu đi qua mạng không mã hoá. Hãy đặt proxy có https phía trước`,
        ),
    ...(base.protocol === 'https:' && !config.trustProxy
      ? [
          warning(
            'BASE_URL là https nhưng TRUST_PROXY chưa đặt: biểu mẫu sẽ bị từ chối vì địa chỉ không khớp. Hãy đặt TRUST_PROXY=1',
          ),
        ]
      : []),
  ]
}

const GIGABYTE = 1_000_000_000

const aroundData: Check = async ({ config: { dataDir } }) => {
  const { bavail, bsize } = await statfs(dataDir)
  const free = Math.floor(((bavail * bsize) / GIGABYTE) * 10) / 10
  const space = `Đĩa còn trống ${free} GB`
  const secrets = (await stat(join(dataDir, 'secrets'))).mode & 0o077
  const accounts = await modeOf(join(dataDir, 'demo-accounts.json'))
  return [
    free < 1
      ? error(`${space}: quá ít, hãy giải phóng`)
      : free < 5
        ? warning(`${space}: sắp hết`)
        : fine(space),
    secrets === 0
      ? fine('Bí mật chỉ chủ đọc được')
      : error(`${dataDir}/secrets mở cho người khác: chmod -R go= ${dataDir}/secrets`),
    ...(accounts & 0o077
      ? [error(`demo-accounts.json mở cho người khác: chmod 600 ${dataDir}/demo-accounts.json`)]
      : []),
  ]
}

const BACKUP = z.object({ at: z.string(), to: z.string() })

const aroundBackup: Check = async ({ config, database }) => {
  if (config.databaseUrl) return [warning('PostgreSQL riêng: hãy tự kiểm tra lịch sao lưu của máy chủ đó')]
  const isReal = (await database.centres()).some((one) => !one.isDemonstration)
  const remark = isReal ? error : warning
  const last = readIfThere(join(config.dataDir, LAST_BACKUP))
  if (last === null) return [remark('Chưa có bản sao lưu nào: npm run backup THƯ-MỤC')]
  const { at, to } = BACKUP.parse(JSON.parse(last))
  const days = Math.floor(clockFrom(null)().since(Temporal.Instant.from(at)).total('hours') / 24)
  return [
    days > 7
      ? remark(`Bản sao lưu cuối đã ${days} ngày (${to})`)
      : fine(`Bản sao lưu cuối: ${days} ngày trước (${to})`),
  ]
}

const aroundServer: Check = async ({ owner }) => {
  const { rows } = await owner.pool.query<
    { [name in 'version' | 'fsync' | 'durable' | 'pages' | 'checksums']: string } & { skew: number }
  >(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
       current_setting('synchronous_commit') as durable, current_setting('full_page_writes') as pages,
       current_setting('data_checksums') as checksums,
       extract(epoch from clock_timestamp())::float8 - $1::float8 as skew`,
    [clockFrom(null)().epochMilliseconds / 1000],
  )
  const [server] = rows
  if (!server) return [error('PostgreSQL không trả lời')]
  const isDurable = server.fsync === 'on' && server.durable !== 'off' && server.pages === 'on'
  return [
    Number.parseInt(server.version, 10) >= 18
      ? fine(`PostgreSQL ${server.version}`)
      : error(`PostgreSQL ${server.version}: cần bản 18`),
    isDurable
      ? fine('Ghi đĩa an toàn (fsync)')
      : error('fsync, synchronous_commit hoặc full_page_writes đang tắt: mất điện là mất hồ sơ'),
    server.checksums === 'on'
      ? fine('Kiểm lỗi trang dữ liệu đang bật')
      : warning('PostgreSQL không bật data checksums'),
    Math.abs(server.skew) < 2
      ? fine('Đồng hồ máy và PostgreSQL khớp')
      : error(`Đồng hồ PostgreSQL lệch ${Math.round(server.skew)} giây: hãy đồng bộ giờ (NTP)`),
  ]
}

const aroundSchemas: Check = async ({ database, owner }) => {
  const remarks: Remark[] = []
  const schemas = (await database.centres()).map(({ schema }) => ({ kind: 'centre' as const, schema }))
  for (const { kind, schema } of [{ kind: 'registry' as const, schema: REGISTRY_SCHEMA }, ...schemas]) {
    const pending = await pendingMigrations(owner.pool, kind, schema)
    remarks.push(
      pending.length === 0
        ? fine(`${schema}: cấu trúc mới nhất`)
        : error(`${schema}: chưa nâng cấp ${pending.join(', ')}; khởi động lại Một Cửa để sửa`),
    )
    const wrong = await wrongGrants(owner.pool, kind, schema)
    remarks.push(
      wrong.length === 0
        ? fine(`${schema}: quyền đúng`)
        : error(`${schema}: quyền của chương trình sai ở ${wrong.join(', ')}; khởi động lại Một Cửa để sửa`),
    )
  }
  return remarks
}

async function modeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).mode
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return 0
    throw failure
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (failure) {
    if (codeOf(failure) === 'ENOENT') return null
    throw failure
  }
}
