import { DAY_MINUTES } from '#domain/calendar/moment.ts'
import { NOTICE_LANGUAGES } from '#domain/notices/notice.ts'
import { isRefusal } from '#domain/outcome.ts'
import { NoticesToChoose } from '#shapes/citizen.ts'
import {
  chooseNotices,
  type OfferedWay,
  seeNoticeChoice,
  type SeenChoice,
} from '#work/telling/choose-notices.ts'
import { seeDevices } from '#work/telling/keep-device.ts'
import { seeOther } from '../desk/desk-page.ts'
import { NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import { isKiosk } from '../kiosk/kiosk-cookie.ts'
import { assets, type Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { CheckBox, type Fault, RadioGroup, SelectField } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import { PostForm } from '../parts/post-form.tsx'
import type { Words } from '../words/vi.ts'
import { CONTACT, NOTICES } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'
import { Devices } from './devices.tsx'

/** How the person wants to be told: by which ways, in which language and when not. */
export const noticesPage: CitizenPage = {
  path: NOTICES,
  action: 'keep-account',
  get: (visit) => shown(visit, NOTHING_TYPED),
  async post(visit, typed) {
    const { words, desk } = visit
    const read = readForm(typed, NoticesToChoose, words)
    if (read.faults) return shown(visit, typed, { faults: read.faults })
    const { quiet, begins, ends, ...rest } = read.value
    const outcome = await chooseNotices(desk, { ...rest, quiet: quiet === 'own' ? { begins, ends } : quiet })
    if (isRefusal(outcome)) return shown(visit, typed, { refused: refusalText(words, outcome) })
    return seeOther(`${NOTICES}?da-luu=1`)
  },
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(visit: CitizenVisit, typed: Typed, answer: Answer = {}): Promise<Page> {
  const { words, desk, url, c } = visit
  const said = words.notices.choice
  const seen = await seeNoticeChoice(desk)
  if (isRefusal(seen)) throw new Error(`a citizen may not choose notices: ${seen.refused}`)
  const devices = await seeDevices(desk)
  if (isRefusal(devices)) throw new Error(`a citizen may not see devices: ${devices.refused}`)
  const turned = url.searchParams.get('thiet-bi')
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      {url.searchParams.has('da-luu') && (
        <Notice kind="success" role="status">
          <p>{said.saved}</p>
        </Notice>
      )}
      {turned === 'bat' && (
        <Notice kind="success" role="status">
          <p>{words.notices.devices.isOn}</p>
        </Notice>
      )}
      {turned === 'khong' && (
        <Notice kind="warning" role="alert">
          <p>{words.refusals['no-push-service']({})}</p>
        </Notice>
      )}
      {seen.offered.length === 0 ? (
        <p>{said.none}</p>
      ) : (
        <ChoiceForm words={words} seen={seen} typed={typed} answer={answer} />
      )}
      {devices && !isKiosk(c) && <Devices words={words} seen={devices} />}
    </div>
  )
  const script = devices ? { script: assets.noticesScript } : {}
  return { title: said.title, main, ...script, status: answer.faults ? 422 : answer.refused ? 409 : 200 }
}

interface FormProps {
  readonly words: Words
  readonly seen: SeenChoice
  readonly typed: Typed
  readonly answer: Answer
}

function ChoiceForm({ words, seen, typed, answer }: FormProps) {
  const said = words.notices.choice
  const { format } = words
  const { choice, centreQuiet, offered } = seen
  const isTyped = typed !== NOTHING_TYPED
  const all = (name: string) => typed.fields[name] ?? []
  const value = (name: string, chosen: string) => (isTyped ? (all(name)[0] ?? '') : chosen)
  const own = typeof choice.quiet === 'string' ? centreQuiet : choice.quiet
  const times = Array.from({ length: DAY_MINUTES / 30 }, (_, half) => format.clock(half * 30))
  const choices = times.map((time) => ({ value: time, label: time }))
  return (
    <>
      <p>{said.lead}</p>
      <PostForm words={words} class="stacked" faults={answer.faults} refused={answer.refused}>
        <fieldset class="ds-fieldset choices" aria-describedby="ways-hint">
          <legend class="ds-label" data-weight="semibold">
            {said.ways}
          </legend>
          <p class="hint" id="ways-hint">
            {said.waysHint}
          </p>
          {offered.map((one) => (
            <Way
              key={one.way}
              words={words}
              offered={one}
              isChosen={isTyped ? all('ways').includes(one.way) : choice.ways.includes(one.way)}
            />
          ))}
        </fieldset>
        <p>
          <Link href={CONTACT}>{words.citizens.addContact}</Link>
        </p>
        <RadioGroup
          name="language"
          legend={said.language}
          value={value('language', choice.language)}
          choices={NOTICE_LANGUAGES.map((one) => ({ value: one, label: words.notices.languages[one] }))}
        />
        <RadioGroup
          name="quiet"
          legend={said.quiet}
          hint={said.quietHint}
          value={value('quiet', typeof choice.quiet === 'string' ? choice.quiet : 'own')}
          choices={[
            {
              value: 'centre',
              label: said.quietCentre(format.clock(centreQuiet.begins), format.clock(centreQuiet.ends)),
            },
            { value: 'own', label: said.quietOwn },
            { value: 'none', label: said.quietNone },
          ]}
        />
        <div class="quiet-own">
          <SelectField
            name="begins"
            label={said.begins}
            value={value('begins', format.clock(own.begins))}
            choices={choices}
          />
          <SelectField
            name="ends"
            label={said.ends}
            value={value('ends', format.clock(own.ends))}
            choices={choices}
          />
        </div>
        <Button>{said.save}</Button>
      </PostForm>
    </>
  )
}

interface WayProps {
  readonly words: Words
  readonly offered: OfferedWay
  readonly isChosen: boolean
}

/** A way that reaches the person can be ticked; of any other it is said what is lacking. */
function Way({ words, offered: { way, isReached, address, isStopped }, isChosen }: WayProps) {
  const said = words.notices.choice
  if (!isReached) return <p class="hint">{said.wayLacks[way]}</p>
  const name = words.notices.ways[way]
  return (
    <CheckBox
      name="ways"
      id={`ways-${way}`}
      value={way}
      checked={isChosen && !isStopped}
      label={
        <>
          {address === null ? name : said.wayTo(name, address)}
          {isStopped && <small>{said.stopped}</small>}
        </>
      }
    />
  )
}
