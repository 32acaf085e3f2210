import type { ComponentChildren } from 'preact'
import { dayOf } from '#domain/calendar/moment.ts'
import { HOME_EVIDENCE_BY, HOME_GROUNDS } from '#domain/outreach/home-rules.ts'
import { CONSENTS, HOME_CONTACT_OUTCOMES, HOME_CONTACT_WAYS } from '#domain/outreach/home-visit.ts'
import { isRefusal } from '#domain/outcome.ts'
import { HomeVisitChange } from '#shapes/outreach.ts'
import { changeHomeVisit } from '#work/outreach/change-home-visit.ts'
import { giveHomeSheet } from '#work/outreach/outreach-papers.ts'
import { seeHomeVisit, type SeenHomeVisit } from '#work/outreach/see-home-visits.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { type Fault, faultAt, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { vi } from '../../words/vi.ts'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { codeOf } from '../dossier/address.ts'
import {
  type Answered,
  first,
  newCommandId,
  NOTHING_TYPED,
  readForm,
  refusalText,
  type Typed,
} from '../form.ts'
import { pdfOr } from '../printing/pdf.ts'
import { RECEIVE } from '../receive/addresses.ts'
import { receiveAtHome } from '../receive/taken-out.ts'
import { refusedPage } from '../refused-page.tsx'
import { handOverAtHome } from '../returning/hand-over.tsx'
import { OUT_HOME, OUT_HOME_ROUTE, outHomeAddress } from './addresses.ts'
import { TakenList } from './session-page.tsx'
import { TeamField } from './team-field.tsx'

/** One request: who, where, what for; what was done and what can be done now. */
export const homePage: DeskPage = {
  path: `${OUT_HOME}/:code`,
  action: 'see-home-visit',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const read = readForm(typed, HomeVisitChange, visit.words)
    if (read.faults) return shown(visit, { typed, faults: teamAsOne(visit.words, read.faults) })
    const outcome = await changeHomeVisit(visit.desk, codeOf(visit), read.value)
    if (outcome === true) return seeOther(outHomeAddress(codeOf(visit)))
    return shown(visit, { typed, refused: refusalText(visit.words, outcome) })
  },
}

/** The sheet the team takes along; papers are Vietnamese. */
export const homeSheetPdf: DeskPage = {
  path: `${OUT_HOME}/:code/phieu.pdf`,
  action: 'see-home-visit',
  async get(visit) {
    const { grounds, evidenceBys: evidenceBy, ways, outcomes } = vi.outreach.home
    const words = { grounds, evidenceBy, ways, outcomes }
    return pdfOr(visit, await giveHomeSheet(visit.desk, codeOf(visit), words), `tai-nha-${codeOf(visit)}`)
  },
}

function teamAsOne({ refusals }: Words, faults: readonly Fault[]): Fault[] {
  return faults.map((one) =>
    one.field.startsWith('team') ? { field: 'team', text: refusals['session-without-team']({}) } : one,
  )
}

