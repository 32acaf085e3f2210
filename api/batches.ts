import { z } from 'zod'
import { isRefusal } from '#domain/outcome.ts'
import { SeveralToReceive } from '#shapes/batch-to-receive.ts'
import { derivedId } from '#work/derived-id.ts'
import { receiveSeveral } from '#work/intake/receive-several.ts'
import { Receipt, whyNot } from './answers/dossier.ts'
import { toldRefusal } from './problem.ts'
import { NONE, route } from './route.ts'

export const ReceivedBatch = z.strictObject({
  visit: z.uuid().describe('What one person handed in on one day; further batches can go on with it'),
  rows: z.array(
    z.strictObject({
      place: z.int(),
      receipt: Receipt.nullable(),
      refusal: whyNot.nullable().describe('Why this row was not received; the others stand'),
    }),
  ),
})

/** Several dossiers of one procedure handed in together. */
export const BATCH_ROUTES = [
  route({
    method: 'post',
    path: '/batches',
    name: 'receiveSeveral',
    group: 'dossiers',
    summary: {
      vi: 'Tiếp nhận nhiều hồ sơ của một thủ tục cùng lúc',
      en: 'Receive several dossiers of one procedure',
    },
    who: 'staff',
    action: 'receive-dossier',
    params: NONE,
    query: NONE,
    body: {
      name: 'SeveralToReceive',
      schema: SeveralToReceive,
      example: {
        id: '0197a5c4-3b5c-7d6e-8f70-1a2b3c4d5e6f',
        procedure: '2.000815',
        channel: 'counter',
        placeOfReceipt: 'HCC-TN',
        applicant: { kind: 'citizen', name: 'Nguyễn Thị Hương', idNumber: '022188001234' },
        returnWish: { way: 'counter' },
        papersSeen: true,
        rows: [
          { place: 0, pages: 2, copies: 3, subject: 'Bằng tốt nghiệp' },
          { place: 1, ownerName: 'Trần Văn Bình', pages: 1, subject: 'Căn cước công dân' },
        ],
      },
    },
    answer: {
      status: 200,
      name: 'ReceivedBatch',
      schema: ReceivedBatch,
      description: 'What became of each row; sent again, what was received is answered alike',
    },
    problems: ['not-permitted', 'no-such-procedure', 'procedure-not-in-force', 'no-such-case'],
    async handle({ c, doors, desk, body }) {
      const { papersSeen: _, visit = derivedId(body.id, 'visit'), ...batch } = body
      const done = await receiveSeveral(desk, { ...batch, visit }, (fault) => doors.onError(fault, c))
      if (isRefusal(done)) return done
      return {
        visit,
        rows: done.map(({ given: { place }, outcome }) =>
          isRefusal(outcome)
            ? { place, receipt: null, refusal: toldRefusal(outcome) }
            : { place, receipt: outcome, refusal: null },
        ),
      }
    },
  }),
]
