import type { Context } from 'hono'
import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { SlotToTake } from '#shapes/outreach.ts'
import type { CommuneOn } from '#work/outreach/communes.ts'
import type { SeenSession } from '#work/outreach/see-sessions.ts'
import { dayAsked } from '../../desk/day-asked.ts'
import {
  type Answered,
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  sentForm,
} from '../../desk/form.ts'
import { answerPage, type Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { type Fault, faultAt, RadioGroup, SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { communeChoices } from '../../parts/place-fields.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type Visit, visitOf, type WebDoors } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { errorPage } from '../error.tsx'
import { tooMany } from '../look-up.tsx'
import { posterAddress, REGISTERED, sessionAddress, SESSIONS, SESSIONS_FEED } from './addresses.ts'
import { keepRegistration } from './kept.ts'

/** A season is seen at once. */
const AHEAD_DAYS = 120

/** Which sessions are ahead, of a commune or of all. */
export async function sessionsPage(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words, desk, url } = visit
  const said = words.outreach.sessions
  const today = dayOf(desk.now).toString()
  const asked = dayAsked(url.searchParams.get('tu'), today)
  const from = asked < today ? today : asked
  const until = Temporal.PlainDate.from(from).add({ days: AHEAD_DAYS }).toString()
  const communes = await doors.outreach.seeCommunes(desk)
  const commune = communeAsked(communes, url)
  const sessions = await doors.outreach.followSessions(desk, {
    commune: commune?.code ?? null,
    from,
    until,
  })
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <form class="panel tinted" action={SESSIONS}>
        <SelectField
          name="xa"
          label={said.commune}
          value={commune?.code ?? ''}
          choices={[{ value: '', label: said.all }, ...communeChoices(words, communes)]}
        />
        <TextField name="tu" label={said.from} type="date" value={from} />
        <Button kind="secondary">{said.show}</Button>
      </form>
      {sessions.length === 0 ? (
        <p class="nothing">{said.none}</p>
      ) : (
        <ul class="rows">
          {sessions.map((one) => (
            <li key={one.id}>
              <Link href={sessionAddress(one.id)}>{dayAndHours(words, one)}</Link>
              <p lang="vi">
                {one.communeName}, {one.plan.place}
              </p>
              {one.stage === 'cancelled' && (
                <p>
                  <strong>{said.cancelled}</strong>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="ds-link" href={commune ? `${SESSIONS_FEED}?xa=${commune.code}` : SESSIONS_FEED}>
          {said.calendar}
        </a>
      </p>
      <p>
        <Link href={REGISTERED}>{said.registered}</Link>
      </p>
    </div>
  )
  return answerPage(visit, { title: said.title, main })
}

/** The commune an address asks for, also by one that it took in: links and calendars of before go on. */
function communeAsked(communes: readonly CommuneOn[], url: URL): CommuneOn | undefined {
  const asked = url.searchParams.get('xa') ?? ''
  return communes.find(({ codes }) => codes.includes(asked))
}

/** `Thứ Bảy, 09/03/2019, 07:30–11:30` */
export function dayAndHours({ format, outreach }: Words, { plan }: Pick<SeenSession, 'plan'>): string {
  const hours = outreach.sessions.hours(format.clock(plan.opens), format.clock(plan.closes))
  return `${format.longDay(plan.on)}, ${hours}`
}

/** The same sessions for the calendars of others. */
export async function sessionsFeed(c: Context, doors: WebDoors): Promise<Response> {
  const { words, desk, centre, url } = await visitOf(c, doors)
  const communes = await doors.outreach.seeCommunes(desk)
  const commune = communeAsked(communes, url)
  const name = [words.outreach.sessions.feedName, commune?.name ?? centre.name].join(', ')
  const site = doors.staff.publicUrl
  const calendar = await doors.outreach.giveCalendar(desk, {
    commune: commune?.code ?? null,
    site,
    name,
  })
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="luu-dong.ics"',
      'Cache-Control': 'public, max-age=600',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** The poster of a session, for the notice board. */
export async function sessionPoster(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const pdf = await doors.outreach.givePoster(visit.desk, c.req.param('id') ?? '', doors.staff.publicUrl)
  if (isRefusal(pdf)) return answerPage(visit, errorPage(visit.words, 404))
  return new Response(new Uint8Array(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': 'inline; filename="ap-phich.pdf"',
      'Cache-Control': 'public, max-age=600',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

/** One session: when, where, what for, and a time to register. */
export async function sessionPage(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  return answerPage(visit, await shown(visit, doors))
}

export async function sessionRegistered(c: Context, doors: WebDoors): Promise<Response> {
  const visit = await visitOf(c, doors)
  const { words, desk } = visit
  const typed = await sentForm(c)
  const read = readForm(typed, SlotToTake, words)
  if (read.faults)
    return answerPage(visit, await shown(visit, doors, { typed, faults: inOwnWords(words, read.faults) }))
  const kept = await doors.outreach.register(c, desk, c.req.param('id') ?? '', read.value)
  if (kept instanceof Temporal.Instant) return tooMany(visit, kept)
  if (isRefusal(kept))
    return answerPage(visit, await shown(visit, doors, { typed, refused: refusalText(words, kept) }))
  keepRegistration(c, kept.code)
  return c.redirect(`${REGISTERED}?moi`, 303)
}

function inOwnWords({ outreach }: Words, faults: readonly Fault[]): Fault[] {
  const { slotFault: slot, nameFault: name, phoneFault: phone } = outreach.sessions
  const own: { readonly [field: string]: string } = { slot, name, phone }
  return faults.map(({ field, text }) => ({ field, text: own[field] ?? text }))
}

async function shown(visit: Visit, doors: WebDoors, answered?: Answered): Promise<Page> {
  const { words, desk, c } = visit
  const seen = await doors.outreach.followSession(desk, c.req.param('id') ?? '')
  if (isRefusal(seen)) return errorPage(words, 404)
  const said = words.outreach.sessions
  const { plan, communeName, unitNames, procedures } = seen
  const main = (
    <div class="wrap page narrow">
      <h1>
        <span lang="vi">{communeName}</span>
      </h1>
      {seen.stage === 'cancelled' && (
        <Notice kind="danger">
          <p>{said.cancelledWhy(seen.why ?? '')}</p>
        </Notice>
      )}
      <Facts>
        <FactOf name={said.when}>{dayAndHours(words, seen)}</FactOf>
        <FactOf name={said.where}>
          <span lang="vi">
            {plan.place}, {communeName}
          </span>
        </FactOf>
        <FactOf name={said.offers}>
          {unitNames.length === 0 ? said.offersAll : <span lang="vi">{unitNames.join('; ')}</span>}
        </FactOf>
      </Facts>
      <p>{said.bring}</p>
      {seen.stage === 'published' && <Registering visit={visit} seen={seen} answered={answered} />}
      <details class="fold">
        <summary>{said.procedures(words.format.number(procedures.length))}</summary>
        <ul class="rows">
          {procedures.map(({ key, name }) => (
            <li key={key}>
              <a class="ds-link" href={`/thu-tuc/${encodeURIComponent(key)}/giay-to`}>
                <CatalogueText text={name} />
              </a>
            </li>
          ))}
        </ul>
      </details>
      {seen.stage === 'published' && (
        <p>
          <a class="ds-link" href={posterAddress(seen.id)} data-turbo="false">
            {said.poster}
          </a>
        </p>
      )}
      <p>
        <Link href={SESSIONS}>{said.others}</Link>
      </p>
    </div>
  )
  const status = answered === undefined ? 200 : answered.faults ? 422 : 409
  const title = answered?.faults ? `${words.desk.shell.faults}: ${communeName}` : communeName
  return { title, main, status }
}

interface RegisteringProps {
  readonly visit: Visit
  readonly seen: SeenSession & {
    readonly procedures: readonly { readonly key: string; readonly name: string }[]
  }
  readonly answered: Answered | undefined
}

function Registering({ visit, seen, answered }: RegisteringProps) {
  const { words, citizen } = visit
  const said = words.outreach.sessions
  const { format } = words
  const typed = answered?.typed ?? NOTHING_TYPED
  const faults = answered?.faults ?? []
  const free = seen.slots.filter(({ room }) => room > 0)
  if (free.length === 0) return seen.slots.length === 0 ? null : <p class="hint">{said.noRoom}</p>
  return (
    <section>
      <h2>{said.register}</h2>
      <PostForm
        words={words}
        action={sessionAddress(seen.id)}
        class="stacked"
        faults={faults}
        refused={answered?.refused}
      >
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <RadioGroup
          name="slot"
          legend={said.slot}
          value={first(typed, 'slot')}
          choices={free.map(({ minute, room }) => ({
            value: format.clock(minute),
            label: said.room(format.clock(minute), format.number(room)),
          }))}
          fault={faultAt(faults, 'slot')}
        />
        <TextField
          name="name"
          label={said.name}
          value={first(typed, 'name') || (citizen?.name ?? '')}
          fault={faultAt(faults, 'name')}
          maxLength={120}
          autocomplete="name"
          required
        />
        <TextField
          name="phone"
          label={said.phone}
          hint={said.phoneHint}
          type="tel"
          value={first(typed, 'phone') || (citizen?.phone ?? '')}
          fault={faultAt(faults, 'phone')}
          maxLength={20}
          autocomplete="tel"
          required
        />
        <SelectField
          name="procedure"
          label={said.procedure}
          value={first(typed, 'procedure')}
          choices={[
            { value: '', label: said.anyProcedure },
            ...seen.procedures.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
          ]}
        />
        <Button>{said.send}</Button>
      </PostForm>
    </section>
  )
}
