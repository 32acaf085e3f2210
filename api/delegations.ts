import { z } from 'zod'
import { isRefusal } from '#domain/outcome.ts'
import { POSTS, SIGNING_FORMS } from '#domain/people/may.ts'
import { lastDay } from '#domain/people/substitution.ts'
import { ApprovalToDelegate } from '#shapes/chosen-dossiers.ts'
import { delegateApproval, endDelegation } from '#work/dividing/delegate-approval.ts'
import { seeDelegations } from '#work/dividing/see-delegations.ts'
import { day } from './answers/parts.ts'
import { NO_BODY, NONE, route } from './route.ts'

const ID = '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35'
const group = 'supervision'
const who = 'staff'
const action = 'delegate-approval'
const OfUnit = z.strictObject({
  unit: z
    .string()
    .regex(/^[^\p{Cc}\p{Cs}]{1,120}$/u)
    .describe('Code of the unit'),
})
const OfDelegation = z.strictObject({ id: z.uuid().describe('Id of the delegation') })
const ToDelegate = z.strictObject(ApprovalToDelegate.shape)

export const Delegations = z.strictObject({
  unitName: z.string(),
  people: z
    .array(z.strictObject({ id: z.uuid(), name: z.string(), posts: z.array(z.enum(POSTS)) }))
    .describe('Who has a post in the unit today'),
  delegations: z.array(
    z.strictObject({
      id: z.uuid(),
      staff: z.uuid(),
      staffName: z.string(),
      unit: z.string(),
      from: day,
      last: day.describe('The last day on which it holds'),
      capacity: z
        .strictObject({
          form: z.enum(SIGNING_FORMS).nullable(),
          principal: z.string().nullable(),
          position: z.string(),
        })
        .nullable()
        .describe('On whose behalf the person signs; null as the head'),
      ground: z.string(),
      enteredByName: z.string(),
    }),
  ),
})
const Entered = z.strictObject({ id: z.uuid() })

/** The right to approve for a unit, delegated for a period by a written decision. */
export const DELEGATION_ROUTES = [
  route({
    method: 'get',
    path: '/units/{unit}/delegations',
    name: 'seeDelegations',
    group,
    summary: { vi: 'Ủy quyền phê duyệt của đơn vị', en: 'Delegated right to approve of a unit' },
    who,
    action,
    params: OfUnit,
    query: NONE,
    body: NO_BODY,
    answer: { status: 200, name: 'Delegations', schema: Delegations, description: 'Of today and later' },
    problems: ['not-permitted'],
    async handle({ desk, params }) {
      const seen = await seeDelegations(desk, params.unit)
      if (isRefusal(seen)) return seen
      return {
        ...seen,
        delegations: seen.delegations.map(({ until, ...one }) => ({ ...one, last: lastDay(until) })),
      }
    },
  }),
  route({
    method: 'post',
    path: '/units/{unit}/delegations',
    name: 'delegateApproval',
    group,
    summary: { vi: 'Ủy quyền phê duyệt có thời hạn', en: 'Delegate the right to approve for a period' },
    who,
    action,
    params: OfUnit,
    query: NONE,
    body: {
      name: 'ApprovalToDelegate',
      schema: ToDelegate,
      example: {
        id: ID,
        staff: '0197a5c0-7e1f-7c3a-9d2b-3f5e8a6b1c4d',
        from: '2019-03-06',
        last: '2019-03-20',
        form: 'TUQ',
        principal: 'Chủ tịch',
        position: 'Trưởng phòng',
        ground: 'QĐ 15/QĐ-TP ngày 04/03/2019',
      },
    },
    answer: { status: 201, name: 'EnteredDelegation', schema: Entered, description: 'It holds on its days' },
    problems: [
      'not-permitted',
      'command-id-reused',
      'not-in-post',
      'second-person-needed',
      'days-in-wrong-order',
      'days-past',
      'already-delegated',
    ],
    async handle({ desk, params, body }) {
      const outcome = await delegateApproval(desk, params.unit, body)
      return isRefusal(outcome) ? outcome : { id: body.id }
    },
  }),
  route({
    method: 'post',
    path: '/delegations/{id}/end',
    name: 'endDelegation',
    group,
    summary: { vi: 'Kết thúc ngay một ủy quyền phê duyệt', en: 'End a delegation at once' },
    who,
    action,
    params: OfDelegation,
    query: NONE,
    body: NO_BODY,
    answer: { status: 200, name: 'EnteredDelegation', schema: Entered, description: 'It holds no longer' },
    problems: ['not-permitted', 'no-such-delegation'],
    async handle({ desk, params }) {
      const outcome = await endDelegation(desk, params.id)
      return isRefusal(outcome) ? outcome : { id: params.id }
    },
  }),
]
