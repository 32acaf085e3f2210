import { z } from 'zod'
import type { SendNotice } from '#domain/notices/message.ts'
import type { NoticeKind } from '#domain/notices/notice.ts'
import { TEMPLATE_WORDS } from '#domain/notices/template.ts'
import { askGateway } from './ask-gateway.ts'

export interface ZaloSettings {
  /** `https://business.openapi.zalo.me` unless another stands in for it. */
  readonly url: string
  /** Read for every message: Zalo's tokens last hours, and who renews them writes the file anew. */
  readonly token: () => string
  /** The centre's templates as Zalo has approved them, by what is told; `otherwise` for what has none of its own. */
  readonly templates: { readonly [kind in NoticeKind]?: string } & { readonly otherwise: string }
  readonly patience?: number
}

const ANSWER = z.object({
  error: z.int(),
  message: z.string().default(''),
  data: z
    .object({ msg_id: z.string().max(100) })
    .partial()
    .optional(),
})

/** Codes of Zalo for a number that is none (-108), a person who takes nothing (-114, -139, -141), or has no Zalo (-118, -119). */
const NOT_TO_THIS_NUMBER = [-108, -114, -118, -119, -139, -141]

/**
 * Zalo's notices to telephones (ZNS): the sentences are Zalo's, approved beforehand, and are told the words alone. The id
 * goes along as `tracking_id`; that Zalo drops a repeat is said nowhere.
 */
export function zaloNotices({ url, token, templates, patience }: ZaloSettings): SendNotice {
  return async ({ id, to, kind, values, subject, link }) => {
    if (!('address' in to)) return { kind: 'refused', why: 'no telephone' }
    const words = Object.fromEntries(TEMPLATE_WORDS.map((word) => [word, values[word] ?? '–']))
    const asked = await askGateway(
      {
        url: `${url}/message/template`,
        headers: { access_token: token() },
        body: {
          phone: to.address.replace(/^0/, '84'),
          template_id: templates[kind] ?? templates.otherwise,
          template_data: { ...words, subject, link },
          tracking_id: id,
        },
        patience,
      },
      ANSWER,
    )
    if ('kind' in asked) return asked
    const { error, message, data } = asked.answer
    if (error === 0) return { kind: 'accepted', reference: data?.msg_id ?? null }
    const why = `${error} ${message}`.trim()
    return NOT_TO_THIS_NUMBER.includes(error) ? { kind: 'refused', why } : { kind: 'not-now', why }
  }
}
