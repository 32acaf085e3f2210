import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { SessionChange, SessionsToPlan } from '#shapes/outreach.ts'
import { changeSession } from '#work/outreach/change-session.ts'
import { planSessions } from '#work/outreach/plan-sessions.ts'
import { type PlanChoices, seePlanChoices, seeSession } from '#work/outreach/see-sessions.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { CheckBox, type Fault, faultAt, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { communeChoices } from '../../parts/place-fields.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import {
  type Answered,
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  type Typed,
} from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_SESSIONS, OUT_SESSIONS_NEW, outSessionAddress } from './addresses.ts'
import { TeamField } from './team-field.tsx'

/** A session, or the same every week, is planned. */
export const planPage: DeskPage = {
  path: OUT_SESSIONS_NEW,
  action: 'plan-sessions',
  get: (visit) => planForm(visit),
  async post(visit, typed) {
    const lines = first(typed, 'except')
      .split('\n')
      .map(dayIn)
      .filter((line) => line !== '')
    const read = readForm(
      { ...typed, fields: { ...typed.fields, except: lines } },
      SessionsToPlan,
      visit.words,
    )
    if (read.faults) return planForm(visit, { typed, faults: inOwnWords(visit.words, read.faults) })
    const ids = await planSessions(visit.desk, read.value)
    if (isRefusal(ids)) return planForm(visit, { typed, refused: refusalText(visit.words, ids) })
    const [only] = ids
    return seeOther(
      ids.length === 1 && only
        ? outSessionAddress(only)
        : `${OUT_SESSIONS}?thang=${read.value.on.slice(0, 7)}`,
    )
  },
}

