import { isRefusal } from '#domain/outcome.ts'
import { seeUnreached, type UnreachedLine } from '#work/telling/see-unreached.ts'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { checkedFiling } from '../filings/addresses.ts'
import { FEEDBACK_LIST } from '../opinions/feedback-list.tsx'
import { TOLD_AT } from '../dossier/told.tsx'
import { outHomeAddress, outSessionAddress, packetAddress } from '../outreach/addresses.ts'
import { refusedPage } from '../refused-page.tsx'

export const UNREACHED = '/ban/tin-chua-den'

/** What citizens were to be told and was not delivered, with the way to each dossier. */
export const unreachedPage: DeskPage = {
  path: UNREACHED,
  action: 'see-unreached',
  async get(visit) {
    const { desk, words, url } = visit
    const seen = await seeUnreached(desk, { after: url.searchParams.get('sau') })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.notices.desk
    const { lines, next, waiting } = seen
    const main = (
      <>
        <h1>{said.unreachedTitle}</h1>
        <p class="sub">{said.unreachedLead}</p>
        {waiting.since !== null && waiting.count > 0 && (
          <Notice kind="warning">
            <p>{said.waiting(waiting.count, words.format.moment(waiting.since))}</p>
          </Notice>
        )}
        {lines.length === 0 ? (
          <p class="nothing">{said.unreachedNone}</p>
        ) : (
          <ul class="dossier-lines told">
            {lines.map((line) => (
              <Line key={line.id} words={words} line={line} />
            ))}
          </ul>
        )}
        {next && (
          <p class="onward-ways">
            <Link href={`${UNREACHED}?sau=${encodeURIComponent(next)}`}>{said.older}</Link>
          </p>
        )}
      </>
    )
    return { title: said.unreachedTitle, main, live: 'lists' }
  },
}

function seenAt({ about, aboutId, code }: UnreachedLine): string {
  if (about === 'filing') return checkedFiling(aboutId)
  if (about === 'registration') return outSessionAddress(code)
  if (about === 'home-visit') return outHomeAddress(code)
  if (about === 'packet') return packetAddress(aboutId)
  return about === 'feedback' ? `${FEEDBACK_LIST}/${code}` : `${dossierAddress(code)}#${TOLD_AT}`
}

/** The code, or what it is about where an id stands for one. */
function titleOf(words: Words, { about, code }: UnreachedLine): string {
  if (about === 'registration') return words.outreach.desk.title
  return about === 'packet' ? words.fieldWork.packets.title : code
}

function Line({ words, line }: { readonly words: Words; readonly line: UnreachedLine }) {
  const { ways, kinds, states, desk } = words.notices
  const { kind, way, state, changedAt, sentTo } = line
  const at = seenAt(line)
  return (
    <li>
      <p class="dossier-did">
        <Link href={at}>{titleOf(words, line)}</Link>
        <time class="tabular" dateTime={changedAt}>
          {words.format.moment(changedAt)}
        </time>
      </p>
      <p>
        <strong>{kinds[kind]}</strong> · {[ways[way], sentTo && desk.to(sentTo)].filter(Boolean).join(' ')}
      </p>
      <p class="fault">{states[state]}</p>
    </li>
  )
}
