import { isRefusal } from '#domain/outcome.ts'
import { seeResult } from '#work/signing/see-result.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { codeOf, DOSSIER } from './address.ts'
import { ON_PAPER, RESULT_AT } from './result-link.tsx'

/** The result of a dossier as a document: the draft for whoever signs it, then as it was signed and sealed. */
export const resultPdf: DeskPage = {
  path: `${DOSSIER}/${RESULT_AT}`,
  action: 'see-dossier',
  async get(visit) {
    const code = codeOf(visit)
    const seen = await seeResult(visit.desk, code, { isPaper: visit.url.searchParams.has(ON_PAPER) })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    return new Response(new Uint8Array(seen.bytes), {
      headers: {
        'Content-Type': 'application/pdf',
        'Content-Disposition': `inline; filename="ket-qua-${code}.pdf"`,
        'Cache-Control': 'private, no-store',
        'X-Document-SHA-256': seen.sha256,
      },
    })
  },
}
