import { isRefusal } from '#domain/outcome.ts'
import { giveReceipt } from '#work/intake/give-receipt.ts'
import { LOOK_UP } from '../../portal/look-up.tsx'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'

/** The receipt, to be looked at and printed; a frame of our own pages may hold it. */
export const receiptPdf: DeskPage = {
  path: '/ban/ho-so/:code/giay-tiep-nhan.pdf',
  action: 'receive-dossier',
  async get(visit) {
    const code = visit.c.req.param('code') ?? ''
    const pdf = await giveReceipt(visit.desk, code, new URL(LOOK_UP, visit.publicUrl).href)
    if (isRefusal(pdf)) return refusedPage(visit, pdf)
    return new Response(new Uint8Array(pdf), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="giay-tiep-nhan-${code}.pdf"`,
        'Cache-Control': 'private, no-store',
        'Content-Security-Policy':
          "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
        'X-Frame-Options': 'SAMEORIGIN',
      },
    })
  },
}
