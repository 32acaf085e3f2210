import { isVerified } from '#domain/people/citizen.ts'
import { isRefusal } from '#domain/outcome.ts'
import { MyselfToState } from '#shapes/citizen.ts'
import { stateMyself } from '#work/citizens/state-myself.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, TextField } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { ABOUT_ME, MINE, nextOf } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

/** Who the person is, as he says himself: asked once, before the first page that needs a name. */
export const aboutMePage: CitizenPage = {
  path: ABOUT_ME,
  action: 'keep-account',
  isBeforeName: true,
  async get(visit) {
    if (isVerified(visit.citizen)) return seeOther(MINE)
    return formPage(visit, NOTHING_TYPED, { next: nextOf(visit.c.req.query('tiep')) })
  },
  async post(visit, typed) {
    const next = nextOf(first(typed, 'next'))
    const { next: _, ...fields } = typed.fields
    const read = readForm({ ...typed, fields }, MyselfToState, visit.words)
    if (read.faults) return formPage(visit, typed, { next, faults: inOwnWords(visit, read.faults) })
    const outcome = await stateMyself(visit.desk, read.value)
    if (!isRefusal(outcome)) return seeOther(next.startsWith('/') ? `/${next.slice(1)}` : MINE)
    const page = formPage(visit, typed, { next, refused: refusalText(visit.words, outcome) })
    return { ...page, status: 409 }
  },
}

interface Answer {
  readonly next: string
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** What a card calls its number and its days is not what a counter calls them. */
function inOwnWords({ words }: CitizenVisit, faults: readonly Fault[]): Fault[] {
  const { nameFault, idNumberFault, bornOnFault } = words.citizens
  const own: { readonly [field: string]: string } = {
    name: nameFault,
    idNumber: idNumberFault,
    bornOn: bornOnFault,
  }
  return faults.map(({ field, text }) => ({ field, text: own[field] ?? text }))
}

function formPage(visit: CitizenVisit, typed: Typed, { next, faults = [], refused }: Answer): Page {
  const { words, citizen } = visit
  const said = words.citizens
  const isTyped = typed !== NOTHING_TYPED
  const main = (
    <div class="wrap page narrow">
      <h1>{said.aboutMeTitle}</h1>
      <p>{said.aboutMeLead}</p>
      <PostForm words={words} class="stacked" faults={faults} refused={refused}>
        <input type="hidden" name="next" value={next} />
        <TextField
          name="name"
          label={said.name}
          hint={said.nameHint}
          value={isTyped ? first(typed, 'name') : citizen.name}
          fault={faultAt(faults, 'name')}
          autocomplete="name"
          maxLength={120}
          required
        />
        <TextField
          name="bornOn"
          type="date"
          label={said.bornOn}
          value={isTyped ? first(typed, 'bornOn') : (citizen.bornOn ?? '')}
          fault={faultAt(faults, 'bornOn')}
          autocomplete="bday"
          required
        />
        <TextField
          name="idNumber"
          label={said.idNumber}
          hint={said.idNumberHint}
          value={isTyped ? first(typed, 'idNumber') : (citizen.idNumber ?? '')}
          fault={faultAt(faults, 'idNumber')}
          inputmode="numeric"
          autocomplete="off"
          maxLength={20}
        />
        <Button>{said.save}</Button>
      </PostForm>
    </div>
  )
  return { title: said.aboutMeTitle, main, status: faults.length > 0 ? 422 : 200 }
}
