import { z } from 'zod'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { labelOf } from '#domain/post/parcel.ts'
import {
  DoubtToSettle,
  LabelToScan,
  ListToConfirm,
  ListToDrop,
  ListToOpen,
  ParcelToCancel,
  ParcelToOrder,
  ParcelToUse,
  PostageToCharge,
} from '#shapes/post.ts'
import { askPostAgain } from '#work/post/ask-post.ts'
import { chargePostage } from '#work/post/charge-postage.ts'
import { confirmList, dropList, openList, scanLabel, takeOff } from '#work/post/counter-lists.ts'
import { hearPost } from '#work/post/hear-post.ts'
import { orderParcel } from '#work/post/order-parcel.ts'
import { seePostList } from '#work/post/see-list.ts'
import { seeParcel, seePost, STANDINGS } from '#work/post/see-post.ts'
import { cancelParcel, settleDoubt, useParcel } from '#work/post/see-to-parcel.ts'
import { Changed } from './answers/dossier.ts'
import { ChangedParcel, PostList, Scanned, SeenParcel, SeenParcels, SeenPostList } from './answers/post.ts'
import { readText } from './body.ts'
import { namedDossier, OfDossier } from './dossier-code.ts'
import { isProblem, problem, refused, tooMany } from './problem.ts'
import { subjectOf } from './rate-limit.ts'
import { type ApiRoute, NO_BODY, NONE, route } from './route.ts'

const Of = z.strictObject({ id: z.uuid() })
const ID = '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35'
const CODE = '000.00.12.H49-190305-0001'
const LABEL = 'EK123456789VN'
const group = 'post'
const who = 'staff'
const action = 'handle-post'
const parcel = {
  status: 200,
  name: 'ChangedParcel',
  schema: ChangedParcel,
  description: 'As it stands',
} as const
const list = { status: 200, name: 'PostList', schema: PostList, description: 'As it stands' } as const
const OF_PARCEL = ['not-permitted', 'no-such-parcel', 'parcel-not-so-far', 'changed-meanwhile'] as const
const OF_LIST = ['not-permitted', 'no-such-list', 'list-closed'] as const

