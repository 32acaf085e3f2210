import { mayReceive } from '#domain/dossier/receiver.ts'
import type { DrawerLine } from '#work/returning/drawer-line.ts'
import { receiverOf } from '#work/returning/hand-back-several.ts'
import type { HandOver, HandOverLine } from '#work/returning/see-hand-over.ts'
import { CheckBox, SelectField, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'
import { ChosenResult } from './chosen-result.tsx'
import { Persons, Wish } from './drawer-table.tsx'

interface HandOverResultsProps {
  readonly words: Words
  readonly handOver: HandOver
  readonly typed: Typed
}

/** The results of one person, with what is taken in, given back and still owed beside each. */
export function HandOverResults({ words, handOver, typed }: HandOverResultsProps) {
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
                <Beside words={words} line={line} place={place} typed={typed} />
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

interface BesideProps {
  readonly words: Words
  readonly line: HandOverLine
  readonly place: number
  readonly typed: Typed
}

/** What changes hands with a result. */
function Beside({ words, line, place, typed }: BesideProps) {
  const said = words.desk.returning
  return (
    <>
      {(line.owedDong ?? 0) > 0 && (
        <small>
          <span class="ds-tag" data-color="warning">
            {said.owes(words.format.money(line.owedDong ?? 0))}
          </span>
        </small>
      )}
      {line.toGiveBack.length > 0 && <small lang="vi">{said.giveBack(line.toGiveBack.join('; '))}</small>}
      {line.toWithdraw.map(({ key, name }, at) => {
        const field = `dossiers.${place}.withdrawn.${at}`
        return (
          <div key={key} class="withdrawn">
            <input type="hidden" name={`${field}.component`} value={key} />
            <CheckBox
              name={`${field}.isTaken`}
              label={said.withdraw(name)}
              checked={first(typed, `${field}.isTaken`) === 'true'}
            />
            <TextField
              name={`${field}.whyNot`}
              label={said.whyNotWithdrawn}
              value={first(typed, `${field}.whyNot`)}
              maxLength={300}
            />
          </div>
        )
      })}
      {line.files.length > 0 && (
        <SelectField
          name={`dossiers.${place}.sha256`}
          label={said.sentFile}
          value={chosenFile(line, place, typed)}
          choices={[
            { value: '', label: said.noFile },
            ...line.files.map(({ name, sha256 }) => ({ value: sha256, label: name, lang: 'vi' as const })),
          ]}
        />
      )}
    </>
  )
}

/** As it was chosen; before that, the stamped result where its scan has come back. */
function chosenFile({ files }: HandOverLine, place: number, typed: Typed): string {
  const name = `dossiers.${place}.sha256`
  if (name in typed.fields) return first(typed, name)
  return files.find(({ isStamped }) => isStamped)?.sha256 ?? ''
}

/** As it was ticked; before that, everything the applicant may take. */
function isTaken(line: DrawerLine, handOver: HandOver, typed: Typed): boolean {
  const place = Object.entries(typed.fields).find(
    ([name, [code]]) => /^dossiers\.\d+\.code$/.test(name) && code === line.code,
  )
  if (place) return first(typed, place[0].replace(/code$/, 'isTaken')) === 'true'
  const receiver = receiverOf({ receiver: { who: 'applicant' }, identity: null }, handOver)
  return mayReceive(line, receiver) === true
}
