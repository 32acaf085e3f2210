import { isSamePerson } from '#domain/people/same-person.ts'
import type { HandOver } from '#work/returning/see-hand-over.ts'
import { Button } from '../../parts/button.tsx'
import { type Fault, RadioGroup, SelectField, TextField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, newCommandId, type Typed } from '../form.ts'
import { HandOverResults } from './hand-over-results.tsx'
import { AuthorisedFields, IdentityFields, ReceiptFields } from './proof-fields.tsx'

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
  const fields = { words, typed, faults }
  return (
    <PostForm words={words} faults={faults} class="hand-over stacked" enctype="multipart/form-data">
      {read !== undefined && (
        <Notice kind="info" role="status">
          <p>{read}</p>
        </Notice>
      )}
      <HandOverResults words={words} handOver={handOver} typed={typed} />
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
      <AuthorisedFields {...fields} />
      <SelectField
        name="way"
        label={said.howReturned}
        value={first(typed, 'way') || 'counter'}
        choices={Object.entries(words.returnWays).map(([value, label]) => ({ value, label }))}
      />
      <IdentityFields {...fields} />
      <ReceiptFields {...fields} />
      <input type="hidden" name="together" value={newCommandId()} />
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
