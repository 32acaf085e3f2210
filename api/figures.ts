import { z } from 'zod'
import { KnownDay } from '#shapes/day.ts'
import { seeFigures } from '#work/reading/see-figures.ts'
import { DayFigures } from './answers/dossier.ts'
import { NO_BODY, NONE, route } from './route.ts'

export const FIGURE_ROUTES = [
  route({
    method: 'get',
    path: '/figures/day',
    name: 'seeFigures',
    group: 'supervision',
    summary: { vi: 'Con số của một ngày', en: 'The figures of a day' },
    who: 'staff',
    action: 'see-figures',
    params: NONE,
    query: z.strictObject({ on: KnownDay.describe('A day in Vietnam') }),
    body: NO_BODY,
    answer: { status: 200, name: 'DayFigures', schema: DayFigures, description: 'From the roll-ups' },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seeFigures(desk, query.on),
  }),
]
