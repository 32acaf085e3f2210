import { isRefusal } from '#domain/outcome.ts'
import { HomeVisitToAsk } from '#shapes/outreach.ts'
import { askHomeVisit } from '#work/outreach/ask-home-visit.ts'
import { seeHomeChoices } from '#work/outreach/see-home-visits.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import type { Fault } from '../../parts/field.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { HomeFields, homeFaults } from '../../portal/outreach/home-fields.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_HOME_NEW, outHomeAddress } from './addresses.ts'

/** Somebody calls, or comes to the counter for a person who cannot: the officer enters the request. */
export const homeNewPage: DeskPage = {
  path: OUT_HOME_NEW,
  action: 'work-home-visits',
  get: (visit) => shown(visit, { ...NOTHING_TYPED, fields: { askedBy: ['phone'] } }),
  async post(visit, typed) {
    const { desk, words } = visit
    const read = readForm(typed, HomeVisitToAsk, words)
    if (read.faults) return shown(visit, typed, { faults: homeFaults(words, read.faults) })
    const slip = await askHomeVisit(desk, read.value)
    if (isRefusal(slip)) return shown(visit, typed, { refused: refusalText(words, slip) })
    return seeOther(outHomeAddress(slip.code))
  },
}

async function shown(
  visit: DeskVisit,
  typed: Typed,
  { faults = [], refused }: { readonly faults?: readonly Fault[]; readonly refused?: string } = {},
): Promise<Page> {
  const { desk, words } = visit
  const communes = await seeHomeChoices(desk)
  if (isRefusal(communes)) return refusedPage(visit, communes)
  const said = words.outreach.home.desk
  const main = (
    <div class="narrow">
      <h1>{said.enter}</h1>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <HomeFields
          words={words}
          typed={typed}
          faults={faults}
          communes={communes}
          askers={['phone', 'relative', 'commune', 'person']}
        />
        <Button>{said.record}</Button>
      </PostForm>
    </div>
  )
  const status = faults.length > 0 ? 422 : refused === undefined ? 200 : 409
  return { title: said.enter, main, status }
}
