import { z } from 'zod'
import type { RefusalCode } from '#domain/outcome.ts'
import { PapersToHandOver, SheetToConfirm, SheetToTakeBack } from '#shapes/hand-over-sheets.ts'
import { confirmSheet, takeBackSheet } from '#work/transferring/close-sheet.ts'
import { handOverPapers } from '#work/transferring/hand-over-papers.ts'
import { PAPERS_CURSOR, seePapersToGo } from '#work/transferring/see-papers-to-go.ts'
import { seeSheet } from '#work/transferring/see-sheet.ts'
import { GivenSheet, SeenPapers, SeenSheet } from './answers/papers.ts'
import { NO_BODY, NONE, route } from './route.ts'

const OfSheet = z.strictObject({ id: z.uuid().describe('Id of the sheet') })
const ID = '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35'
const CODE = '000.00.12.H49-190305-0001'
const group = 'dossiers'
const who = 'staff'
const answer = { status: 200, name: 'GivenSheet', schema: GivenSheet, description: 'The sheet' } as const
const ON_SHEET: readonly RefusalCode[] = ['not-permitted', 'command-id-reused', 'before-last-event']
const ENDING: readonly RefusalCode[] = [...ON_SHEET, 'no-such-hand-over', 'sheet-closed', 'no-open-sheet']

/** Papers carried from unit to unit: what is to go, and the sheets both sides confirm. */
export const SHEET_ROUTES = [
  route({
    method: 'get',
    path: '/papers-to-go',
    name: 'seePapersToGo',
    group,
    summary: { vi: 'Giấy tờ phải mang đi, phiếu bàn giao', en: 'Papers to be carried, and hand-over sheets' },
    who,
    action: 'see-own-worklist',
    params: NONE,
    query: z.strictObject({
      after: z
        .string()
        .regex(PAPERS_CURSOR, { error: '“next” of a page' })
        .optional()
        .describe('“next” of the page before'),
    }),
    body: NO_BODY,
    answer: {
      status: 200,
      name: 'SeenPapers',
      schema: SeenPapers,
      description:
        'What is to go of at most 200 dossiers, longest waited for first; sheets and missing papers',
    },
    problems: ['not-permitted'],
    handle: ({ desk, query }) => seePapersToGo(desk, query),
  }),
  route({
    method: 'post',
    path: '/hand-over-sheets',
    name: 'handOverPapers',
    group,
    summary: { vi: 'Lập phiếu bàn giao giấy tờ', en: 'Hand papers over by a sheet' },
    who,
    action: 'handle-papers',
    params: NONE,
    query: NONE,
    body: {
      name: 'PapersToHandOver',
      schema: PapersToHandOver,
      example: { id: ID, from: 'HCC-TN', to: 'TP', dossiers: [CODE] },
    },
    answer,
    problems: [
      ...ON_SHEET,
      'no-such-unit',
      'no-such-dossier',
      'no-papers-here',
      'papers-go-elsewhere',
      'on-another-sheet',
      'outside-calendar',
    ],
    handle: ({ desk, body }) => handOverPapers(desk, body),
  }),
  route({
    method: 'get',
    path: '/hand-over-sheets/{id}',
    name: 'seeSheet',
    group,
    summary: { vi: 'Một phiếu bàn giao', en: 'A hand-over sheet' },
    who,
    action: 'see-papers',
    params: OfSheet,
    query: NONE,
    body: NO_BODY,
    answer: { status: 200, name: 'SeenSheet', schema: SeenSheet, description: 'The access is recorded' },
    problems: ['not-permitted', 'no-such-hand-over'],
    handle: ({ desk, params }) => seeSheet(desk, params.id),
  }),
  route({
    method: 'post',
    path: '/hand-over-sheets/{id}/confirm',
    name: 'confirmSheet',
    group,
    summary: { vi: 'Xác nhận phiếu bàn giao', en: 'Confirm a hand-over sheet' },
    who,
    action: 'handle-papers',
    params: OfSheet,
    query: NONE,
    body: {
      name: 'SheetToConfirm',
      schema: SheetToConfirm,
      example: { id: ID, lines: [{ code: CODE, isTaken: true, missing: ['1'], note: null }] },
    },
    answer,
    problems: [...ENDING, 'sheet-incomplete', 'second-person-needed'],
    handle: ({ desk, params, body }) => confirmSheet(desk, params.id, body),
  }),
  route({
    method: 'post',
    path: '/hand-over-sheets/{id}/take-back',
    name: 'takeBackSheet',
    group,
    summary: { vi: 'Rút lại phiếu bàn giao', en: 'Take a hand-over sheet back' },
    who,
    action: 'handle-papers',
    params: OfSheet,
    query: NONE,
    body: {
      name: 'SheetToTakeBack',
      schema: SheetToTakeBack,
      example: { id: ID, reason: 'Lập nhầm nơi nhận' },
    },
    answer,
    problems: ENDING,
    handle: ({ desk, params, body }) => takeBackSheet(desk, params.id, body),
  }),
]
