import type { ComponentChildren } from 'preact'
import { DATA_CORRECTION, WRITTEN_KINDS } from '#domain/opinions/opinion-rules.ts'
import { isRefusal } from '#domain/outcome.ts'
import { FeedbackChange } from '#shapes/feedback.ts'
import { changeFeedback } from '#work/opinions/change-feedback.ts'
import { seeFeedback, seeFeedbackFile, type SeenFeedback } from '#work/opinions/see-feedback.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { CheckBox, faultAt, RadioGroup, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { codeOf, dossierAddress } from '../dossier/address.ts'
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
import { SaidLines } from '../telling/said-lines.tsx'
import { FEEDBACK_LIST } from './feedback-list.tsx'

/** One remark, proposal or complaint: what was written, what was done, and what can be done now. */
export const feedbackPage: DeskPage = {
  path: `${FEEDBACK_LIST}/:code`,
  action: 'see-feedback',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const withPerson = takerIn(typed)
    const read = readForm(withPerson, FeedbackChange, visit.words)
    if (read.faults) return shown(visit, { typed, faults: read.faults })
    const outcome = await changeFeedback(visit.desk, codeOf(visit), read.value)
    if (outcome === true) return seeOther(`${FEEDBACK_LIST}/${codeOf(visit)}`)
    return shown(visit, { typed, refused: refusalText(visit.words, outcome) })
  },
}

