import { giveReceipt } from '#work/intake/give-receipt.ts'
import { LOOK_UP } from '../../portal/key-cookie.tsx'
import type { DeskPage } from '../desk-page.ts'
import { pdfOr } from '../printing/pdf.ts'

/** The receipt as it is printed. */
export const receiptPdf: DeskPage = {
  path: '/ban/ho-so/:code/giay-tiep-nhan.pdf',
  action: 'receive-dossier',
  async get(visit) {
    const code = visit.c.req.param('code') ?? ''
    const pdf = await giveReceipt(visit.desk, code, new URL(LOOK_UP, visit.publicUrl).href)
    return pdfOr(visit, pdf, `giay-tiep-nhan-${code}`)
  },
}
