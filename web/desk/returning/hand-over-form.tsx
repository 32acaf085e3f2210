import { mayReceive } from '#domain/dossier/receiver.ts'
import { isSamePerson } from '#domain/people/same-person.ts'
import type { DrawerLine } from '#work/returning/drawer-line.ts'
import { receiverOf } from '#work/returning/hand-back-several.ts'
import type { HandOver } from '#work/returning/see-hand-over.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, RadioGroup, SelectField, TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { ChosenResult } from './chosen-result.tsx'
import { Persons, Wish } from './drawer-table.tsx'

interface HandOverFormProps {
  readonly words: Words
  readonly handOver: HandOver
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly said?: string
}

/** Which results, to whom, and how. */
export function HandOverForm({ words, handOver, typed, faults = [], said: read }: HandOverFormProps) {
  const said = words.desk.returning
  const fault = (field: string) => faults.find((one) => one.field === field)?.text
  const isReady = read !== undefined && faults.length === 0
  return (
    <PostForm words={words} faults={faults} class="hand-over stacked">
      {read !== undefined && (
        <Notice kind="info" role="status">
          <p>{read}</p>
        </Notice>
      )}
      <Results words={words} handOver={handOver} typed={typed} />
      <TextField
        name="card"
        label={said.card}
        hint={said.cardHint}
        fault={fault('card')}
        maxLength={400}
        autocomplete="off"
        autofocus={!isReady}
      />
      <RadioGroup
        name="receiver.who"
        legend={said.who}
        hint={said.whoHint}
        value={first(typed, 'receiver.who') || 'applicant'}
        choices={receivers(words, handOver)}
        fault={fault('receiver.who')}
      />
      <fieldset class="ds-fieldset authorised">
        <legend class="ds-label" data-weight="semibold">
          {said.authorisedLegend}
        </legend>
        <TextField
          name="receiver.name"
          label={said.receiverName}
          value={first(typed, 'receiver.name')}
          fault={fault('receiver.name')}
          autocomplete="off"
        />
        <TextField
          name="receiver.idNumber"
          label={said.receiverNumber}
          value={first(typed, 'receiver.idNumber')}
          fault={fault('receiver.idNumber')}
          inputmode="numeric"
          maxLength={20}
          isCode
        />
        <TextField
          name="receiver.authority"
          label={said.authority}
          hint={said.authorityHint}
          value={first(typed, 'receiver.authority')}
          fault={fault('receiver.authority')}
          maxLength={300}
          autocomplete="off"
        />
      </fieldset>
      <SelectField
        name="way"
        label={said.howReturned}
        value={first(typed, 'way') || 'counter'}
        choices={Object.entries(words.returnWays).map(([value, label]) => ({ value, label }))}
      />
      <Button keys="Alt+Enter">{said.send}</Button>
    </PostForm>
  )
}

/** The owner is a choice of its own only where somebody else handed the dossier in. */
function receivers(words: Words, { applicant, owner }: HandOver) {
  const said = words.desk.returning
  const isOne = isSamePerson(applicant, owner) || applicant.name === owner.name
  return [
    { value: 'applicant', label: known(words, said.isApplicant, applicant) },
    ...(isOne ? [] : [{ value: 'owner', label: known(words, said.isOwner, owner) }]),
    { value: 'authorised', label: said.authorised },
  ]
}

function known(words: Words, as: string, { name, idNumber }: HandOver['applicant']) {
  return (
    <>
      {as} <span lang="vi">{name}</span>
      {idNumber && `, ${words.desk.returning.paperNumber(idNumber)}`}
    </>
  )
}

function Results({ words, handOver, typed }: Pick<HandOverFormProps, 'words' | 'handOver' | 'typed'>) {
  const said = words.desk.returning
  const { lines } = handOver
  return (
    <div class="scrolled">
      <table class="ds-table found-rows">
        <caption class="ds-sr-only">{said.results}</caption>
        <thead>
          <tr>
            <th scope="col">{said.takesNow}</th>
            <th scope="col">{said.dossier}</th>
            <th scope="col">{said.person}</th>
            <th scope="col">{said.result}</th>
            <th scope="col">{said.way}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, place) => (
            <tr key={line.code} data-row>
              <td data-label={said.takesNow}>
                <ChosenResult
                  line={line}
                  place={place}
                  label={said.takes(line.code)}
                  isTaken={isTaken(line, handOver, typed)}
                />
              </td>
              <td data-label={said.dossier}>
                <a class="ds-link code" href={`/ban/ho-so/${line.code}`}>
                  {line.code}
                </a>
                <small lang="vi">{line.procedureName}</small>
              </td>
              <td data-label={said.person}>
                <Persons words={words} line={line} needles={[]} />
              </td>
              <td data-label={said.result}>
                <span lang="vi">{line.result}</span>
                <small>{said.copies(line.copiesWanted)}</small>
              </td>
              <td data-label={said.way}>
                <Wish words={words} line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** As it was ticked; before that, everything the applicant may take. */
function isTaken(line: DrawerLine, handOver: HandOver, typed: Typed): boolean {
  const place = Object.entries(typed.fields).find(
    ([name, [code]]) => /^dossiers\.\d+\.code$/.test(name) && code === line.code,
  )
  if (place) return first(typed, place[0].replace(/code$/, 'isTaken')) === 'true'
  const receiver = receiverOf({ who: 'applicant', idNumber: null }, handOver)
  return mayReceive(line, receiver) === true
}