/** The file that came with it: saved, never shown by the browser. */
export const feedbackFilePage: DeskPage = {
  path: `${FEEDBACK_LIST}/:code/tep`,
  action: 'see-feedback',
  async get(visit) {
    const file = await seeFeedbackFile(visit.desk, codeOf(visit))
    if (isRefusal(file)) return refusedPage(visit, file)
    const name = encodeURIComponent(file.name ?? codeOf(visit))
    return new Response(new Uint8Array(file.bytes), {
      headers: {
        'Content-Type': file.mediaType,
        'Content-Disposition': `attachment; filename*=UTF-8''${name}`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
}

/** Unit and person are one choice on the page. */
function takerIn(typed: Typed): Typed {
  if (first(typed, 'type') !== 'AssignFeedback') return typed
  const [unit = '', staff = ''] = first(typed, 'taker').split(' ')
  const { taker: _, ...fields } = typed.fields
  return { ...typed, fields: { ...fields, unit: [unit], staff: [staff] } }
}

async function shown(visit: DeskVisit, answered?: Answered): Promise<Page> {
  const { desk, words } = visit
  const seen = await seeFeedback(desk, codeOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.feedback
  const { state, code } = seen
  const main = (
    <div class="dossier">
      <h1>
        {said.kinds[state.kind]} <span class="tabular">{code}</span>
      </h1>
      <p class="sub">{said.stages[state.stage]}</p>
      <div class="dossier-columns">
        <div class="dossier-side">
          <Forms words={words} seen={seen} answered={answered} />
        </div>
        <div class="dossier-main">
          <Sent words={words} seen={seen} />
          <SaidLines words={words} lines={seen.told} />
          <Done words={words} seen={seen} />
        </div>
      </div>
      <p>
        <Link href={FEEDBACK_LIST}>{said.desk.title}</Link>
      </p>
    </div>
  )
  const status = answered === undefined ? 200 : answered.faults ? 422 : 409
  return { title: `${said.kinds[state.kind]} ${code}`, main, status }
}

interface Part {
  readonly words: Words
  readonly seen: SeenFeedback
}

function Sent({ words, seen }: Part) {
  const said = words.feedback
  const { format } = words
  const { state } = seen
  return (
    <section>
      <Facts>
        <FactOf name={said.received}>{format.longMoment(state.receivedAt)}</FactOf>
        {state.due && (
          <FactOf name={said.due}>
            {format.longMoment(state.due)}
            {state.isDueProvisional && <small>{said.provisional}</small>}
          </FactOf>
        )}
        <FactOf name={said.holder}>
          {seen.unitName === null ? said.notGiven : <span lang="vi">{seen.unitName}</span>}
        </FactOf>
        <FactOf name={said.desk.sender}>
          {seen.name === null ? said.desk.anonymous : <span lang="vi">{seen.name}</span>}
          {seen.isFromAccount && <small>{said.desk.fromAccount}</small>}
          {seen.contact && <small class="numbers">{seen.contact}</small>}
          {seen.address && <small lang="vi">{seen.address}</small>}
        </FactOf>
        {seen.dossier && (
          <FactOf name={said.dossier}>
            <a class="ds-link tabular" href={dossierAddress(seen.dossier)}>
              {seen.dossier}
            </a>
          </FactOf>
        )}
        {seen.fileName && (
          <FactOf name={said.desk.file}>
            <a class="ds-link" href={`${FEEDBACK_LIST}/${seen.code}/tep`} data-turbo="false">
              {seen.fileName}
            </a>
          </FactOf>
        )}
      </Facts>
      <h2>{said.text}</h2>
      <p class="written" lang="vi">
        {seen.body}
      </p>
    </section>
  )
}

function Done({ words, seen }: Part) {
  const said = words.feedback.desk
  return (
    <section>
      <h2>{said.history}</h2>
      <ul class="dossier-lines">
        {seen.history.map(({ event, byName, unitName, staffName }) => (
          <li key={`${event.type} ${event.at}`}>
            <p class="dossier-did">
              <strong>{said.events[event.type]}</strong>
              <time class="tabular" dateTime={event.at}>
                {words.format.moment(event.at)}
              </time>
            </p>
            {unitName && <p lang="vi">{[unitName, staffName].filter(Boolean).join(', ')}</p>}
            {'why' in event && (
              <p class="written" lang="vi">
                {event.why}
              </p>
            )}
            {'isDone' in event && (
              <p>{event.isDone ? words.own.correction.done : words.own.correction.refused}</p>
            )}
            {'text' in event && (
              <p class="written" lang="vi">
                {event.text}
              </p>
            )}
            {byName && (
              <p class="dossier-by" lang="vi">
                {byName}
              </p>
            )}
          </li>
        ))}
      </ul>
      {seen.reminded.map((at) => (
        <p key={at} class="hint">
          {said.reminded(words.format.moment(at))}
        </p>
      ))}
      {seen.state.published && (
        <>
          <h2>{said.isPublished}</h2>
          <p class="written" lang="vi">
            {seen.state.published.question}
          </p>
          <p class="written" lang="vi">
            {seen.state.published.answer}
          </p>
        </>
      )}
    </section>
  )
}

interface FormsProps extends Part {
  readonly answered: Answered | undefined
}

/** What can be done now; a form that was refused keeps what was typed. */
function Forms({ words, seen, answered }: FormsProps) {
  const said = words.feedback.desk
  const { stage, published } = seen.state
  const form = (type: FeedbackChange['type'], title: string, body: (ask: Asked) => ComponentChildren) => {
    const own = answered && first(answered.typed, 'type') === type ? answered : undefined
    const typed = own?.typed ?? NOTHING_TYPED
    const ask = (name: string) => ({
      name,
      id: `${type}-${name}`,
      value: first(typed, name),
      fault: faultAt(own?.faults ?? [], name),
    })
    return (
      <section aria-labelledby={type} class="dossier-notes">
        <h2 id={type}>{title}</h2>
        <PostForm
          words={words}
          class="stacked"
          faults={own?.faults?.map((one) => ({ ...one, field: `${type}-${one.field}` }))}
          refused={own?.refused}
        >
          <input type="hidden" name="type" value={type} />
          <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
          <input type="hidden" name="version" value={seen.state.version} />
          {body(ask)}
        </PostForm>
      </section>
    )
  }
  const isOpen = stage === 'open'
  return (
    <>
      {seen.mayAssign &&
        form('AssignFeedback', said.assign, (ask) => (
          <>
            <SelectField
              {...ask('taker')}
              label={said.person}
              choices={seen.units.flatMap(({ code, name, people }) => [
                { value: code, label: `${name}: ${said.anybody}` },
                ...people.map((one) => ({ value: `${code} ${one.id}`, label: `${name}: ${one.name}` })),
              ])}
            />
            <Button kind="secondary">{said.assignSend}</Button>
          </>
        ))}
      {isOpen &&
        seen.mayAnswer &&
        form('AnswerFeedback', said.answerTitle, (ask) => (
          <>
            {seen.state.kind === DATA_CORRECTION && (
              <RadioGroup
                name="isDone"
                legend={words.own.correction.outcome}
                value={ask('isDone').value}
                choices={[
                  { value: 'true', label: words.own.correction.done },
                  { value: 'false', label: words.own.correction.refused },
                ]}
                fault={ask('isDone').fault}
              />
            )}
            <TextArea {...ask('text')} label={said.answerText} rows={8} maxLength={6000} required />
            <TextField {...ask('passedTo')} label={said.passedTo} maxLength={200} />
            <Button>{said.answerSend}</Button>
          </>
        ))}
      {seen.mayAnswerAppeal &&
        form('AnswerAppeal', said.appealTitle, (ask) => (
          <>
            <TextArea {...ask('text')} label={said.answerText} rows={8} maxLength={6000} required />
            <Button>{said.appealSend}</Button>
          </>
        ))}
      {(stage === 'answered' || stage === 'closed') &&
        published === null &&
        seen.state.kind !== DATA_CORRECTION &&
        seen.mayAnswer &&
        form('PublishAnswer', said.publish, (ask) => (
          <>
            <p>{said.publishLead}</p>
            <TextArea {...ask('question')} label={said.question} rows={4} required />
            <TextArea {...ask('answer')} label={said.publishedAnswer} rows={6} maxLength={4000} required />
            <CheckBox name="confirmed" label={said.confirm} />
            <Button kind="secondary">{said.publishSend}</Button>
          </>
        ))}
      {isOpen &&
        seen.mayAnswer &&
        form('ReclassifyFeedback', said.reclassify, (ask) => (
          <>
            <p>{said.reclassifyLead}</p>
            <SelectField
              {...ask('kind')}
              label={said.kind}
              choices={WRITTEN_KINDS.filter((one) => one !== seen.state.kind).map((value) => ({
                value,
                label: words.feedback.kinds[value],
              }))}
            />
            <TextField {...ask('why')} label={said.why} maxLength={500} required />
            <Button kind="secondary">{said.reclassify}</Button>
          </>
        ))}
    </>
  )
}

type Asked = (name: string) => {
  readonly name: string
  readonly id: string
  readonly value: string
  readonly fault: string | undefined
}
