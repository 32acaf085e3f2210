import { isRefusal, type Outcome } from '#domain/outcome.ts'
import type { DeskVisit } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'

/** A paper, to be looked at and printed; a frame of our own pages may hold it. */
export function pdfOr(visit: DeskVisit, pdf: Outcome<Uint8Array>, name: string) {
  if (isRefusal(pdf)) return refusedPage(visit, pdf)
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${name.replaceAll('_', '-')}.pdf"`,
      'Cache-Control': 'private, no-store',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'",
      'X-Frame-Options': 'SAMEORIGIN',
    },
  })
}
