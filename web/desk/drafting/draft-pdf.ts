import { isRefusal } from '#domain/outcome.ts'
import { seeDraftPaper } from '#work/drafting/see-draft-paper.ts'
import type { DeskPage } from '../desk-page.ts'
import { codeOf } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'
import { DRAFT_PDF } from './address.ts'

/** A version as a page, marked as a draft. */
export const draftPdf: DeskPage = {
  path: DRAFT_PDF,
  action: 'see-dossier',
  async get(visit) {
    const code = codeOf(visit)
    const version = Number(visit.c.req.param('version')) || 0
    const bytes = await seeDraftPaper(visit.desk, code, version)
    if (isRefusal(bytes)) return refusedPage(visit, bytes)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="du-thao-${code}-${version}.pdf"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
}
