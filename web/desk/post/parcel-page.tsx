import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { DoubtToSettle, ParcelToCancel, ParcelToUse } from '#shapes/post.ts'
import { askPostAgain } from '#work/post/ask-post.ts'
import { seeParcel, type SeenParcel } from '#work/post/see-post.ts'
import { cancelParcel, settleDoubt, useParcel } from '#work/post/see-to-parcel.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { type Fault, faultAt, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { first, NOTHING_TYPED, readForm, refusalText, type Typed, withoutField } from '../form.ts'
import { PdfLink } from '../printing/paper-links.tsx'
import { RECEIVE } from '../receive/addresses.ts'
import { refusedPage } from '../refused-page.tsx'
import { idIn, orderingAddress, PARCEL_ASKED, parcelAddress, POST } from './addresses.ts'
import { CostOf, DueOf, ParcelTable, PersonOf, StandingOf } from './parcel-table.tsx'

/** One parcel: how it stands, what happened to it, and what a person can do about it. */
export const parcelPage: DeskPage = {
  path: `${POST}/buu-gui/:id`,
  action: 'see-post',
  get: (visit) => shown(visit, {}),
  async post(visit, typed) {
    const done = await act(visit, typed)
    if (Array.isArray(done)) return { ...(await shown(visit, { typed, faults: done })), status: 422 }
    if (!isRefusal(done)) return seeOther(parcelAddress(idIn(visit)))
    if (done.refused === 'not-permitted') return refusedPage(visit, done)
    const page = await shown(visit, { typed, refused: refusalText(visit.words, done) })
    return page.status === undefined ? { ...page, status: 409 } : page
  },
}

/** What was asked for, or what is wrong with how it was. */
async function act(visit: DeskVisit, typed: Typed): Promise<Outcome<object> | Fault[]> {
  const { desk, words } = visit
  const id = idIn(visit)
  switch (first(typed, 'lam')) {
    case 'huy': {
      const { value, faults } = readForm(withoutField(typed, 'lam'), ParcelToCancel, words)
      return value ? cancelParcel(desk, id, value) : [...faults]
    }
    case 'da-xem': {
      const { value, faults } = readForm(withoutField(typed, 'lam'), DoubtToSettle, words)
      return value ? settleDoubt(desk, id, value) : [...faults]
    }
    case 'dua-vao': {
      const { value, faults } = readForm(withoutField(typed, 'lam'), ParcelToUse, words)
      return value ? useParcel(desk, id, value) : [...faults]
    }
    default:
      return askPostAgain(desk, id)
  }
}

