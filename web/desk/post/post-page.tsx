import { isRefusal } from '#domain/outcome.ts'
import { LIST_KINDS } from '#domain/post/counter-list.ts'
import { ListToOpen, ParcelToOrder } from '#shapes/post.ts'
import { openList } from '#work/post/counter-lists.ts'
import { orderParcel } from '#work/post/order-parcel.ts'
import { seePost, type SeenPost, STANDINGS, type Standing } from '#work/post/see-post.ts'
import { derivedId } from '#work/derived-id.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, readForm, refusalText, type Typed, withoutField } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { Tabs } from '../tabs.tsx'
import { listAddress, POST, STANDING_WORDS, standingAddress } from './addresses.ts'
import { ParcelTable } from './parcel-table.tsx'
import { ToSendForm } from './to-send-form.tsx'

/** What lies with the post: to be sent, under way, late, come back, brought, to be seen to; and the lists of the day. */
export const postPage: DeskPage = {
  path: POST,
  action: 'see-post',
  get: (visit) => shown(visit, {}),
  post: (visit, typed) => (first(typed, 'lam') === 'lap-bang' ? open(visit, typed) : order(visit, typed)),
}

interface Answered {
  readonly isNoneChosen?: boolean
  readonly refusals?: readonly { readonly code: string; readonly text: string }[]
}

async function open(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { value } = readForm(withoutField(typed, 'lam'), ListToOpen, visit.words)
  if (!value) return { ...(await shown(visit, {})), status: 422 }
  const list = await openList(visit.desk, value)
  return isRefusal(list) ? refusedPage(visit, list) : seeOther(listAddress(list.id))
}

/** Orders for everything that is ticked, or for all; each by itself, so that one refusal holds up no other. */
async function order(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const chosen = (first(typed, 'all') === '' ? typed.fields['chosen'] : typed.fields['offered']) ?? []
  if (chosen.length === 0) return { ...(await shown(visit, { isNoneChosen: true })), status: 422 }
  const refusals: { code: string; text: string }[] = []
  for (const code of chosen) {
    const given = ParcelToOrder.safeParse({
      id: derivedId(first(typed, 'id') || newCommandId(), code),
      isCollecting: first(typed, 'isCollecting') !== '',
    })
    if (!given.success) continue
    const outcome = await orderParcel(desk, code, given.data)
    if (isRefusal(outcome)) refusals.push({ code, text: refusalText(words, outcome) })
  }
  if (refusals.length > 0) return { ...(await shown(visit, { refusals })), status: 409 }
  return seeOther(`${POST}?xong=${chosen.length}`)
}

async function shown(visit: DeskVisit, answered: Answered): Promise<Page> {
  const { words, desk, url } = visit
  const standing = STANDINGS.find((one) => STANDING_WORDS[one] === url.searchParams.get('xem')) ?? 'to-send'
  const seen = await seePost(desk, standing)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.post
  const ordered = Number(/^\d{1,3}$/.exec(url.searchParams.get('xong') ?? '')?.[0] ?? 0)
  const isEmpty = seen.parcels.length === 0 && seen.toSend.length === 0
  const main = (
    <div class="with-post">
      <h1>{said.title}</h1>
      <p class="sub">{said.lead}</p>
      {!seen.hasRule && (
        <Notice kind="warning">
          <p>{said.noRule}</p>
        </Notice>
      )}
      {seen.hasRule && !seen.isJoined && <p class="hint">{said.notJoined}</p>}
      {ordered > 0 && (
        <Notice kind="success" role="status">
          <p>{said.ordered(ordered)}</p>
        </Notice>
      )}
      {(answered.isNoneChosen || answered.refusals) && (
        <Notice kind="danger" role="alert">
          {answered.isNoneChosen && <p>{said.noneChosen}</p>}
          {answered.refusals?.map(({ code, text }) => (
            <p key={code}>
              <span class="code">{code}</span>: {text}
            </p>
          ))}
        </Notice>
      )}
      <Lists words={words} seen={seen} />
      <StandingTabs words={words} seen={seen} here={standing} />
      {isEmpty && <p class="nothing">{said.empty[standing]}</p>}
      {seen.toSend.length > 0 && <ToSendForm words={words} seen={seen} id={newCommandId()} />}
      {seen.parcels.length > 0 && (
        <section>
          {standing === 'to-send' && <h2>{said.waiting}</h2>}
          <ParcelTable words={words} title={said.standings[standing]} parcels={seen.parcels} />
        </section>
      )}
    </div>
  )
  return { title: said.title, main }
}

interface SeenProps {
  readonly words: Words
  readonly seen: SeenPost
}

function StandingTabs({ words, seen, here }: SeenProps & { readonly here: Standing }) {
  const said = words.post
  return (
    <Tabs
      label={said.title}
      tabs={STANDINGS.map((one) => ({
        href: standingAddress(one),
        isHere: one === here,
        text: said.standings[one],
        count: words.format.number(seen.counts[one]),
      }))}
    />
  )
}

/** The lists that are open, and those of today, with a way to begin another. */
function Lists({ words, seen }: SeenProps) {
  const said = words.post
  const { lists, mayHandle } = seen
  return (
    <section aria-labelledby="post-lists">
      <h2 id="post-lists">{said.lists}</h2>
      {mayHandle && (
        <div class="onward-ways">
          {LIST_KINDS.map((kind) => (
            <form key={kind} method="post" action={POST}>
              <input type="hidden" name="lam" value="lap-bang" />
              <input type="hidden" name="id" value={newCommandId()} />
              <input type="hidden" name="kind" value={kind} />
              <Button kind="secondary">{said.open[kind]}</Button>
            </form>
          ))}
        </div>
      )}
      {lists.length === 0 ? (
        <p class="hint">{said.noLists}</p>
      ) : (
        <ul class="post-lists">
          {lists.map((list) => (
            <li key={list.id}>
              <a class="ds-link" href={listAddress(list.id)}>
                {said.listName(`${list.number}/${list.year}`)}
              </a>{' '}
              {said.kinds[list.kind]}, {words.format.moment(list.openedAt)},{' '}
              {list.closed ? (
                said.state.closed
              ) : list.isDropped ? (
                said.state.dropped
              ) : (
                <strong>{said.state.open}</strong>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
