import { isRefusal } from '#domain/outcome.ts'
import { RIGHTS } from '#domain/people/representation.ts'
import { PersonToLetIn } from '#shapes/representation.ts'
import { letPersonIn } from '#work/citizens/let-in.ts'
import { seeRepresentations } from '#work/citizens/see-representations.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, RadioGroup, TextField } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { LET_IN, REPRESENTING } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

/** Lets somebody act for the person, or for an organisation he manages, with an account of his own. */
export const letInPage: CitizenPage = {
  path: LET_IN,
  action: 'let-in',
  get: (visit) => formPage(visit, NOTHING_TYPED),
  async post(visit, typed) {
    const { under, ...fields } = typed.fields
    const own = under?.[0] === 'toi' ? fields : typed.fields
    const read = readForm({ ...typed, fields: own }, PersonToLetIn, visit.words)
    if (read.faults) return formPage(visit, typed, { faults: inOwnWords(visit, read.faults) })
    const outcome = await letPersonIn(visit.desk, read.value)
    if (!isRefusal(outcome)) return seeOther(REPRESENTING)
    const page = await formPage(visit, typed, { refused: refusalText(visit.words, outcome) })
    return page instanceof Response ? page : { ...page, status: 409 }
  },
}

function inOwnWords({ words }: CitizenVisit, faults: readonly Fault[]): Fault[] {
  const said = words.citizens.representing
  const own: { readonly [field: string]: string } = {
    name: said.agentNameFault,
    number: said.agentNumberFault,
    lastOn: said.lastOnFault,
    right: said.rightFault,
  }
  return faults.map(({ field, text }) => ({ field, text: own[field] ?? text }))
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function formPage(
  { words, desk }: CitizenVisit,
  typed: Typed,
  { faults = [], refused }: Answer = {},
): Promise<Page | Response> {
  const said = words.citizens.representing
  const seen = await seeRepresentations(desk)
  if (isRefusal(seen) || !seen.mayLetIn) return seeOther(REPRESENTING)
  const field = (name: string) => ({
    name,
    value: first(typed, name),
    fault: faultAt(faults, name),
    autocomplete: 'off',
    required: true,
  })
  const main = (
    <div class="wrap page narrow">
      <h1>{said.letInTitle}</h1>
      <p>{said.letInLead}</p>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        {seen.manages.length > 0 && (
          <RadioGroup
            name="under"
            legend={said.forWhom}
            value={first(typed, 'under') || 'toi'}
            choices={[
              { value: 'toi', label: said.myself },
              ...seen.manages.map(({ id, name }) => ({ value: id, label: name, lang: 'vi' as const })),
            ]}
          />
        )}
        <TextField {...field('name')} label={said.agentName} maxLength={120} />
        <TextField
          {...field('number')}
          label={said.agentNumber}
          hint={said.agentNumberHint}
          inputmode="numeric"
          maxLength={20}
        />
        <RadioGroup
          name="right"
          legend={said.right}
          value={first(typed, 'right') || 'file'}
          choices={RIGHTS.filter((one) => one !== 'manage' || seen.manages.length > 0).map((value) => ({
            value,
            label: said.rightChoices[value],
          }))}
          fault={faultAt(faults, 'right')}
        />
        <TextField {...field('lastOn')} type="date" label={said.lastOn} />
        <TextField
          {...field('procedures')}
          required={false}
          label={said.procedures}
          hint={said.proceduresHint}
          maxLength={2000}
        />
        <Button>{said.send}</Button>
      </PostForm>
    </div>
  )
  return { title: said.letInTitle, main, status: faults.length > 0 ? 422 : 200 }
}
