import { goesByPages } from '#domain/procedure/procedure.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, TextField } from '../../parts/field.tsx'
import { FILE_HELPED, startAddress } from '../../filing/addresses.ts'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { batchAddress, RECEIVE } from './addresses.ts'
import { Checklist } from './checklist.tsx'
import { ExemptionFields } from './exemption-fields.tsx'
import { NoticeWishFields } from './notice-wish-fields.tsx'
import { PartyFields } from './party-fields.tsx'
import { type Found, PeopleFound } from './people-found.tsx'
import { ChannelFields, ReturnFields } from './return-fields.tsx'
import { TAKEN_OUT } from './taken-out.ts'
import { Known, Reckoned, Told } from './told.tsx'

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
        {' · '}
        <Link href={batchAddress(procedure.key)}>{said.severalAtOnce}</Link>
        {seen.channels.includes('online') && (
          <>
            {' · '}
            <Link href={startAddress(FILE_HELPED, procedure.key)}>{words.desk.filings.help}</Link>
          </>
        )}
      </p>
      <h1 lang="vi">{procedure.name}</h1>
      <p class="sub" lang="vi">
        {procedure.field} · {unitName}
      </p>
      {value('takenOut.kind') !== '' && (
        <p class="stage">
          <strong>
            {value('takenOut.kind') === 'session'
              ? words.outreach.desk.receivingSession
              : words.outreach.desk.receivingVisit}
          </strong>
        </p>
      )}
      <mc-refill>
        <PostForm
          words={words}
          action={RECEIVE}
          class="receive"
          draft={`tiep-nhan ${procedure.key}`}
          faults={faults}
          refused={refused}
        >
          {seen.parcel && <Brought words={words} parcel={seen.parcel} />}
          {['id', 'procedure', 'visit', ...TAKEN_OUT.filter((name) => value(name) !== '')].map((name) => (
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
          <Checklist words={words} seen={seen} typed={typed} faults={faults} />
          <section aria-labelledby="result" data-part id="part-result">
            <h2 id="result">{said.result}</h2>
            <div class="two">
              <TextField
                name="subject"
                label={said.subject}
                hint={said.subjectHint}
                value={value('subject')}
                fault={faultAt(faults, 'subject')}
                maxLength={300}
                autocomplete="off"
              />
              {goesByPages(procedure) && (
                <TextField
                  name="pages"
                  label={said.pages}
                  hint={said.pagesHint}
                  type="number"
                  value={value('pages')}
                  fault={faultAt(faults, 'pages')}
                />
              )}
              <TextField
                name="copiesWanted"
                label={said.copies}
                type="number"
                value={value('copiesWanted')}
                fault={faultAt(faults, 'copiesWanted')}
              />
              <ChannelFields words={words} seen={seen} typed={typed} faults={faults} />
            </div>
            <ReturnFields words={words} seen={seen} typed={typed} faults={faults} />
            {seen.isTold && <NoticeWishFields words={words} typed={typed} faults={faults} />}
            <ExemptionFields words={words} seen={seen} typed={typed} faults={faults} />
            <Reckoned words={words} seen={seen} exemption={value('exemption.rule')} />
          </section>
          <div class="send" data-turbo-permanent id="receive-buttons">
            <Button name="lam" value="tiep-nhan" keys="Alt+Enter">
              {said.receive}
            </Button>
            <Button kind="tertiary" name="lam" value="tinh">
              {said.reckon}
            </Button>
            <Button kind="tertiary" name="lam" value="bo-sung">
              {words.desk.turningAway.supplementButton}
            </Button>
            <Button kind="tertiary" name="lam" value="tu-choi">
              {words.desk.turningAway.refusalButton}
            </Button>
          </div>
        </PostForm>
      </mc-refill>
    </>
  )
}

interface BroughtProps {
  readonly words: Words
  readonly parcel: NonNullable<SeenIntake['parcel']>
}

/** What the post brought: its time runs since both sides signed for it. */
function Brought({ words, parcel: { id, label, submittedAt } }: BroughtProps) {
  return (
    <Notice kind="info">
      <p>{words.post.receiving(label, words.format.longMoment(submittedAt))}</p>
      <input type="hidden" name="parcel" value={id} />
    </Notice>
  )
}

/** Where the work goes on: at the card, or behind what has been read from it; a fault is gone to by itself. */
function focusOf({ typed, faults, refused, found }: Answered): 'card' | 'phone' | undefined {
  if (found && found.people.length > 0) return undefined
  if (refused !== undefined || (faults && faults.length > 0)) return undefined
  return first(typed, 'applicant.idNumber') === '' ? 'card' : 'phone'
}
