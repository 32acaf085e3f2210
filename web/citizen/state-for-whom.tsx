import { isRefusal } from '#domain/outcome.ts'
import { PRINCIPAL_KINDS, type Principal } from '#domain/people/representation.ts'
import { RepresentationToState } from '#shapes/representation.ts'
import { MOST_SCAN_BYTES } from '#work/scanning/readable-files.ts'
import { stateRepresentation } from '#work/citizens/state-representation.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, FileField, TextField } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { REPRESENTING, STATE_FOR_WHOM } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

type Kind = Principal['kind']

/** For whom the person files, and what proves it: an organisation, somebody who authorised him, a child. */
export const stateForWhomPage: CitizenPage = {
  path: STATE_FOR_WHOM,
  action: 'keep-account',
  mostBytes: MOST_SCAN_BYTES + 64 * 1024,
  async get(visit) {
    const kind = kindIn(visit.c.req.query('ai'))
    if (kind === undefined) return seeOther(REPRESENTING)
    const procedures = (visit.c.req.query('thu-tuc') ?? '').slice(0, 100)
    return formPage(visit, kind, { ...NOTHING_TYPED, fields: { procedures: [procedures] } })
  },
  async post(visit, typed) {
    const kind = kindIn(first(typed, 'kind'))
    if (kind === undefined) return seeOther(REPRESENTING)
    const read = readForm(typed, RepresentationToState, visit.words)
    if (read.faults) return formPage(visit, kind, typed, { faults: inOwnWords(visit, kind, read.faults) })
    const [sent] = typed.files
    const file =
      sent && sent.file.size > 0
        ? { name: sent.file.name, bytes: new Uint8Array(await sent.file.arrayBuffer()) }
        : null
    const outcome = await stateRepresentation(visit.desk, read.value, file)
    if (!isRefusal(outcome)) return seeOther(REPRESENTING)
    return { ...formPage(visit, kind, typed, { refused: refusalText(visit.words, outcome) }), status: 409 }
  },
}

function kindIn(text: string | undefined): Kind | undefined {
  return PRINCIPAL_KINDS.find((one) => one === text)
}

function inOwnWords({ words }: CitizenVisit, kind: Kind, faults: readonly Fault[]): Fault[] {
  const { representing, bornOnFault } = words.citizens
  const own: { readonly [field: string]: string } = {
    name: representing.nameFault[kind],
    document: representing.documentFault,
    number: representing.numberFault[kind],
    bornOn: bornOnFault,
    lastOn: representing.lastOnFault,
  }
  return faults.map(({ field, text }) => ({ field, text: own[field] ?? text }))
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

function formPage(
  { words }: CitizenVisit,
  kind: Kind,
  typed: Typed,
  { faults = [], refused }: Answer = {},
): Page {
  const said = words.citizens.representing
  const field = (name: string) => ({
    name,
    value: first(typed, name),
    fault: faultAt(faults, name),
    autocomplete: 'off',
  })
  const main = (
    <div class="wrap page narrow">
      <h1>{said.kinds[kind]}</h1>
      <p>{said.stateLead}</p>
      <PostForm words={words} class="stacked" enctype="multipart/form-data" faults={faults} refused={refused}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <TextField
          {...field('name')}
          label={said.name[kind]}
          required
          maxLength={kind === 'organisation' ? 200 : 120}
        />
        <TextField
          {...field('number')}
          label={said.number[kind]}
          hint={said.numberHint[kind]}
          required={kind !== 'child'}
          inputmode="numeric"
          maxLength={20}
        />
        {kind === 'child' && (
          <TextField {...field('bornOn')} type="date" label={words.citizens.bornOn} required />
        )}
        <TextField
          {...field('document')}
          label={said.document}
          hint={said.documentHint[kind]}
          required={kind !== 'child'}
          maxLength={300}
        />
        <FileField
          name="file"
          label={said.file}
          hint={said.fileHint}
          accept="application/pdf,image/jpeg,image/png"
        />
        {kind !== 'child' && (
          <>
            <TextField {...field('lastOn')} type="date" label={said.lastOn} required />
            <TextField
              {...field('procedures')}
              label={said.procedures}
              hint={said.proceduresHint}
              maxLength={2000}
            />
          </>
        )}
        <Button>{said.send}</Button>
      </PostForm>
    </div>
  )
  return { title: said.state, main, status: faults.length > 0 ? 422 : 200 }
}
