import type { ComponentChildren } from 'preact'
import { isRefusal } from '#domain/outcome.ts'
import { SessionChange } from '#shapes/outreach.ts'
import { changeSession, recordTold } from '#work/outreach/change-session.ts'
import { giveResultsToBring } from '#work/outreach/outreach-papers.ts'
import { seeSession, type SessionAtDesk } from '#work/outreach/see-sessions.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { faultAt, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { posterAddress, sessionAddress } from '../../portal/outreach/addresses.ts'
import { dayAndHours } from '../../portal/outreach/sessions.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { type Answered, first, newCommandId, NOTHING_TYPED, readForm, refusalText } from '../form.ts'
import { pdfOr } from '../printing/pdf.ts'
import { RECEIVE } from '../receive/addresses.ts'
import { receiveInSession } from '../receive/taken-out.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_SESSIONS, outSessionAddress } from './addresses.ts'

const idOf = ({ c }: DeskVisit) => c.req.param('id') ?? ''

/** One session: who goes and who comes, what is brought along and what was taken; published and cancelled here. */
export const sessionPage: DeskPage = {
  path: `${OUT_SESSIONS}/:id`,
  action: 'see-sessions',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const { desk, words } = visit
    const id = idOf(visit)
    const told = first(typed, 'told')
    if (told !== '') {
      const outcome = /^[0-9a-f-]{36}$/.test(told) ? await recordTold(desk, id, told) : null
      return outcome !== null && isRefusal(outcome)
        ? shown(visit, { typed, refused: refusalText(words, outcome) })
        : seeOther(outSessionAddress(id))
    }
    const read = readForm(typed, SessionChange, words)
    if (read.faults) return shown(visit, { typed, faults: read.faults })
    const outcome = await changeSession(desk, id, read.value)
    if (isRefusal(outcome)) return shown(visit, { typed, refused: refusalText(words, outcome) })
    return seeOther(outSessionAddress(id))
  },
}

/** The hand-over sheet of the results that go along. */
export const resultsToBringPdf: DeskPage = {
  path: `${OUT_SESSIONS}/:id/ket-qua.pdf`,
  action: 'see-people-of-session',
  async get(visit) {
    return pdfOr(visit, await giveResultsToBring(visit.desk, idOf(visit)), 'ket-qua-mang-theo')
  },
}

