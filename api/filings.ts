import { z } from 'zod'
import { isRefusal } from '#domain/outcome.ts'
import { FilingToAccept, FilingToAsk, FilingToRefuse } from '#shapes/filing-commands.ts'
import { text } from '#shapes/text.ts'
import { acceptFiling } from '#work/filing/accept-filing.ts'
import { askFiling, refuseFiling } from '#work/filing/answer-applicant.ts'
import { seeFormSchema } from '#work/filing/see-form-schema.ts'
import { seeFilings } from '#work/filing/see-filings.ts'
import { seeFiling } from '#work/filing/see-filing.ts'
import { ChangedFiling, FilingList, FormSchema, SeenFiling } from './answers/filings.ts'
import { NO_BODY, NONE, route } from './route.ts'

const OfFiling = z.strictObject({ id: z.uuid().describe('Of the filing') })
const ID = '0197a5c2-6b1d-7d0e-a2c4-5f7e8d9c0b1a'

const form = route({
  method: 'get',
  path: '/procedures/{key}/form',
  name: 'seeFormSchema',
  group: 'procedures',
  summary: { vi: 'Tờ khai điện tử dưới dạng JSON Schema', en: 'The electronic form as JSON Schema' },
  who: 'public',
  action: 'see-catalogue',
  params: z.strictObject({ key: text(120).describe('Key of the procedure, e.g. 2.000635') }),
  query: NONE,
  body: NO_BODY,
  answer: { status: 200, name: 'FormSchema', schema: FormSchema, description: 'JSON Schema 2020-12' },
  problems: ['no-such-procedure', 'procedure-not-in-force', 'channel-not-offered', 'no-rule-set'],
  missing: 'no-such-procedure',
  handle: ({ desk, params }) => seeFormSchema(desk, params.key),
})

const list = route({
  method: 'get',
  path: '/filings',
  name: 'seeFilings',
  group: 'filings',
  summary: { vi: 'Hồ sơ nộp trực tuyến chờ tiếp nhận', en: 'What was filed online and waits to be accepted' },
  who: 'staff',
  action: 'see-filings',
  params: NONE,
  query: z.strictObject({ after: text(120).optional().describe('“next” of the page before') }),
  body: NO_BODY,
  answer: {
    status: 200,
    name: 'FilingList',
    schema: FilingList,
    description: 'The most urgent first; recorded',
  },
  problems: ['not-permitted'],
  async handle({ desk, query }) {
    const seen = await seeFilings(desk, query.after ?? null)
    if (isRefusal(seen)) return seen
    const { lines, waiting, overdue, hours, next } = seen
    const items = lines.map((line) => {
      const { used: _, isHelped: __, ...item } = line
      return item
    })
    return { waiting, overdue, hours, next, items }
  },
})

const see = route({
  method: 'get',
  path: '/filings/{id}',
  name: 'seeFiling',
  group: 'filings',
  summary: { vi: 'Một hồ sơ nộp trực tuyến', en: 'One filing with its answers and papers' },
  who: 'staff',
  action: 'see-filings',
  params: OfFiling,
  query: NONE,
  body: NO_BODY,
  answer: { status: 200, name: 'SeenFiling', schema: SeenFiling, description: 'The access is recorded' },
  problems: ['not-permitted', 'no-such-filing'],
  missing: 'no-such-filing',
  async handle({ desk, params }) {
    const seen = await seeFiling(desk, params.id)
    if (isRefusal(seen)) return seen
    const { id, filing } = seen
    const { code, version, stage, procedure, form: asked, content, applicant, owner } = filing
    const { copiesWanted, returnWish, submittedAt, acceptBy, by } = filing
    return {
      id,
      code,
      version,
      stage,
      procedure,
      case: filing.case,
      form: asked,
      answers: { ...content.answers },
      papers: content.papers,
      applicant,
      owner,
      copiesWanted,
      returnWish,
      submittedAt,
      acceptBy,
      isHelped: by.helper !== null,
    }
  },
})

const CHANGING = [
  'not-permitted',
  'no-such-filing',
  'filing-at-another-stage',
  'changed-meanwhile',
  'command-id-reused',
] as const

const accept = route({
  method: 'post',
  path: '/filings/{id}/accept',
  name: 'acceptFiling',
  group: 'filings',
  summary: { vi: 'Tiếp nhận hồ sơ nộp trực tuyến', en: 'Accept a filing: receive it as a dossier' },
  who: 'staff',
  action: 'receive-dossier',
  params: OfFiling,
  query: NONE,
  body: {
    name: 'FilingToAccept',
    schema: FilingToAccept,
    example: { id: ID, version: 1, placeOfReceipt: 'HCC-TN' },
  },
  answer: {
    status: 200,
    name: 'ChangedFiling',
    schema: ChangedFiling,
    description: 'The dossier is received under the code of the filing; its clock starts now',
  },
  problems: [
    ...CHANGING,
    'data-not-looked-up',
    'no-such-procedure',
    'procedure-not-in-force',
    'no-rule-set',
    'no-such-case',
    'channel-not-offered',
    'papers-missing',
    'no-such-component',
    'no-such-unit',
    'outside-calendar',
  ],
  missing: 'no-such-filing',
  handle: ({ desk, params, body }) => acceptFiling(desk, params.id, body),
})

const ask = route({
  method: 'post',
  path: '/filings/{id}/ask',
  name: 'askFiling',
  group: 'filings',
  summary: { vi: 'Yêu cầu bổ sung một lần', en: 'Ask once for everything that is missing or wrong' },
  who: 'staff',
  action: 'receive-dossier',
  params: OfFiling,
  query: NONE,
  body: {
    name: 'FilingToAsk',
    schema: FilingToAsk,
    example: {
      id: ID,
      version: 1,
      items: [
        {
          field: 'registeredOn',
          wrong: 'Ngày đăng ký khác sổ gốc',
          todo: 'Ghi lại theo giấy khai sinh',
          ground: 'Luật Hộ tịch 2014',
        },
      ],
    },
  },
  answer: {
    status: 200,
    name: 'ChangedFiling',
    schema: ChangedFiling,
    description: 'The citizen is asked; the hours of the centre stand still',
  },
  problems: [...CHANGING, 'nothing-to-supplement', 'asked-once-already', 'no-such-field'],
  missing: 'no-such-filing',
  handle: ({ desk, params, body }) => askFiling(desk, params.id, body),
})

const turnDown = route({
  method: 'post',
  path: '/filings/{id}/refuse',
  name: 'refuseFiling',
  group: 'filings',
  summary: { vi: 'Từ chối tiếp nhận', en: 'Refuse a filing' },
  who: 'staff',
  action: 'receive-dossier',
  params: OfFiling,
  query: NONE,
  body: {
    name: 'FilingToRefuse',
    schema: FilingToRefuse,
    example: {
      id: ID,
      version: 1,
      reason: 'Sổ gốc do xã khác lưu giữ',
      ground: 'Luật Hộ tịch 2014, Điều 63',
      instead: 'Ủy ban nhân dân xã nơi đăng ký khai sinh',
    },
  },
  answer: {
    status: 200,
    name: 'ChangedFiling',
    schema: ChangedFiling,
    description: 'The citizen is told why',
  },
  problems: [...CHANGING],
  missing: 'no-such-filing',
  handle: ({ desk, params, body }) => refuseFiling(desk, params.id, body),
})

export const FILING_ROUTES = [form, list, see, accept, ask, turnDown]