async function shown(visit: DeskVisit, answered?: Answered): Promise<Page> {
  const { desk, words } = visit
  const seen = await seeHomeVisit(desk, codeOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.outreach.home
  const { code, state } = seen
  const main = (
    <div class="dossier">
      <h1>
        {said.desk.title} <span class="tabular">{code}</span>
      </h1>
      <p class="sub">{said.stages[state.stage]}</p>
      <div class="dossier-columns">
        <div class="dossier-side">
          <Forms words={words} seen={seen} answered={answered} today={dayOf(desk.now)} />
        </div>
        <div class="dossier-main">
          <Known words={words} seen={seen} />
          <Done words={words} seen={seen} />
        </div>
      </div>
      <p>
        <Link href={seen.mayWork ? OUT_HOME : OUT_HOME_ROUTE}>{said.desk.title}</Link>
      </p>
    </div>
  )
  const status = answered === undefined ? 200 : answered.faults ? 422 : 409
  return { title: `${said.desk.title} ${code}`, main, status }
}

interface Part {
  readonly words: Words
  readonly seen: SeenHomeVisit
}

function Known({ words, seen }: Part) {
  const said = words.outreach.home
  const { claim, schedule, visited, why, stage } = seen.state
  return (
    <Facts>
      <FactOf name={said.desk.person}>
        <span lang="vi">{seen.name}</span>
        {seen.born && <small class="tabular">{bornInWords(words, seen.born)}</small>}
        {seen.phone && <small class="tabular">{seen.phone}</small>}
      </FactOf>
      <FactOf name={said.desk.where}>
        <span lang="vi">{[seen.address, seen.hamlet, seen.communeName].join(', ')}</span>
      </FactOf>
      {(seen.contactName ?? seen.contactPhone) && (
        <FactOf name={said.desk.contact}>
          <span lang="vi">{seen.contactName}</span>
          {seen.contactPhone && <small class="tabular">{seen.contactPhone}</small>}
        </FactOf>
      )}
      <FactOf name={said.desk.wish}>
        <span class="written" lang="vi">
          {seen.wish}
        </span>
      </FactOf>
      <FactOf name={said.askedAt}>
        {words.format.longMoment(seen.state.askedAt)}
        <small>
          {said.askedBys[seen.askedBy]},{' '}
          {seen.enteredBy ? said.desk.enteredBy(seen.enteredBy) : said.desk.online}
        </small>
      </FactOf>
      {claim && (
        <FactOf name={said.desk.ground}>
          {said.grounds[claim.ground]}
          <small>
            <span lang="vi">{claim.evidence.what}</span> ({said.evidenceBys[claim.evidence.by]})
          </small>
        </FactOf>
      )}
      {schedule && (
        <FactOf name={said.visitOn}>
          {words.format.longDay(schedule.on)}
          {seen.place !== null && <small>{said.desk.stop(words.format.number(seen.place))}</small>}
          <small lang="vi">{seen.teamNames.join(', ')}</small>
        </FactOf>
      )}
      {visited && (
        <FactOf name={said.desk.makeVisit}>
          {words.format.longMoment(visited.at)}
          <small>{said.consents[visited.consent]}</small>
          {visited.witness && (
            <small>
              {said.desk.witness}: <span lang="vi">{visited.witness}</span>
            </small>
          )}
          {visited.note && <small lang="vi">{visited.note}</small>}
        </FactOf>
      )}
      {(why !== null || stage === 'ended') && (
        <FactOf name={said.whyNot}>{why === null ? said.takenBack : <span lang="vi">{why}</span>}</FactOf>
      )}
    </Facts>
  )
}

/** A day as every paper has it; a year or a month as it is known. */
function bornInWords({ format }: Words, born: string): string {
  return born.length === 10 ? format.day(born) : born.split('-').toReversed().join('/')
}

function Done({ words, seen }: Part) {
  const said = words.outreach.home
  const { stage, schedule } = seen.state
  return (
    <>
      {schedule && (stage === 'scheduled' || stage === 'visited') && (
        <p>
          <a class="ds-link" href={`${outHomeAddress(seen.code)}/phieu.pdf`} data-turbo="false">
            {said.desk.sheet}
          </a>
        </p>
      )}
      {seen.contacts.length > 0 && (
        <section>
          <h2>{said.desk.history}</h2>
          <ul class="rows">
            {seen.contacts.map((one) => (
              <li key={one.at}>
                <p>
                  <time class="tabular" dateTime={one.at}>
                    {words.format.moment(one.at)}
                  </time>{' '}
                  {said.ways[one.way]}, {said.outcomes[one.outcome]}
                </p>
                {one.note && <p lang="vi">{one.note}</p>}
                <p class="hint" lang="vi">
                  {one.byName}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {seen.taken.length > 0 && (
        <section>
          <h2>{said.desk.taken}</h2>
          <TakenList
            taken={seen.taken}
            none=""
            beside={(code) => (
              <a class="ds-link" href={handOverAtHome(code, seen.code)}>
                {said.desk.bringHome(code)}
              </a>
            )}
          />
        </section>
      )}
    </>
  )
}

interface FormsProps extends Part {
  readonly answered: Answered | undefined
  readonly today: Temporal.PlainDate
}

/** What can be done now; a form that was refused keeps what was typed. */
function Forms({ words, seen, answered, today }: FormsProps) {
  const said = words.outreach.home.desk
  const all = words.outreach.home
  const { stage, version, schedule } = seen.state
  const form = (
    type: HomeVisitChange['type'],
    title: string,
    body: (ask: Ask, typed: Typed, faults: readonly Fault[]) => ComponentChildren,
  ) => {
    const own = answered && first(answered.typed, 'type') === type ? answered : undefined
    const typed = own?.typed ?? NOTHING_TYPED
    const faults = own?.faults ?? []
    const ask: Ask = (name, otherwise = '') => ({
      name,
      id: `${type}-${name}`,
      value: first(typed, name) || otherwise,
      fault: faultAt(faults, name),
    })
    return (
      <section aria-labelledby={type} class="dossier-notes">
        <h2 id={type}>{title}</h2>
        <PostForm
          words={words}
          class="stacked"
          faults={faults.map((one) => ({
            ...one,
            field: one.field === 'team' ? 'team' : `${type}-${one.field}`,
          }))}
          refused={own?.refused}
        >
          <input type="hidden" name="type" value={type} />
          <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
          <input type="hidden" name="version" value={version} />
          {body(ask, typed, faults)}
        </PostForm>
      </section>
    )
  }
  const isOpen = stage === 'asked' || stage === 'entitled' || stage === 'scheduled'
  return (
    <>
      {seen.mayReceive && stage === 'visited' && (
        <p>
          <a class="ds-button" href={`${RECEIVE}${receiveAtHome(seen.code)}`}>
            {said.receive}
          </a>
        </p>
      )}
      {stage === 'asked' &&
        seen.mayWork &&
        form('GrantHomeVisit', said.judge, (ask) => (
          <>
            <SelectField
              {...ask('ground')}
              label={said.ground}
              choices={HOME_GROUNDS.map((value) => ({ value, label: all.grounds[value] }))}
            />
            <TextField
              {...ask('born', seen.born ?? '')}
              label={all.born}
              hint={all.bornHint}
              maxLength={10}
            />
            <SelectField
              {...ask('evidenceBy')}
              label={said.evidenceBy}
              choices={HOME_EVIDENCE_BY.map((value) => ({ value, label: all.evidenceBys[value] }))}
            />
            <TextField
              {...ask('evidence')}
              label={said.evidence}
              hint={said.evidenceHint}
              maxLength={300}
              required
            />
            <Button>{said.grant}</Button>
          </>
        ))}
      {stage === 'scheduled' &&
        schedule &&
        schedule.on <= today.toString() &&
        form('MakeHomeVisit', said.makeVisit, (ask) => (
          <>
            <SelectField
              {...ask('consent')}
              label={said.consent}
              choices={CONSENTS.map((value) => ({ value, label: all.consents[value] }))}
            />
            <TextField {...ask('witness')} label={said.witness} maxLength={120} />
            <TextField {...ask('note')} label={said.note} maxLength={500} />
            <Button>{said.makeVisit}</Button>
          </>
        ))}
      {(stage === 'entitled' || stage === 'scheduled') &&
        seen.mayWork &&
        form('ScheduleHomeVisit', schedule ? said.reschedule : said.schedule, (ask, typed, faults) => (
          <>
            <TextField
              {...ask('on', schedule?.on ?? today.add({ days: 1 }).toString())}
              label={all.visitOn}
              type="date"
              required
            />
            <TextField {...ask('place')} label={said.place} type="number" />
            <TeamField
              words={words}
              people={seen.people}
              chosen={typed.fields['team'] ?? schedule?.team ?? []}
              faults={faults}
            />
            <Button kind={schedule ? 'secondary' : 'primary'}>
              {schedule ? said.reschedule : said.schedule}
            </Button>
          </>
        ))}
      {(isOpen || stage === 'visited') &&
        form('RecordHomeContact', said.contactTitle, (ask) => (
          <>
            <SelectField
              {...ask('way')}
              label={said.way}
              choices={HOME_CONTACT_WAYS.map((value) => ({ value, label: all.ways[value] }))}
            />
            <SelectField
              {...ask('outcome')}
              label={said.outcome}
              choices={HOME_CONTACT_OUTCOMES.map((value) => ({ value, label: all.outcomes[value] }))}
            />
            <TextArea {...ask('note')} label={said.note} rows={2} maxLength={500} />
            <Button kind="secondary">{said.record}</Button>
          </>
        ))}
      {stage === 'asked' &&
        seen.mayWork &&
        form('RefuseHomeVisit', said.refuse, (ask) => (
          <>
            <TextField {...ask('why')} label={said.refuseWhy} maxLength={500} required />
            <Button kind="secondary">{said.refuse}</Button>
          </>
        ))}
      {isOpen &&
        seen.mayWork &&
        form('EndHomeVisit', said.end, (ask) => (
          <>
            <TextField {...ask('why')} label={all.whyNot} maxLength={500} required />
            <Button kind="secondary" isDanger>
              {said.endSend}
            </Button>
          </>
        ))}
    </>
  )
}

type Ask = (
  name: string,
  otherwise?: string,
) => {
  readonly name: string
  readonly id: string
  readonly value: string
  readonly fault: string | undefined
}
