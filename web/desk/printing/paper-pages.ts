import { dayOf } from '#domain/calendar/moment.ts'
import { refuse } from '#domain/outcome.ts'
import { isFormKey } from '#papers/forms.ts'
import { isListForm } from '#papers/list.ts'
import { giveDossierPaper } from '#work/papers/give-dossier-paper.ts'
import { giveGuidance } from '#work/papers/give-guidance.ts'
import { giveList } from '#work/papers/give-list.ts'
import { giveTurnedAway } from '#work/papers/give-turned-away.ts'
import { LOOK_UP } from '../../portal/key-cookie.tsx'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage, DeskVisit } from '../desk-page.ts'
import { codeOf } from '../dossier/address.ts'
import { HAND_OVERS } from './addresses.ts'
import { pdfOr } from './pdf.ts'

const siteOf = ({ publicUrl }: DeskVisit) => new URL(LOOK_UP, publicUrl).href

/** A paper of a dossier. */
const dossierPaper: DeskPage = {
  path: '/ban/ho-so/:code/in/:form',
  action: 'see-dossier',
  async get(visit) {
    const code = codeOf(visit)
    const form = visit.c.req.param('form') ?? ''
    const asked = /^\d{1,6}$/.exec(visit.url.searchParams.get('lan') ?? '')?.[0]
    const sequence = asked === undefined ? null : Number(asked)
    const pdf = isFormKey(form)
      ? await giveDossierPaper(visit.desk, code, { form, sequence, site: siteOf(visit) })
      : refuse('no-such-paper')
    return pdfOr(visit, pdf, `${form}-${code}`)
  },
}

/** The slip of the counter that received nothing. */
const turnedAwayPaper: DeskPage = {
  path: '/ban/tiep-nhan/phieu/:id/in',
  action: 'receive-dossier',
  async get(visit) {
    const id = visit.c.req.param('id') ?? ''
    return pdfOr(visit, await giveTurnedAway(visit.desk, id, siteOf(visit)), `phieu-${id}`)
  },
}

/** What a person must bring for a procedure. */
const guidancePaper: DeskPage = {
  path: '/ban/tiep-nhan/huong-dan/:procedure',
  action: 'receive-dossier',
  async get(visit) {
    const procedure = visit.c.req.param('procedure') ?? ''
    return pdfOr(visit, await giveGuidance(visit.desk, procedure, siteOf(visit)), `huong-dan-${procedure}`)
  },
}

/** What was handed over on a day. */
const listPaper: DeskPage = {
  path: `${HAND_OVERS}/:form`,
  action: 'receive-dossier',
  async get(visit) {
    const form = visit.c.req.param('form') ?? ''
    const on = dayAsked(visit.url.searchParams.get('ngay'), dayOf(visit.desk.now).toString())
    const pdf = isListForm(form) ? await giveList(visit.desk, form, on) : refuse('no-such-paper')
    return pdfOr(visit, pdf, `${form}-${on}`)
  },
}

export const PAPER_PAGES: readonly DeskPage[] = [dossierPaper, turnedAwayPaper, guidancePaper, listPaper]
