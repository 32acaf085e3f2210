import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { may } from '#domain/people/may.ts'
import { HomeVisitToAsk } from '#shapes/outreach.ts'
import { askHomeVisit, type HomeSlip } from '#work/outreach/ask-home-visit.ts'
import { seeHomeChoices } from '#work/outreach/see-home-visits.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import type { Fault } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { HomeFields, homeFaults } from '../../portal/outreach/home-fields.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_HOME_NEW, outHomeAddress } from './addresses.ts'

/** Somebody calls, or comes to the counter for a person who cannot: the officer enters the request. */
export const homeNewPage: DeskPage = {
  path: OUT_HOME_NEW,
  action: 'enter-home-request',
  get: (visit) =>
    shown(visit, { ...NOTHING_TYPED, fields: { askedBy: [mayWork(visit) ? 'phone' : 'commune'] } }),
  async post(visit, typed) {
    const { desk, words } = visit
    const read = readForm(typed, HomeVisitToAsk, words)
    if (read.faults) return shown(visit, typed, { faults: homeFaults(words, read.faults) })
    const slip = await askHomeVisit(desk, read.value)
    if (isRefusal(slip)) return shown(visit, typed, { refused: refusalText(words, slip) })
    return mayWork(visit) ? seeOther(outHomeAddress(slip.code)) : slipPage(words, slip)
  },
}

const mayWork = ({ desk }: DeskVisit) =>
  !isRefusal(may(desk.actor, { kind: 'work-home-visits' }, dayOf(desk.now).toString()))

/** What an officer of a commune tells the person: by code and key they follow what the centre makes of it. */
function slipPage(words: Words, { code, key }: HomeSlip): Page {
  const said = words.outreach.home
  const title = said.desk.handedOn
  const main = (
    <div class="narrow">
      <h1>{title}</h1>
      <p>{said.desk.handedOnHint}</p>
      <Facts>
        <FactOf name={said.code}>
          <span class="code">{code}</span>
        </FactOf>
        <FactOf name={said.key}>
          <span class="code">{key}</span>
        </FactOf>
      </Facts>
      <p>
        <Link href={OUT_HOME_NEW}>{said.desk.enterOfCommune}</Link>
      </p>
    </div>
  )
  return { title, main }
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
  const title = mayWork(visit) ? said.enter : said.enterOfCommune
  const main = (
    <div class="narrow">
      <h1>{title}</h1>
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
  return { title, main, status }
}
