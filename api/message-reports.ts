import { z } from 'zod'
import { DELIVERY_REPORTS } from '#domain/notices/going.ts'
import { hearSignedReport, hearZaloEvent } from '#work/telling/hear-report.ts'
import { readText } from './body.ts'
import { isProblem, problem, tooMany } from './problem.ts'
import { subjectOf } from './rate-limit.ts'
import { type ApiRoute, NONE, route } from './route.ts'

const MessageReport = z.strictObject({
  id: z.uuid().describe('The id the notice was handed over with'),
  report: z.enum(DELIVERY_REPORTS).describe('What became of it'),
  signature: z
    .string()
    .regex(/^[\da-f]{64}$/i)
    .describe('HMAC-SHA256 over `id report` (one space) with the secret of the centre, hexadecimal'),
})

/**
 * Where who delivers notices says what became of them. A report is believed by its signature alone; twice, late or in
 * another order it changes nothing that is known better. What is not believed is answered alike.
 */
export const REPORT_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'post',
    path: '/notices/reports',
    name: 'reportMessage',
    group: 'citizens',
    summary: {
      vi: 'Đơn vị gửi tin báo tin đã đến hay chưa',
      en: 'Who delivers says what became of a notice',
    },
    who: 'public',
    action: 'report-message',
    params: NONE,
    query: NONE,
    body: {
      name: 'MessageReport',
      schema: MessageReport,
      example: {
        id: '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1b',
        report: 'delivered',
        signature: '5d5d139563c95b5967b9bd9a8c9b233a9dedb45072794cd232dc1b74832607d0',
      },
    },
    answer: {
      status: 200,
      name: 'MessageReportHeard',
      schema: z.strictObject({ heard: z.boolean() }),
      description: 'Whether its signature was ours; not whether it changed anything',
    },
    problems: ['too-many-requests'],
    async handle({ c, doors, desk, body }) {
      const subject = subjectOf(doors.addressOf(c))
      const again = doors.limits.falseReports.look(subject, desk.now)
      if (again) return tooMany(again, desk.now)
      const heard = await hearSignedReport(desk, body)
      if (!heard) doors.limits.falseReports.take(subject, desk.now)
      return { heard }
    },
  }),
  {
    method: 'post',
    path: '/notices/zalo',
    name: 'hearZalo',
    group: 'citizens',
    summary: { vi: 'Zalo báo tin đã đến (webhook)', en: 'Zalo tells that a notice arrived (webhook)' },
    who: 'public',
    action: 'report-message',
    params: NONE,
    query: NONE,
    body: {
      name: 'ZaloEvent',
      schema: z.looseObject({ app_id: z.string(), event_name: z.string() }),
      example: { app_id: '360846524940903967', event_name: 'user_received_message' },
    },
    answer: {
      status: 200,
      name: 'ZaloEventHeard',
      schema: z.strictObject({ heard: z.boolean() }),
      description: 'Whether `X-ZEvent-Signature` was right; not whether it changed anything',
    },
    problems: ['too-many-requests'],
    async answerTo(c, doors) {
      const desk = await doors.deskFor(c, null)
      if (!desk) return problem('no-such-centre')
      const subject = subjectOf(doors.addressOf(c))
      const again = doors.limits.falseReports.look(subject, desk.now)
      if (again) return tooMany(again, desk.now)
      const body = await readText(c.req.raw)
      if (isProblem(body)) return body
      const signature = c.req.header('x-zevent-signature') ?? null
      const heard = await hearZaloEvent(desk, { body, signature })
      if (!heard) doors.limits.falseReports.take(subject, desk.now)
      c.header('Cache-Control', 'no-store')
      return c.json({ heard })
    },
  },
]
