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
    return isRefusal(pdf) ? refusedPage(visit, pdf) : pdfAnswer(pdf, `giay-tiep-nhan-${code}`)
  },
}

/** A paper as it is shown in a window or a frame of ours, and printed from there. */
export function pdfAnswer(pdf: Uint8Array, name: string): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name}.pdf"`,
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
      'X-Frame-Options': 'SAMEORIGIN',
    },
  })
}
