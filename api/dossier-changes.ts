import type { z } from 'zod'
import { isRefusal, type Outcome, type RefusalCode } from '#domain/outcome.ts'
import {
  ResultToApprove,
  ResultToHandBack,
  ResultToMarkReady,
  ResultToSeal,
  StepToComplete,
  StepToSendBack,
} from '#shapes/dossier-commands.ts'
import type { Changed as HasChanged } from '#work/change-dossier.ts'
import type { Desk } from '#work/desk.ts'
import { approveResult } from '#work/handling/approve-result.ts'
import { completeStep } from '#work/handling/complete-step.ts'
import { sendBack } from '#work/handling/send-back.ts'
import { handBackResult } from '#work/returning/hand-back-result.ts'
import { markReady } from '#work/returning/mark-ready.ts'
import { sealResult } from '#work/returning/seal-result.ts'
import { Changed } from './answers/dossier.ts'
import { namedDossier, OfDossier } from './dossier-code.ts'
import { NONE, route } from './route.ts'

const ON_STEP = { id: '0197a5c1-2a44-7b0c-8f11-6d0c2b9e7a35', version: 1, step: 'find' }
const ON_ANY_STEP: readonly RefusalCode[] = [
  'no-such-dossier',
  'not-permitted',
  'not-at-this-stage',
  'not-this-step',
  'before-last-event',
  'outside-calendar',
  'changed-meanwhile',
  'command-id-reused',
]

export const CHANGE_ROUTES = [
  change({
    verb: 'complete-step',
    name: 'completeStep',
    summary: { vi: 'Hoàn thành bước hiện tại', en: 'Complete the present step' },
    body: { name: 'StepToComplete', schema: StepToComplete, example: { ...ON_STEP, note: 'Đủ điều kiện' } },
    problems: ['step-needs-own-command'],
    carryOut: completeStep,
  }),
  change({
    verb: 'send-back',
    name: 'sendBack',
    summary: { vi: 'Chuyển trả về bước trước', en: 'Send back to an earlier step' },
    body: {
      name: 'StepToSendBack',
      schema: StepToSendBack,
      example: { ...ON_STEP, step: 'approve', to: 'find', comment: 'Cần ghi rõ căn cứ' },
    },
    problems: ['nothing-to-send-back-to'],
    carryOut: sendBack,
  }),
  change({
    verb: 'approve',
    name: 'approveResult',
    summary: { vi: 'Phê duyệt, theo văn bản ủy quyền', en: 'Approve the result, by a mandate' },
    body: { name: 'ResultToApprove', schema: ResultToApprove, example: { ...ON_STEP, step: 'approve' } },
    problems: ['no-mandate'],
    carryOut: approveResult,
  }),
  change({
    verb: 'seal',
    name: 'sealResult',
    summary: { vi: 'Vào số, đóng dấu kết quả đã duyệt', en: 'Number and seal the approved result' },
    body: {
      name: 'ResultToSeal',
      schema: ResultToSeal,
      example: { ...ON_STEP, step: 'seal', documentNumber: '1204/TP-HT' },
    },
    problems: ['not-approved'],
    carryOut: sealResult,
  }),
  change({
    verb: 'mark-ready',
    name: 'markReady',
    summary: { vi: 'Báo đã có kết quả', en: 'Report the result ready' },
    body: { name: 'ResultToMarkReady', schema: ResultToMarkReady, example: { ...ON_STEP, step: 'return' } },
    problems: ['not-approved'],
    carryOut: markReady,
  }),
  change({
    verb: 'hand-back',
    name: 'handBackResult',
    summary: { vi: 'Trả kết quả', en: 'Hand the result back' },
    body: {
      name: 'ResultToHandBack',
      schema: ResultToHandBack,
      example: { ...ON_STEP, step: 'return', way: 'counter', receiver: { name: 'Nguyễn Thị Hoà' } },
    },
    problems: [],
    carryOut: handBackResult,
  }),
]

interface Change<Body extends z.ZodType> {
  readonly verb: string
  readonly name: string
  readonly summary: { readonly vi: string; readonly en: string }
  readonly body: { readonly name: string; readonly schema: Body; readonly example: z.input<Body> }
  readonly problems: readonly RefusalCode[]
  carryOut(desk: Desk, code: string, given: z.output<Body>): Promise<Outcome<HasChanged>>
}

/** A verb on a dossier: `POST /dossiers/{code}/…`, with the version and the step it is meant for. */
function change<Body extends z.ZodType>({ verb, name, summary, body, problems, carryOut }: Change<Body>) {
  return route({
    method: 'post',
    path: `/dossiers/{code}/${verb}`,
    name,
    group: 'dossiers',
    summary,
    who: 'staff',
    action: verb === 'approve' ? 'approve' : 'act-on-step',
    params: OfDossier,
    query: NONE,
    body,
    answer: { status: 200, name: 'Changed', schema: Changed, description: 'How the dossier stands now' },
    problems: [...ON_ANY_STEP, ...problems],
    async handle({ desk, params, body }) {
      const code = namedDossier(params)
      return isRefusal(code) ? code : carryOut(desk, code, body)
    },
  })
}
