import { giveParcelSlip, givePostRecord } from '#work/papers/give-post-papers.ts'
import type { DeskPage } from '../desk-page.ts'
import { pdfOr } from '../printing/pdf.ts'
import { idIn, POST } from './addresses.ts'

/** The record of a list, and the slip that goes with a parcel. */
export const POST_PAPER_PAGES: readonly DeskPage[] = [
  {
    path: `${POST}/bang/:id/bien-ban.pdf`,
    action: 'handle-post',
    async get(visit) {
      const id = idIn(visit)
      return pdfOr(visit, await givePostRecord(visit.desk, id), `bien-ban-${id}`)
    },
  },
  {
    path: `${POST}/buu-gui/:id/phieu-gui.pdf`,
    action: 'handle-post',
    async get(visit) {
      const id = idIn(visit)
      return pdfOr(visit, await giveParcelSlip(visit.desk, id), `phieu-gui-${id}`)
    },
  },
]
