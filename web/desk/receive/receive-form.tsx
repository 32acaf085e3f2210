import { RETURN_WAYS } from '#shapes/dossier-commands.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, RadioGroup, SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { RECEIVE } from './addresses.ts'
import { Checklist } from './checklist.tsx'
import { PartyFields } from './party-fields.tsx'
import { type Found, PeopleFound } from './people-found.tsx'

/** The form as it was typed, and what is to be said about it. */
export interface Answered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
  readonly said?: string
  readonly found?: Found
}

interface Props {
  readonly words: Words
  readonly seen: SeenIntake
  readonly answered: Answered
}

/** Everything about one dossier on one page, in the order in which it is asked at the counter. */
export function ReceiveForm({ words, seen, answered }: Props) {
  const said = words.desk.receive
  const { procedure, unitName } = seen
  const { typed, faults = [], refused } = answered
  const value = (name: string) => first(typed, name)
  const isOther = value('ownerIsOther') === 'true'
  return (
    <>
      <p class="hint">
        <Link href={RECEIVE}>{said.otherProcedure}</Link>
      </p>
      <h1 lang="vi">{procedure.name}</h1>
      <p class="sub" lang="vi">
        {procedure.field} · {unitName}
      </p>
      <mc-refill>
        <PostForm
          words={words}
          action={RECEIVE}
          class="receive"
          draft={`tiep-nhan ${procedure.key}`}
          faults={faults}
          refused={refused}
        >
          {['id', 'procedure'].map((name) => (
            <input key={name} type="hidden" name={name} value={value(name)} />
          ))}
          <section aria-labelledby="person" data-part id="part-person">
            <h2 id="person">{said.person}</h2>
            <Told words={words} seen={seen} said={answered.said} />
            {answered.found && <PeopleFound words={words} found={answered.found} />}
            <PartyFields
              words={words}
              party="applicant"
              typed={typed}
              faults={faults}
              focus={focusOf(answered)}
            />
            <label class="choice">
              <input class="ds-input" type="checkbox" name="ownerIsOther" value="true" checked={isOther} />
              <span>{said.ownerIsOther}</span>
            </label>
            <fieldset class="ds-fieldset owner">
              <legend class="ds-label" data-weight="semibold">
                {said.owner}
              </legend>
              <Known words={words} known={seen.knownOwner} />
              <PartyFields words={words} party="owner" typed={typed} faults={faults} />
            </fieldset>
          </section>
          <Checklist words={words} chosen={seen.case} procedure={procedure} typed={typed} faults={faults} />
          <section aria-labelledby="result" data-part id="part-result">
            <h2 id="result">{said.result}</h2>
            <div class="two">
              <TextField
                name="copiesWanted"
                label={said.copies}
                type="number"
                value={value('copiesWanted')}
                fault={faultAt(faults, 'copiesWanted')}
              />
              <SelectField
                name="channel"
                label={said.channel}
                value={value('channel')}
                choices={seen.channels.map((one) => ({ value: one, label: words.channels[one] }))}
              />
              {seen.places.length > 1 ? (
                <SelectField
                  name="placeOfReceipt"
                  label={said.place}
                  value={value('placeOfReceipt')}
                  choices={seen.places.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' }))}
                />
              ) : (
                <input type="hidden" name="placeOfReceipt" value={seen.places[0]?.code ?? ''} />
              )}
            </div>
            <RadioGroup
              name="returnWish.way"
              legend={said.returnWay}
              value={value('returnWish.way')}
              choices={RETURN_WAYS.map((way) => ({ value: way, label: words.returnWays[way] }))}
              fault={faultAt(faults, 'returnWish.way')}
            />
            <TextField
              name="returnWish.address"
              label={said.returnAddress}
              hint={said.returnAddressHint}
              value={value('returnWish.address')}
              fault={faultAt(faults, 'returnWish.address')}
              maxLength={300}
            />
            <Reckoned words={words} seen={seen} />
          </section>
          <div class="send" data-turbo-permanent id="receive-buttons">
            <Button name="lam" value="tiep-nhan" keys="Alt+Enter">
              {said.receive}
            </Button>
            <Button kind="tertiary" name="lam" value="tinh">
              {said.reckon}
            </Button>
          </div>
        </PostForm>
      </mc-refill>
    </>
  )
}

/** Where the work goes on: at the card, or behind what has been read from it; a fault is gone to by itself. */
function focusOf({ typed, faults, refused, found }: Answered): 'card' | 'phone' | undefined {
  if (found && found.people.length > 0) return undefined
  if (refused !== undefined || (faults && faults.length > 0)) return undefined
  return first(typed, 'applicant.idNumber') === '' ? 'card' : 'phone'
}

/** From which dossier a person is known. */
function Known({ words, known }: { words: Words; known: SeenIntake['known'] }) {
  if (!known) return null
  const { format, desk } = words
  return <p class="hint">{desk.receive.known(known.code, format.day(known.receivedAt.slice(0, 10)))}</p>
}

/** What was read, what is known and what is already under way. */
function Told({ words, seen, said }: { words: Words; seen: SeenIntake; said?: string | undefined }) {
  const receive = words.desk.receive
  return (
    <div role="status">
      {said && (
        <Notice kind="success">
          <p>{said}</p>
        </Notice>
      )}
      <Known words={words} known={seen.known} />
      {seen.open.length > 0 && (
        <Notice kind="warning" title={receive.openTitle}>
          <ul>
            {seen.open.map((one) => (
              <li key={one.code}>
                <Link href={`/ban/ho-so/${one.code}`}>{one.code}</Link>:{' '}
                <span lang="vi">{one.stage === 'in-process' ? one.stepName : words.stages[one.stage]}</span>,{' '}
                {receive.openSince(words.format.moment(one.receivedAt))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

/** What it costs and when the result is due, if it is received now. */
function Reckoned({ words, seen }: { words: Words; seen: SeenIntake }) {
  const said = words.desk.receive
  const { due, fee, feeDong, isOpen } = seen
  return (
    <dl class="reckoned">
      <div>
        <dt>{said.fee}</dt>
        <dd>
          {feeDong === null
            ? words.fee(fee)
            : feeDong === 0
              ? words.fee({ kind: 'free' })
              : words.format.money(feeDong)}
        </dd>
      </div>
      <div>
        <dt>{said.due}</dt>
        <dd>
          {due === null && said.noCalendar}
          {due !== null && due.due === null && words.timeliness['no-limit']}
          {due !== null && due.due !== null && words.format.longMoment(due.due)}
          {due?.isProvisional && <small>{words.desk.worklist.provisional}</small>}
          {!isOpen && <small>{said.closed}</small>}
        </dd>
      </div>
    </dl>
  )
}
