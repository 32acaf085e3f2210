import { z } from 'zod'
import { toMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { CHANNELS, OWNER_KINDS } from '#domain/procedure/procedure.ts'
import { text } from '#shapes/text.ts'
import { seeCatalogue } from '#work/reading/see-catalogue.ts'
import { seeDue } from '#work/reading/see-due.ts'
import { seeProcedure } from '#work/reading/see-procedure.ts'
import { Due, ProcedureList, SeenProcedure } from './answers/procedure.ts'
import { MomentAsked } from './days.ts'
import { NO_BODY, NONE, route } from './route.ts'

const OfProcedure = z.strictObject({ key: text(120).describe('Key of the procedure, e.g. 2.000635') })

const list = route({
  method: 'get',
  path: '/procedures',
  name: 'seeCatalogue',
  group: 'procedures',
  summary: {
    vi: 'Tìm thủ tục, có dấu hoặc không dấu',
    en: 'Search the catalogue, with diacritics or without',
  },
  who: 'public',
  action: 'see-catalogue',
  params: NONE,
  query: z.strictObject({
    q: text(200).optional().describe('Words of the name, field or code'),
    unit: text(120).optional(),
    field: text(120).optional(),
    ownerKind: z.enum(OWNER_KINDS).optional(),
    level: z.enum(['2', '3', '4']).optional(),
    after: text(200).optional().describe('“next” of the page before'),
  }),
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'ProcedureList',
    schema: ProcedureList,
    description: 'A page of the catalogue',
  },
  problems: [],
  async handle({ desk, query: { q, unit, field, ownerKind, level, after } }) {
    const { total, items, next } = await seeCatalogue(desk, {
      ...(q !== undefined && { q }),
      ...(unit !== undefined && { unit }),
      ...(field !== undefined && { field }),
      ...(ownerKind !== undefined && { ownerKind }),
      ...(level !== undefined && { level: LEVELS[level] }),
      ...(after !== undefined && { after }),
    })
    return { total, items, next }
  },
})

const LEVELS = { '2': 2, '3': 3, '4': 4 } as const

const one = route({
  method: 'get',
  path: '/procedures/{key}',
  name: 'seeProcedure',
  group: 'procedures',
  summary: { vi: 'Một thủ tục đang có hiệu lực', en: 'One procedure as it stands today' },
  who: 'public',
  action: 'see-catalogue',
  params: OfProcedure,
  query: NONE,
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'Procedure',
    schema: SeenProcedure,
    description: 'Papers, time, fee and steps',
  },
  problems: ['no-such-procedure', 'procedure-not-in-force'],
  missing: 'no-such-procedure',
  async handle({ desk, params }) {
    const seen = await seeProcedure(desk, params.key)
    if (isRefusal(seen)) return seen
    const { procedure, unitName, steps, channels } = seen
    const { processEvidence: _, weight: __, confidence: ___, source: ____, ...all } = procedure
    const { certification: _____, documents: ______, ...shown } = all
    return { ...shown, unitName, steps, channels }
  },
})

const due = route({
  method: 'get',
  path: '/procedures/{key}/due',
  name: 'seeDue',
  group: 'procedures',
  summary: {
    vi: 'Nộp lúc ấy thì bao giờ có kết quả, và vì sao, từng ngày',
    en: 'When the result would be due, and why, day by day',
  },
  who: 'public',
  action: 'see-catalogue',
  params: OfProcedure,
  query: z.strictObject({
    receivedAt: MomentAsked.optional().describe('Now when left out, e.g. 2019-07-03T09:30+07:00'),
    channel: z.enum(CHANNELS).default('counter'),
    case: text(120).default('default'),
  }),
  body: NO_BODY,
  answer: { status: 200, name: 'Due', schema: Due, description: 'The due moment and its reckoning' },
  problems: [
    'no-such-procedure',
    'procedure-not-in-force',
    'no-such-case',
    'channel-not-offered',
    'outside-calendar',
  ],
  missing: 'no-such-procedure',
  async handle({ desk, params, query }) {
    const seen = await seeDue(desk, {
      procedure: params.key,
      case: query.case,
      channel: query.channel,
      receivedAt: toMoment(query.receivedAt ?? desk.now),
    })
    if (isRefusal(seen)) return seen
    const days = seen.days.map(({ name, ...day }) => ({ ...day, name: name ?? null }))
    return { due: seen.due, provisional: seen.isProvisional, pattern: seen.pattern, days }
  },
})

export const PROCEDURE_ROUTES = [list, one, due]