/** A day as it is written by hand, `14/04/2019`, as the shape wants it; anything else as it stands. */
function dayIn(line: string): string {
  const [day = '', month, year] = line.trim().split('/')
  if (month === undefined || year === undefined) return line.trim()
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** A planned or published session is changed. */
export const changePlanPage: DeskPage = {
  path: `${OUT_SESSIONS}/:id/sua`,
  action: 'plan-sessions',
  get: (visit) => changeForm(visit),
  async post(visit, typed) {
    const id = visit.c.req.param('id') ?? ''
    const read = readForm(typed, SessionChange, visit.words)
    if (read.faults) return changeForm(visit, { typed, faults: inOwnWords(visit.words, read.faults) })
    const outcome = await changeSession(visit.desk, id, read.value)
    if (isRefusal(outcome)) return changeForm(visit, { typed, refused: refusalText(visit.words, outcome) })
    return seeOther(outSessionAddress(id))
  },
}

/** The places of a list are nothing to a person: what is wrong is said at the list. */
function inOwnWords({ outreach, refusals }: Words, faults: readonly Fault[]): Fault[] {
  const own: { readonly [field: string]: string } = {
    except: outreach.desk.exceptFault,
    place: outreach.desk.placeFault,
    opens: outreach.desk.timeFault,
    closes: outreach.desk.timeFault,
    team: refusals['session-without-team']({}),
  }
  const whole = faults.map(({ field, text }) => {
    const [list = ''] = field.split('.')
    return { field: list, text: own[list] ?? text }
  })
  return whole.filter(({ field }, place) => whole.findIndex((one) => one.field === field) === place)
}

async function planForm(visit: DeskVisit, answered?: Answered): Promise<Page> {
  const { words, desk } = visit
  const choices = await seePlanChoices(desk)
  if (isRefusal(choices)) return refusedPage(visit, choices)
  const said = words.outreach.desk
  const typed = answered?.typed ?? begun(dayOf(desk.now))
  const faults = answered?.faults ?? []
  const ask = asking(typed, faults)
  const main = (
    <div class="narrow">
      <h1>{said.planTitle}</h1>
      <PostForm words={words} class="stacked" faults={faults} refused={answered?.refused}>
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <PlanFields words={words} typed={typed} faults={faults} choices={choices} />
        <fieldset class="ds-fieldset choices">
          <legend class="ds-label" data-weight="semibold">
            {said.repeat}
          </legend>
          <TextField {...ask('until')} label={said.until} type="date" />
          <fieldset class="ds-fieldset choices week">
            <legend class="ds-label">{said.weekday}</legend>
            {said.weekdays.map((name, place) => (
              <CheckBox
                key={name}
                name="weekdays"
                id={`weekdays-${place + 1}`}
                label={name}
                value={String(place + 1)}
                checked={typed.fields['weekdays']?.includes(String(place + 1)) ?? false}
              />
            ))}
          </fieldset>
          <TextArea {...ask('except')} label={said.except} hint={said.exceptHint} rows={3} />
        </fieldset>
        <Button>{said.save}</Button>
      </PostForm>
    </div>
  )
  return { title: said.planTitle, main, status: statusOf(answered) }
}

/** Next Saturday morning, as most sessions are. */
function begun(today: Temporal.PlainDate): Typed {
  const on = today.add({ days: (6 - today.dayOfWeek + 7) % 7 || 7 })
  return {
    ...NOTHING_TYPED,
    fields: {
      on: [on.toString()],
      opens: ['07:30'],
      closes: ['11:30'],
      slotMinutes: ['30'],
      perSlot: ['3'],
    },
  }
}

async function changeForm(visit: DeskVisit, answered?: Answered): Promise<Page> {
  const { words, desk, c } = visit
  const seen = await seeSession(desk, c.req.param('id') ?? '')
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const choices = await seePlanChoices(desk)
  if (isRefusal(choices)) return refusedPage(visit, choices)
  const said = words.outreach.desk
  const { plan, version } = seen
  const typed = answered?.typed ?? {
    ...NOTHING_TYPED,
    fields: {
      commune: [choices.communes.find(({ codes }) => codes.includes(plan.commune))?.code ?? plan.commune],
      place: [plan.place],
      on: [plan.on],
      opens: [words.format.clock(plan.opens)],
      closes: [words.format.clock(plan.closes)],
      team: plan.team,
      substitute: [plan.substitute ?? ''],
      equipment: [plan.equipment],
      units: plan.units,
      slotMinutes: [String(plan.slotMinutes)],
      perSlot: [String(plan.perSlot)],
    },
  }
  const faults = answered?.faults ?? []
  const main = (
    <div class="narrow">
      <h1>{said.changeTitle}</h1>
      <PostForm words={words} class="stacked" faults={faults} refused={answered?.refused}>
        <input type="hidden" name="type" value="ChangeSession" />
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <input type="hidden" name="version" value={version} />
        <PlanFields words={words} typed={typed} faults={faults} choices={choices} />
        <Button>{said.saveChange}</Button>
      </PostForm>
    </div>
  )
  return { title: said.changeTitle, main, status: statusOf(answered) }
}

const statusOf = (answered: Answered | undefined) =>
  answered === undefined ? 200 : answered.faults ? 422 : 409

function asking(typed: Typed, faults: readonly Fault[]) {
  return (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
}

interface PlanFieldsProps {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
  readonly choices: PlanChoices
}

function PlanFields({ words, typed, faults, choices }: PlanFieldsProps) {
  const said = words.outreach.desk
  const ask = asking(typed, faults)
  const units = typed.fields['units'] ?? []
  return (
    <>
      <SelectField
        {...ask('commune')}
        label={words.outreach.sessions.commune}
        choices={communeChoices(words, choices.communes)}
      />
      <TextField {...ask('place')} label={said.place} hint={said.placeHint} maxLength={200} required />
      <TextField {...ask('on')} label={said.on} type="date" required />
      <div class="two">
        <TextField {...ask('opens')} label={said.opens} hint={said.timeHint} maxLength={5} required />
        <TextField {...ask('closes')} label={said.closes} hint={said.timeHint} maxLength={5} required />
      </div>
      <TeamField words={words} people={choices.people} chosen={typed.fields['team'] ?? []} faults={faults} />
      <SelectField
        {...ask('substitute')}
        label={said.substitute}
        choices={[
          { value: '', label: said.nobody },
          ...choices.people.map(({ id, name }) => ({ value: id, label: name, lang: 'vi' as const })),
        ]}
      />
      <TextField {...ask('equipment')} label={said.equipment} maxLength={500} />
      <div class="two">
        <TextField {...ask('slotMinutes')} label={said.slotMinutes} type="number" />
        <TextField {...ask('perSlot')} label={said.perSlot} type="number" />
      </div>
      <details class="ds-field">
        <summary>{said.units}</summary>
        {choices.units.map(({ code, name, procedures }) => (
          <CheckBox
            key={code}
            name="units"
            id={`units-${code}`}
            label={<span lang="vi">{said.unit(name, words.format.number(procedures))}</span>}
            value={code}
            checked={units.includes(code)}
          />
        ))}
      </details>
    </>
  )
}
