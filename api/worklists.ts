import { z } from 'zod'
import { POSTS } from '#domain/people/may.ts'
import { text } from '#shapes/text.ts'
import { CURSOR } from '#work/reading/list-cursor.ts'
import { seeWorklist } from '#work/reading/see-worklist.ts'
import { PART_CURSOR, seeParts } from '#work/linking/see-parts.ts'
import { PartLines, Worklist } from './answers/dossier.ts'
import { NO_BODY, NONE, route } from './route.ts'

export const WORKLIST_ROUTES = [
  route({
    method: 'get',
    path: '/worklist',
    name: 'seeWorklist',
    group: 'dossiers',
    summary: {
      vi: 'Việc của tôi, hạn gần nhất trước',
      en: 'What lies with me and my posts, soonest due first',
    },
    who: 'staff',
    action: 'see-own-worklist',
    params: NONE,
    query: z.strictObject({
      unit: text(120).optional().describe('Only the lists of this unit'),
      post: z.enum(POSTS).optional().describe('Only the lists of this post'),
      after: z
        .string()
        .regex(CURSOR, { error: '“next” of a page' })
        .optional()
        .describe('“next” of the page before'),
    }),
    body: NO_BODY,
    answer: { status: 200, name: 'Worklist', schema: Worklist, description: 'At most 50 lines' },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seeWorklist(desk, query),
  }),
  route({
    method: 'get',
    path: '/parts',
    name: 'seeParts',
    group: 'dossiers',
    summary: {
      vi: 'Phần việc liên thông của cơ quan tôi, hạn gần nhất trước',
      en: 'What my agency has to do in dossiers led by others, soonest due first',
    },
    who: 'staff',
    action: 'see-own-worklist',
    params: NONE,
    query: z.strictObject({
      after: z
        .string()
        .regex(PART_CURSOR, { error: '“next” of a page' })
        .optional()
        .describe('“next” of the page before'),
    }),
    body: NO_BODY,
    answer: { status: 200, name: 'PartLines', schema: PartLines, description: 'At most 50 lines' },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seeParts(desk, query),
  }),
]