/** Parcels of the public post: ordered, listed, scanned at the counter, followed. */
export const POST_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: '/parcels',
    name: 'seeParcels',
    group,
    summary: { vi: 'Bưu gửi theo tình trạng', en: 'Parcels by where they are' },
    who,
    action: 'see-post',
    params: NONE,
    query: z.strictObject({ standing: z.enum(STANDINGS).default('to-send') }),
    body: NO_BODY,
    answer: { status: 200, name: 'SeenParcels', schema: SeenParcels, description: 'The access is recorded' },
    problems: ['not-permitted'],
    async handle({ desk, query }) {
      const seen = await seePost(desk, query.standing)
      return isRefusal(seen) ? seen : { toSend: seen.toSend, parcels: seen.parcels }
    },
  }),
  route({
    method: 'post',
    path: '/dossiers/{code}/parcels',
    name: 'orderParcel',
    group,
    summary: { vi: 'Đặt bưu chính gửi kết quả hoặc lấy giấy tờ', en: 'Order a parcel for a dossier' },
    who,
    action,
    params: OfDossier,
    query: NONE,
    body: {
      name: 'ParcelToOrder',
      schema: ParcelToOrder,
      example: { id: ID, direction: 'out', phone: '0912345678', to: { line: 'Khu 3', ward: '07069' } },
    },
    answer: parcel,
    problems: [
      'not-permitted',
      'no-such-dossier',
      'no-post-here',
      'no-post-seat',
      'no-such-place',
      'nothing-for-post',
      'not-by-post',
      'parcel-under-way',
      'fee-unpaid',
      'changed-meanwhile',
      'command-id-reused',
    ],
    missing: 'no-such-dossier',
    async handle({ desk, params, body }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : changed(await orderParcel(desk, code, body))
    },
  }),
  route({
    method: 'post',
    path: '/dossiers/{code}/postage',
    name: 'chargePostage',
    group,
    summary: {
      vi: 'Ghi cước bưu chính để thu tại Trung tâm, hoặc bỏ cước chưa thu',
      en: 'Put postage down to be paid here, or drop it',
    },
    who,
    action,
    params: OfDossier,
    query: NONE,
    body: { name: 'PostageToCharge', schema: PostageToCharge, example: { id: ID, isDropped: false } },
    answer: { status: 200, name: 'Changed', schema: Changed, description: 'How the dossier stands now' },
    problems: [
      'not-permitted',
      'no-such-dossier',
      'no-post-here',
      'no-post-seat',
      'no-such-place',
      'no-fee-line',
      'not-at-this-stage',
      'changed-meanwhile',
      'command-id-reused',
    ],
    missing: 'no-such-dossier',
    async handle({ desk, params, body }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : chargePostage(desk, code, body)
    },
  }),
  route({
    method: 'get',
    path: '/parcels/{id}',
    name: 'seeParcel',
    group,
    summary: { vi: 'Một bưu gửi và những gì đã qua', en: 'A parcel and what happened to it' },
    who,
    action: 'see-post',
    params: Of,
    query: NONE,
    body: NO_BODY,
    answer: { status: 200, name: 'SeenParcel', schema: SeenParcel, description: 'The access is recorded' },
    problems: ['not-permitted', 'no-such-parcel'],
    async handle({ desk, params }) {
      const seen = await seeParcel(desk, params.id)
      return isRefusal(seen) ? seen : { parcel: seen.line, history: seen.history }
    },
  }),
  route({
    method: 'post',
    path: '/parcels/{id}/ask',
    name: 'askPost',
    group,
    summary: { vi: 'Hỏi lại bưu chính về một bưu gửi', en: 'Ask the post about a parcel once more' },
    who,
    action,
    params: Of,
    query: NONE,
    body: NO_BODY,
    answer: parcel,
    problems: ['not-permitted', 'no-such-parcel', 'no-post-here', 'post-silent'],
    handle: async ({ desk, params }) => changed(await askPostAgain(desk, params.id)),
  }),
  route({
    method: 'post',
    path: '/parcels/{id}/cancel',
    name: 'cancelParcel',
    group,
    summary: { vi: 'Hủy đơn gửi bưu chính', en: 'Cancel an order' },
    who,
    action,
    params: Of,
    query: NONE,
    body: { name: 'ParcelToCancel', schema: ParcelToCancel, example: { reason: 'Người nộp đến lấy' } },
    answer: parcel,
    problems: [...OF_PARCEL, 'post-silent'],
    handle: async ({ desk, params, body }) => changed(await cancelParcel(desk, params.id, body)),
  }),
  route({
    method: 'post',
    path: '/parcels/{id}/settle',
    name: 'settleDoubt',
    group,
    summary: { vi: 'Đã làm rõ điều bưu chính báo', en: 'What the post said is cleared up' },
    who,
    action,
    params: Of,
    query: NONE,
    body: { name: 'DoubtToSettle', schema: DoubtToSettle, example: { note: 'Bưu điện báo nhầm mã' } },
    answer: parcel,
    problems: OF_PARCEL,
    handle: async ({ desk, params, body }) => changed(await settleDoubt(desk, params.id, body)),
  }),
  route({
    method: 'post',
    path: '/parcels/{id}/use',
    name: 'useParcel',
    group,
    summary: { vi: 'Đưa giấy tờ bưu chính mang đến vào hồ sơ', en: 'Lay papers that came with a dossier' },
    who,
    action,
    params: Of,
    query: NONE,
    body: { name: 'ParcelToUse', schema: ParcelToUse, example: { code: CODE } },
    answer: parcel,
    problems: [...OF_PARCEL, 'no-such-dossier', 'other-parcel'],
    handle: async ({ desk, params, body }) => changed(await useParcel(desk, params.id, body)),
  }),
  route({
    method: 'post',
    path: '/post-lists',
    name: 'openPostList',
    group,
    summary: { vi: 'Lập bảng giao nhận với bưu chính', en: 'Open a list with the post' },
    who,
    action,
    params: NONE,
    query: NONE,
    body: { name: 'ListToOpen', schema: ListToOpen, example: { id: ID, kind: 'to-post' } },
    answer: list,
    problems: ['not-permitted'],
    handle: ({ desk, body }) => openList(desk, body),
  }),
  route({
    method: 'get',
    path: '/post-lists/{id}',
    name: 'seePostList',
    group,
    summary: { vi: 'Một bảng giao nhận', en: 'A list with the post' },
    who,
    action: 'see-post',
    params: Of,
    query: NONE,
    body: NO_BODY,
    answer: {
      status: 200,
      name: 'SeenPostList',
      schema: SeenPostList,
      description: 'The access is recorded',
    },
    problems: ['not-permitted', 'no-such-list'],
    handle: ({ desk, params }) => seePostList(desk, params.id),
  }),
  route({
    method: 'post',
    path: '/post-lists/{id}/scans',
    name: 'scanLabel',
    group,
    summary: { vi: 'Quét một bưu gửi vào bảng', en: 'Scan a parcel onto a list' },
    who,
    action,
    params: Of,
    query: NONE,
    body: { name: 'LabelToScan', schema: LabelToScan, example: { label: LABEL } },
    answer: { status: 200, name: 'Scanned', schema: Scanned, description: 'On the list, once' },
    problems: [...OF_LIST, 'no-such-parcel', 'parcel-not-so-far', 'scanned-already'],
    handle: ({ desk, params, body }) => scanLabel(desk, params.id, body),
  }),
  route({
    method: 'post',
    path: '/post-lists/{id}/take-off',
    name: 'takeLabelOff',
    group,
    summary: { vi: 'Bỏ một bưu gửi khỏi bảng', en: 'Take a parcel off a list' },
    who,
    action,
    params: Of,
    query: NONE,
    body: { name: 'LabelToTakeOff', schema: LabelToScan, example: { label: LABEL } },
    answer: {
      status: 200,
      name: 'TakenOff',
      schema: z.strictObject({ label: z.string() }),
      description: 'No longer on the list',
    },
    problems: OF_LIST,
    async handle({ desk, params, body }) {
      const outcome = await takeOff(desk, params.id, body)
      return isRefusal(outcome) ? outcome : { label: body.label }
    },
  }),
  route({
    method: 'post',
    path: '/post-lists/{id}/confirm',
    name: 'confirmPostList',
    group,
    summary: { vi: 'Hai bên xác nhận bảng giao nhận', en: 'Both sides confirm a list' },
    who,
    action,
    params: Of,
    query: NONE,
    body: {
      name: 'ListToConfirm',
      schema: ListToConfirm,
      example: { id: ID, declared: 12, worker: { name: 'Phạm Văn Thư', number: 'BĐ-0123' }, why: null },
    },
    answer: list,
    problems: [
      ...OF_LIST,
      'list-empty',
      'count-differs',
      'parcel-not-so-far',
      'no-such-parcel',
      'no-post-here',
      'outside-calendar',
      'changed-meanwhile',
    ],
    handle: ({ desk, params, body }) => confirmList(desk, params.id, body),
  }),
  route({
    method: 'post',
    path: '/post-lists/{id}/drop',
    name: 'dropPostList',
    group,
    summary: { vi: 'Bỏ một bảng giao nhận', en: 'Give a list up' },
    who,
    action,
    params: Of,
    query: NONE,
    body: { name: 'ListToDrop', schema: ListToDrop, example: { id: ID } },
    answer: list,
    problems: [...OF_LIST, 'changed-meanwhile'],
    handle: ({ desk, params, body }) => dropList(desk, params.id, body),
  }),
  /**
   * Where the post tells that something has happened. A notice is believed by its signature alone, and only so far as to ask
   * the post: what it says changes nothing.
   */
  {
    method: 'post',
    path: '/post/notice',
    name: 'hearPost',
    group,
    summary: {
      vi: 'Bưu chính báo có việc mới ở một bưu gửi',
      en: 'The post tells that something has happened',
    },
    who: 'public',
    action: 'hear-post',
    params: NONE,
    query: NONE,
    body: {
      name: 'PostNotice',
      schema: z.looseObject({ orderNumber: z.string().max(60) }),
      example: { orderNumber: CODE },
    },
    answer: {
      status: 200,
      name: 'PostNoticeHeard',
      schema: z.strictObject({ heard: z.boolean() }),
      description: 'Whether its signature (HMAC-SHA256 of the body in `X-Signature`) was that of the post',
    },
    problems: ['no-post-here', 'too-many-requests'],
    async answerTo(c, doors) {
      const desk = await doors.deskFor(c, null)
      if (!desk) return problem('no-such-centre')
      const subject = subjectOf(doors.addressOf(c))
      const again = doors.limits.falseNotices.look(subject, desk.now)
      if (again) return tooMany(again, desk.now)
      const body = await readText(c.req.raw)
      if (isProblem(body)) return body
      const heard = await hearPost(desk, { body, signature: c.req.header('x-signature') ?? null })
      if (heard === null) return refused({ refused: 'no-post-here', facts: {} })
      if (!heard) doors.limits.falseNotices.take(subject, desk.now)
      c.header('Cache-Control', 'no-store')
      return c.json({ heard })
    },
  },
]

function changed(outcome: Awaited<ReturnType<typeof orderParcel>>): Outcome<z.infer<typeof ChangedParcel>> {
  if (isRefusal(outcome)) return outcome
  const { id, parcel: one } = outcome
  const { code, orderNumber, stage, doubt } = one
  return { id, code, label: labelOf(one), orderNumber, stage, doubt }
}
