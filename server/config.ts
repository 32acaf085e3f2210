import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { ClamdAt } from '#partners/antivirus/clamd.ts'
import { fault } from './faults.ts'

/** Everything the program can be told from outside, with sound values where nothing is said. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** Owner's address of a PostgreSQL of your own; null for the one that comes along. */
  readonly databaseUrl: string | null
  readonly databasePool: number
  /** Where people reach the centre, without a slash at the end. */
  readonly baseUrl: string
  /** The moment the clock was set to at start; null for the true time. */
  readonly clock: Temporal.Instant | null
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Whether the address of a request is taken from `X-Forwarded-For` and its scheme from `X-Forwarded-Proto`. */
  readonly trustProxy: boolean
  readonly isLoopback: boolean
  /** The file that says by which ways citizens are told; null where they are told nothing. */
  readonly messages: string | null
  /** The file that says with which keys centres sign; null where results are signed on paper. */
  readonly signing: string | null
  /** The file that says with which national identity citizens sign in; null where they do so by codes alone. */
  readonly identity: string | null
  /** The file that says through whom centres are paid online; null where they are paid at the counter alone. */
  readonly payments: string | null
  /** Where clamd listens; null where what citizens hand in is told by its kind alone. */
  readonly clamd: ClamdAt | null
  /** File that says how each centre is joined to the post; null where none is. */
  readonly post: string | null
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .refine((value) => value >= from && value <= to)
const moment = z.string().transform((text, issues) => {
  try {
    return Temporal.Instant.from(text)
  } catch {
    issues.addIssue('not a moment')
    return z.NEVER
  }
})
const address = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol))

const file = z
  .string()
  .transform((path) => resolve(path))
  .nullable()
  .default(null)

/** `unix:/run/clamav/clamd.ctl` or `tcp://127.0.0.1:3310`. */
const clamd = z.string().transform((text, issues): ClamdAt => {
  const path = /^unix:(\/.+)$/.exec(text)?.[1]
  if (path !== undefined) return { path }
  const url = URL.canParse(text) ? new URL(text) : null
  if (url?.protocol === 'tcp:' && url.hostname !== '' && url.port !== '')
    return { host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port) }
  issues.addIssue('not where clamd listens')
  return z.NEVER
})

const SETTINGS = z.object({
  PORT: wholeNumber(1, 65_535).default(3000),
  HOST: z
    .string()
    .refine((host) => isIP(host) !== 0 || /^[a-zA-Z0-9.-]+$/.test(host))
    .default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .default('./data')
    .transform((folder) => resolve(folder)),
  DATABASE_URL: address('postgres:', 'postgresql:').nullable().default(null),
  DATABASE_POOL: wholeNumber(2, 80).default(20),
  BASE_URL: address('http:', 'https:').optional(),
  CLOCK: moment.nullable().default(null),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  IDENTITY: file,
  MESSAGES: file,
  SIGNING: file,
  PAYMENTS: file,
  CLAMD: clamd.nullable().default(null),
  POST: file,
  TRUST_PROXY: z
    .enum(['0', '1', 'false', 'true'])
    .default('0')
    .transform((text) => text === '1' || text === 'true'),
})

/** How each setting has to look, for the person who set it wrongly. */
const HELP: Readonly<Record<keyof z.infer<typeof SETTINGS>, string>> = {
  PORT: 'phải là số cổng từ 1 đến 65535, ví dụ PORT=3000',
  HOST: 'phải là địa chỉ IP hoặc tên máy, ví dụ HOST=127.0.0.1',
  DATA_DIR: 'phải là đường dẫn thư mục, ví dụ DATA_DIR=/var/lib/mot-cua',
  DATABASE_URL:
    'phải có dạng postgresql://người-dùng:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu (bỏ trống để dùng PostgreSQL đi kèm)',
  DATABASE_POOL: 'phải là số kết nối từ 2 đến 80, ví dụ DATABASE_POOL=20',
  BASE_URL: 'phải bắt đầu bằng http:// hoặc https://, ví dụ BASE_URL=https://motcua.example.vn',
  CLOCK: 'phải là thời điểm có múi giờ, ví dụ CLOCK=2019-07-03T08:00+07:00 (chỉ để trình diễn)',
  LOG_LEVEL: 'phải là một trong: debug, info, warn, error, silent',
  IDENTITY: 'phải là đường dẫn tệp khai định danh điện tử, ví dụ IDENTITY=/etc/mot-cua/dinh-danh.json',
  MESSAGES: 'phải là đường dẫn tệp khai cách báo tin, ví dụ MESSAGES=/etc/mot-cua/bao-tin.json',
  SIGNING: 'phải là đường dẫn tệp khai khoá ký số, ví dụ SIGNING=/etc/mot-cua/ky-so.json',
  POST: 'phải là đường dẫn tệp khai cách nối với bưu chính, ví dụ POST=/etc/mot-cua/buu-chinh.json',
  PAYMENTS: 'phải là đường dẫn tệp khai nơi thu tiền trực tuyến, ví dụ PAYMENTS=/etc/mot-cua/thanh-toan.json',
  CLAMD: 'phải là nơi clamd nghe, ví dụ CLAMD=unix:/run/clamav/clamd.ctl hoặc CLAMD=tcp://127.0.0.1:3310',
  TRUST_PROXY: 'phải là 1 (có proxy tin cậy đứng trước) hoặc 0',
}

/** Reads the environment once; throws one fault that names everything that is wrong and how to mend it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = SETTINGS.safeParse(given)
  if (!read.success) {
    const names = new Set(read.error.issues.map((issue) => issue.path[0]))
    const faults = Object.entries(HELP).filter(([name]) => names.has(name))
    throw fault('settings-wrong', { faults: faults.map(([name, help]) => `${name} ${help}`) })
  }
  const { PORT: port, HOST: host, BASE_URL: baseUrl } = read.data
  return {
    port,
    host,
    dataDir: read.data.DATA_DIR,
    databaseUrl: read.data.DATABASE_URL,
    databasePool: read.data.DATABASE_POOL,
    baseUrl: (baseUrl ?? `http://${isIP(host) === 6 ? `[${host}]` : host}:${port}`).replace(/\/+$/, ''),
    clock: read.data.CLOCK,
    logLevel: read.data.LOG_LEVEL,
    trustProxy: read.data.TRUST_PROXY,
    isLoopback: LOOPBACK.has(host),
    signing: read.data.SIGNING,
    identity: read.data.IDENTITY,
    payments: read.data.PAYMENTS,
    post: read.data.POST,
    messages: read.data.MESSAGES,
    clamd: read.data.CLAMD,
  }
}