async function shown(visit: DeskVisit, answered?: Answered): Promise<Page> {
  const { desk, words } = visit
  const seen = await seeSession(desk, idOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.outreach.desk
  const { plan, communeName, stage } = seen
  const main = (
    <div class="dossier">
      <h1>
        <span lang="vi">{communeName}</span>, {words.format.day(plan.on)}
      </h1>
      <p class="sub">{words.outreach.stages[stage]}</p>
      {seen.why !== null && (
        <Notice kind="warning">
          <p>{words.outreach.sessions.cancelledWhy(seen.why)}</p>
        </Notice>
      )}
      <div class="dossier-columns">
        <div class="dossier-side">
          {seen.mayReceive && (
            <p>
              <a class="ds-button" href={`${RECEIVE}${receiveInSession(seen.id)}`}>
                {said.receive}
              </a>
            </p>
          )}
          {seen.mayPlan && !seen.isOver && stage !== 'cancelled' && (
            <Planning words={words} seen={seen} answered={answered} />
          )}
        </div>
        <div class="dossier-main">
          <Facts>
            <FactOf name={words.outreach.sessions.when}>{dayAndHours(words, seen)}</FactOf>
            <FactOf name={words.outreach.sessions.where}>
              <span lang="vi">{plan.place}</span>
            </FactOf>
            <FactOf name={said.team}>
              <span lang="vi">{seen.team.map(({ name }) => name).join(', ')}</span>
            </FactOf>
            {seen.substitute && (
              <FactOf name={said.substitute}>
                <span lang="vi">{seen.substitute}</span>
              </FactOf>
            )}
            {plan.equipment !== '' && (
              <FactOf name={said.equipment}>
                <span lang="vi">{plan.equipment}</span>
              </FactOf>
            )}
            <FactOf name={words.outreach.sessions.offers}>
              {seen.unitNames.length === 0 ? (
                words.outreach.sessions.offersAll
              ) : (
                <span lang="vi">{seen.unitNames.join('; ')}</span>
              )}
            </FactOf>
          </Facts>
          {stage === 'published' && (
            <p>
              <Link href={sessionAddress(seen.id)}>{said.page}</Link>
              {' · '}
              <a class="ds-link" href={posterAddress(seen.id)} data-turbo="false">
                {words.outreach.sessions.poster}
              </a>
            </p>
          )}
          {seen.people === null ? (
            <p class="hint">{said.peopleHidden}</p>
          ) : (
            <People words={words} seen={seen} people={seen.people} />
          )}
        </div>
      </div>
      <p>
        <Link href={OUT_SESSIONS}>{said.title}</Link>
      </p>
    </div>
  )
  const status = answered === undefined ? 200 : answered.faults ? 422 : 409
  return { title: `${communeName}, ${words.format.day(plan.on)}`, main, status }
}

interface Part {
  readonly words: Words
  readonly seen: SessionAtDesk
}

function Planning({ words, seen, answered }: Part & { readonly answered: Answered | undefined }) {
  const said = words.outreach.desk
  const form = (type: SessionChange['type']) => {
    const own = answered && first(answered.typed, 'type') === type ? answered : undefined
    return {
      faults: own?.faults ?? [],
      refused: own?.refused,
      typed: own?.typed ?? NOTHING_TYPED,
      hidden: (
        <>
          <input type="hidden" name="type" value={type} />
          <input type="hidden" name="id" value={first(own?.typed ?? NOTHING_TYPED, 'id') || newCommandId()} />
          <input type="hidden" name="version" value={seen.version} />
        </>
      ),
    }
  }
  const publish = form('PublishSession')
  const cancel = form('CancelSession')
  return (
    <>
      {seen.stage === 'planned' && (
        <PostForm words={words} class="stacked" faults={publish.faults} refused={publish.refused}>
          {publish.hidden}
          <p>{said.publishLead}</p>
          <Button>{said.publish}</Button>
        </PostForm>
      )}
      <p>
        <Link href={`${outSessionAddress(seen.id)}/sua`}>{said.change}</Link>
      </p>
      <section class="dossier-notes" aria-labelledby="cancel">
        <h2 id="cancel">{said.cancel}</h2>
        <PostForm words={words} class="stacked" faults={cancel.faults} refused={cancel.refused}>
          {cancel.hidden}
          <p>{said.cancelLead}</p>
          <TextField
            name="why"
            label={said.why}
            value={first(cancel.typed, 'why')}
            fault={faultAt(cancel.faults, 'why')}
            maxLength={500}
            required
          />
          <Button kind="secondary" isDanger>
            {said.cancel}
          </Button>
        </PostForm>
      </section>
    </>
  )
}

function People({ words, seen, people }: Part & { readonly people: NonNullable<SessionAtDesk['people']> }) {
  const said = words.outreach.desk
  const { registrations, ready, taken } = people
  return (
    <>
      <h2>{said.registrations}</h2>
      {seen.stage === 'cancelled' && registrations.length > 0 && <p>{said.toTell}</p>}
      {registrations.length === 0 ? (
        <p class="nothing">{said.noRegistrations}</p>
      ) : (
        <ul class="rows">
          {registrations.map((one) => (
            <li key={one.id}>
              <p>
                <strong class="tabular">{words.format.clock(one.slot)}</strong>{' '}
                <span lang="vi">{one.name}</span>, <span class="tabular">{one.phone}</span>
              </p>
              {one.procedureName && (
                <p class="hint" lang="vi">
                  {one.procedureName}
                </p>
              )}
              {seen.stage === 'cancelled' &&
                (one.toldAt === null ? (
                  <form method="post">
                    <input type="hidden" name="told" value={one.id} />
                    <Button kind="secondary">{said.tell}</Button>
                  </form>
                ) : (
                  <p class="hint">{said.told(words.format.moment(one.toldAt))}</p>
                ))}
            </li>
          ))}
        </ul>
      )}
      {seen.stage !== 'cancelled' && !seen.isOver && (
        <>
          <h2>{said.ready}</h2>
          <p class="hint">{said.readyLead}</p>
          {ready.length === 0 ? (
            <p class="nothing">{said.noReady}</p>
          ) : (
            <>
              <ul class="rows">
                {ready.map((one) => (
                  <li key={one.code}>
                    <p>
                      <a class="ds-link tabular" href={dossierAddress(one.code)}>
                        {one.code}
                      </a>{' '}
                      <span lang="vi">{one.ownerName}</span>{' '}
                      {one.phone && <span class="tabular">{one.phone}</span>}
                    </p>
                    <p class="hint" lang="vi">
                      {[one.procedureName, one.address].filter(Boolean).join(' · ')}
                    </p>
                  </li>
                ))}
              </ul>
              <p>
                <a class="ds-link" href={`${outSessionAddress(seen.id)}/ket-qua.pdf`} data-turbo="false">
                  {said.readyList}
                </a>
              </p>
            </>
          )}
        </>
      )}
      {(seen.isToday || seen.isOver || taken.length > 0) && (
        <>
          <h2>{said.taken}</h2>
          <TakenList taken={taken} none={said.noTaken} />
        </>
      )}
    </>
  )
}

/** Dossiers by code, each opened from here. */
export function TakenList({
  taken,
  none,
  beside,
}: {
  readonly taken: readonly {
    readonly code: string
    readonly procedureName: string
    readonly isReady?: boolean
  }[]
  readonly none: string
  /** What can be done with one that lies ready. */
  readonly beside?: (code: string) => ComponentChildren
}) {
  if (taken.length === 0) return <p class="nothing">{none}</p>
  return (
    <ul class="rows">
      {taken.map(({ code, procedureName, isReady }) => (
        <li key={code}>
          <a class="ds-link tabular" href={dossierAddress(code)}>
            {code}
          </a>{' '}
          <span lang="vi">{procedureName}</span> {isReady && beside?.(code)}
        </li>
      ))}
    </ul>
  )
}