interface Answer {
  readonly typed?: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(visit: DeskVisit, answer: Answer): Promise<Page> {
  const { words, desk } = visit
  const seen = await seeParcel(desk, idIn(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.post
  const { line, others } = seen
  const title = said.parcel.title(line.label)
  const main = (
    <div class="with-post">
      <h1>{title}</h1>
      <p class="sub">
        <StandingOf words={words} parcel={line} />
      </p>
      {answer.refused && (
        <Notice kind="danger" role="alert">
          <p>{answer.refused}</p>
        </Notice>
      )}
      <About words={words} seen={seen} />
      {seen.mayHandle && <Actions words={words} seen={seen} answer={answer} />}
      <History words={words} seen={seen} />
      {others.length > 0 && (
        <section>
          <h2>{said.parcel.others}</h2>
          <ParcelTable words={words} title={said.parcel.others} parcels={others} />
        </section>
      )}
      <p class="no-print">
        <Link href={POST}>{said.list.back}</Link>
      </p>
    </div>
  )
  return { title, main }
}

interface SeenProps {
  readonly words: Words
  readonly seen: SeenParcel
}

function About({ words, seen: { line } }: SeenProps) {
  const said = words.post
  const { format } = words
  return (
    <Facts>
      {line.code !== null && (
        <FactOf name={said.dossier}>
          <a class="ds-link code" href={dossierAddress(line.code)}>
            {line.code}
          </a>
        </FactOf>
      )}
      {line.name !== null && (
        <FactOf name={said.person}>
          <PersonOf parcel={line} />
        </FactOf>
      )}
      {line.contents !== '' && (
        <FactOf name={said.parcel.contents}>
          <span lang="vi">{line.contents}</span>
        </FactOf>
      )}
      {line.zone !== null && <FactOf name={said.parcel.zone}>{said.zones[line.zone]}</FactOf>}
      {line.handedOverAt !== null && (
        <FactOf name={said.list.confirmedAt}>{format.longMoment(line.handedOverAt)}</FactOf>
      )}
      {line.due !== null && (
        <FactOf name={said.when}>
          <DueOf words={words} parcel={line} />
        </FactOf>
      )}
      {line.postageDong > 0 && (
        <FactOf name={said.cost}>
          <CostOf words={words} parcel={line} />
        </FactOf>
      )}
      {line.complaintUntil !== null && (
        <FactOf name={said.parcel.complaint}>
          {said.parcel.complaintUntil(format.day(line.complaintUntil), line.complaintAnswerDays ?? 0)}
        </FactOf>
      )}
    </Facts>
  )
}

function Actions({ words, seen, answer }: SeenProps & { readonly answer: Answer }) {
  const { parcel: said } = words.post
  const { line, isJoined } = seen
  const { stage, doubt, code, direction } = line
  const isOpen = ['ordered', 'under-way', 'coming-back'].includes(stage)
  const mayCancel = stage === 'ordered' || stage === 'waiting'
  return (
    <section class="stacked no-print">
      <p class="onward-ways">
        {line.orderNumber !== null && (
          <PdfLink href={`${parcelAddress(line.id)}/phieu-gui.pdf`} keys="Alt+P">
            {said.slip}
          </PdfLink>
        )}
        {stage === 'arrived' && code === null && (
          <Link href={`${RECEIVE}?${PARCEL_ASKED}=${line.id}`}>{said.receive}</Link>
        )}
        {['came-back', 'declined', 'cancelled'].includes(stage) && direction === 'out' && code !== null && (
          <Link href={orderingAddress(code)}>{said.sendAgain}</Link>
        )}
      </p>
      {isJoined && isOpen && (
        <form method="post">
          <input type="hidden" name="lam" value="hoi" />
          <Button kind="secondary">{said.ask}</Button>
        </form>
      )}
      {doubt !== null && (
        <Act
          words={words}
          answer={answer}
          lam="da-xem"
          name="note"
          label={said.settleNote}
          hint={doubt === 'receiver-unknown' ? said.settleHint['receiver-unknown'] : said.settleHint.other}
          button={said.settle}
        />
      )}
      {stage === 'arrived' && (
        <Act
          words={words}
          answer={answer}
          lam="dua-vao"
          name="code"
          label={said.useCode}
          hint={said.useHint}
          value={code ?? ''}
          button={said.use}
        />
      )}
      {mayCancel && (
        <Act
          words={words}
          answer={answer}
          lam="huy"
          name="reason"
          label={said.cancelReason}
          button={said.cancel}
        />
      )}
    </section>
  )
}

interface ActProps {
  readonly words: Words
  readonly answer: Answer
  readonly lam: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
  readonly button: string
}

/** One thing a person can do, with the one thing to be said about it. */
function Act({ words, answer, lam, name, label, hint, value = '', button }: ActProps) {
  const typed = answer.typed ?? NOTHING_TYPED
  const isHere = first(typed, 'lam') === lam
  const faults = isHere ? answer.faults : undefined
  return (
    <PostForm words={words} class="post-act stacked" faults={faults}>
      <input type="hidden" name="lam" value={lam} />
      <TextField
        name={name}
        label={label}
        hint={hint}
        value={isHere ? first(typed, name) : value}
        fault={faultAt(faults ?? [], name)}
        maxLength={500}
      />
      <Button kind="secondary">{button}</Button>
    </PostForm>
  )
}

function History({ words, seen: { history } }: SeenProps) {
  const { parcel: said } = words.post
  return (
    <section>
      <h2>{said.history}</h2>
      <ol class="post-history">
        {history.map(({ type, at, byName, status, postAt, said: text }, place) => (
          // Things that happened are never put in another order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={place}>
            <time dateTime={at}>{words.format.moment(postAt ?? at)}</time>{' '}
            <strong>{said.events[type]}</strong>
            {status && `: ${said.statuses[status]}`}
            {byName && (
              <>
                , <span lang="vi">{byName}</span>
              </>
            )}
            {text && <small lang="vi">{text}</small>}
          </li>
        ))}
      </ol>
    </section>
  )
}
