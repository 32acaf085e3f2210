import type { Context } from 'hono'
import { z } from 'zod'
import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { Notice } from '#domain/paying/provider.ts'
import type { Desk } from '#work/desk.ts'
import { hearNotice, type NoticeHeard, noticeFault } from '#work/paying/hear-notice.ts'
import { readText } from './body.ts'
import type { ApiDoors } from './doors.ts'
import { isProblem, type Problem, problem, refused, tooMany } from './problem.ts'
import { subjectOf } from './rate-limit.ts'
import { type ApiRoute, NO_BODY, NONE } from './route.ts'

const Fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))

/** In its own shape, signed over its body: `X-Signature` is the HMAC-SHA256 in hexadecimal. */
const BankNotice = z.strictObject({
  transaction: z.string().describe("The bank's number of the transfer"),
  account: z.string(),
  dong: z.int(),
  content: z.string().describe('What was written with the transfer'),
  at: z.iso.datetime({ offset: true }),
})

/**
 * Where providers tell of payments, from server to server. No cookie and no token is looked at: a notice is believed by
 * its signature alone, so no other site can make a browser send one. Each answers in the codes of its provider.
 */
export const NOTICE_ROUTES: readonly ApiRoute[] = [
  {
    ...described('vnpay', { vi: 'VNPAY báo kết quả thanh toán (IPN)', en: 'VNPAY tells of a payment (IPN)' }),
    method: 'get',
    name: 'hearVnpay',
    query: z.looseObject({
      vnp_TxnRef: z.string().optional(),
      vnp_SecureHash: z.string().optional().describe('HMAC-SHA512 over the other parameters'),
    }),
    body: NO_BODY,
    answer: answerOf('VnpayAnswer', z.strictObject({ RspCode: z.string(), Message: z.string() })),
    answerTo: (c, doors) => answered(c, doors, 'vnpay', async () => ({ fields: c.req.query(), ...NOTHING })),
  },
  {
    ...described('national', {
      vi: 'Nền tảng thanh toán quốc gia báo kết quả',
      en: 'The national payment platform tells of a payment',
    }),
    method: 'post',
    name: 'hearNationalPlatform',
    query: NONE,
    body: {
      name: 'NationalPaymentNotice',
      schema: Fields,
      example: { MaThamChieu: 'MC0123456789', MaLoi: '00' },
    },
    answer: answerOf(
      'NationalPaymentAnswer',
      z.strictObject({ error_code: z.string(), message: z.string() }),
    ),
    answerTo: (c, doors) => answered(c, doors, 'national', () => sent(c)),
  },
  {
    ...described('bank', { vi: 'Ngân hàng báo tiền về', en: 'The bank tells of money that arrived' }),
    method: 'post',
    name: 'hearBank',
    query: NONE,
    body: {
      name: 'BankNotice',
      schema: BankNotice,
      example: {
        transaction: 'FT19064123456',
        account: '0123456789',
        dong: 8000,
        content: 'MC0123456789 chuyen tien',
        at: '2019-03-05T09:30:00+07:00',
      },
    },
    answer: answerOf('BankNoticeAnswer', z.strictObject({ received: z.boolean() })),
    answerTo: (c, doors) => answered(c, doors, 'bank', () => sent(c)),
  },
]

function described(key: ProviderKey, summary: ApiRoute['summary']) {
  return {
    path: `/payments/${key}/notice`,
    group: 'citizens',
    summary,
    who: 'public',
    action: 'hear-notice',
    params: NONE,
    problems: ['no-online-payment', 'too-many-requests'],
  } as const
}

function answerOf<Schema extends z.ZodType>(name: string, schema: Schema) {
  return { status: 200, name, schema, description: 'In the codes of the provider' } as const
}

const NOTHING = { body: '', signature: null }

async function answered(
  c: Context,
  doors: ApiDoors,
  key: ProviderKey,
  read: () => Promise<Notice | Problem>,
): Promise<Response | Problem> {
  const desk = await doors.deskFor(c, null)
  if (!desk) return problem('no-such-centre')
  const subject = subjectOf(doors.addressOf(c))
  const again = doors.limits.falseNotices.look(subject, desk.now)
  if (again) return tooMany(again, desk.now)
  const notice = await read()
  if (isProblem(notice)) return notice
  const heard = await heardOrFault(c, doors, { desk, key, notice })
  if (heard === null) return refused({ refused: 'no-online-payment', facts: {} })
  if (heard.said === 'false-signature') doors.limits.falseNotices.take(subject, desk.now)
  c.header('Cache-Control', 'no-store')
  return c.json(heard.answer)
}

/** When the notice cannot be taken in now the provider hears so in its own code, and sends it again. */
async function heardOrFault(
  c: Context,
  doors: ApiDoors,
  { desk, key, notice }: { readonly desk: Desk; readonly key: ProviderKey; readonly notice: Notice },
): Promise<NoticeHeard | null> {
  try {
    return await hearNotice(desk, key, notice)
  } catch (error) {
    doors.onError(error, c)
    const answer = noticeFault(desk, key)
    return answer && { said: 'fault', answer }
  }
}

async function sent(c: Context): Promise<Notice | Problem> {
  const body = await readText(c.req.raw)
  if (isProblem(body)) return body
  return { body, fields: fieldsIn(body), signature: c.req.header('x-signature') ?? null }
}

/** What is no flat object has no fields, and so no signature. */
function fieldsIn(body: string): Notice['fields'] {
  try {
    const fields = Fields.safeParse(JSON.parse(body))
    if (!fields.success) return {}
    return Object.fromEntries(Object.entries(fields.data).map(([name, value]) => [name, String(value ?? '')]))
  } catch {
    return {}
  }
}
