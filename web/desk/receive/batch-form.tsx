import { hasCasesByPages } from '#domain/dossier/batch.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import type { SeenIntake } from '#work/intake/see-intake.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox, type Fault, faultAt, SelectField, TextArea } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, refusalText, type Typed } from '../form.ts'
import { BATCH, RECEIVE, visitAddress } from './addresses.ts'
import { BatchTable } from './batch-table.tsx'
import { PartyFields } from './party-fields.tsx'
import { type Found, PeopleFound } from './people-found.tsx'
import { ChannelFields, ReturnFields } from './return-fields.tsx'
import { Known } from './told.tsx'

/** The form as it was typed, and what became of what was sent. */
export interface AnsweredBatch {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
  readonly said?: string
  readonly found?: Found
  /** Rows that were refused, by their line in the form as it is now. */
  readonly results?: readonly { readonly line: number; readonly outcome: Refusal }[]
  /** How many were received. */
  readonly done?: number
}

interface Props {
  readonly words: Words
  readonly seen: SeenIntake
  readonly answered: AnsweredBatch
}

/** The person once, and below a row for each dossier. */
export function BatchForm({ words, seen, answered }: Props) {
  const said = words.desk.batch
  const { procedure, unitName } = seen
  const { typed, faults = [], refused, results = [] } = answered
  const value = (name: string) => first(typed, name)
  return (
    <>
      <p class="hint">
        <Link href={`${RECEIVE}?thu-tuc=${encodeURIComponent(procedure.key)}`}>{said.single}</Link>
      </p>
      <h1 lang="vi">{procedure.name}</h1>
      <p class="sub">
        <span lang="vi">
          {procedure.field} · {unitName}
        </span>
        . {said.lead}
      </p>
      {results.length > 0 && <Failed words={words} answered={answered} />}
      <mc-refill>
        <PostForm
          words={words}
          action={BATCH}
          class="receive batch"
          draft={`tiep-nhan nhieu ${procedure.key}`}
          faults={faults}
          refused={refused}
        >
          {['id', 'procedure', 'visit'].map((name) => (
            <input key={name} type="hidden" name={name} value={value(name)} />
          ))}
          <section aria-labelledby="person" data-part id="part-person">
            <h2 id="person">{words.desk.receive.person}</h2>
            {answered.said && (
              <Notice kind="success" role="status">
                <p>{answered.said}</p>
              </Notice>
            )}
            <Known words={words} known={seen.known} />
            {answered.found && <PeopleFound words={words} found={answered.found} />}
            <PartyFields
              words={words}
              party="applicant"
              typed={typed}
              faults={faults}
              focus={faults.length + results.length > 0 ? undefined : 'card'}
            />
          </section>
          <section aria-labelledby="rows" data-part id="part-rows">
            <h2 id="rows">{said.rows}</h2>
            <CaseField words={words} seen={seen} typed={typed} />
            <BatchTable words={words} seen={seen} typed={typed} faults={faults} />
            <input type="hidden" name="nextPlace" value={value('nextPlace')} />
            <p>
              <Button kind="secondary" name="lam" value="them-dong">
                {said.moreRows}
              </Button>
            </p>
            <TextArea
              name="paste"
              label={said.pasteLabel}
              hint={said.pasteHint}
              value={value('paste')}
              fault={faultAt(faults, 'paste')}
              maxLength={100_000}
              rows={3}
            />
            <p>
              <Button kind="secondary" name="lam" value="dan" keys="Alt+G">
                {said.paste}
              </Button>
            </p>
            <CheckBox name="mayRepeat" label={said.mayRepeat} checked={value('mayRepeat') !== ''} />
          </section>
          <section aria-labelledby="papers">
            <h2 id="papers">{words.desk.receive.papers}</h2>
            <CheckBox name="papersSeen" label={said.papersSeen} checked={value('papersSeen') !== ''} />
            {faultAt(faults, 'papersSeen') && <p class="fault">{faultAt(faults, 'papersSeen')}</p>}
            <ul lang="vi">
              {seen.case.components
                .filter(({ isRequired }) => isRequired)
                .map(({ key, name }) => (
                  <li key={key}>{name}</li>
                ))}
            </ul>
          </section>
          <section aria-labelledby="result">
            <h2 id="result">{words.desk.receive.result}</h2>
            <div class="two">
              <ChannelFields words={words} seen={seen} typed={typed} faults={faults} />
            </div>
            <ReturnFields words={words} seen={seen} typed={typed} faults={faults} />
          </section>
          <div class="send">
            <Button name="lam" value="tiep-nhan" keys="Alt+Enter">
              {said.receive}
            </Button>
            <Button kind="tertiary" name="lam" value="tinh">
              {words.desk.receive.reckon}
            </Button>
          </div>
        </PostForm>
      </mc-refill>
    </>
  )
}

/** The case of all rows, or each by its pages. */
function CaseField({
  words,
  seen: { procedure },
  typed,
}: Omit<Props, 'answered'> & { readonly typed: Typed }) {
  const { cases } = procedure
  const isByPages = hasCasesByPages(procedure)
  if (cases.length < 2) return <input type="hidden" name="case" value={cases[0]?.key ?? ''} />
  return (
    <SelectField
      name="case"
      label={words.desk.receive.case}
      value={first(typed, 'case')}
      choices={[
        ...(isByPages ? [{ value: '', label: words.desk.batch.byPages }] : []),
        ...cases.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
      ]}
    />
  )
}

/** Which rows were not received and why; the others stand. */
function Failed({ words, answered: { results = [], done = 0, typed } }: Omit<Props, 'seen'>) {
  const said = words.desk.batch
  return (
    <Notice kind="danger" role="alert" title={said.partly(done, results.length)}>
      <ul class="results">
        {results.map(({ line, outcome }) => (
          <li key={line} data-result="refused">
            {said.failed(line)}: {isRefusal(outcome) && refusalText(words, outcome)}
          </li>
        ))}
      </ul>
      {done > 0 && (
        <p>
          <Link href={visitAddress(first(typed, 'visit'))}>{said.visitTitle(done)}</Link>
        </p>
      )}
    </Notice>
  )
}
