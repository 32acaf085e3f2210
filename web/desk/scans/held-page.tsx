import { isRefusal } from '#domain/outcome.ts'
import { CopyToReuse } from '#shapes/scans.ts'
import { reuseCopy } from '#work/digitising/reuse-copy.ts'
import { type SeenHeldCopies, type SeenHeldCopy, seeHeldCopies } from '#work/digitising/see-held-copies.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { codeOf, DOSSIER, dossierAddress } from '../dossier/address.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, readForm, refusalText } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { contentAddress, heldAddress, SCANS_AT, shownAddress } from './addresses.ts'

/** Looked for before anything is scanned: the copies the centre holds of the owner's papers and results. */
export const heldPage: DeskPage = {
  path: `${DOSSIER}/${SCANS_AT}/da-co`,
  action: 'digitise',
  get: (visit) => shown(visit, {}),
  async post(visit, typed) {
    const about = first(typed, 'from')
    const given = readForm(typed, CopyToReuse, visit.words)
    if (given.faults) return { ...(await shown(visit, { about, faults: given.faults })), status: 422 }
    const outcome = await reuseCopy(visit.desk, codeOf(visit), given.value)
    if (!isRefusal(outcome)) return seeOther(shownAddress(codeOf(visit), given.value.id))
    return { ...(await shown(visit, { about, refused: refusalText(visit.words, outcome) })), status: 409 }
  },
}

interface Answered {
  readonly about?: string
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(visit: DeskVisit, answered: Answered): Promise<Page> {
  const { words } = visit
  const code = codeOf(visit)
  const seen = await seeHeldCopies(visit.desk, code)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.digitising
  const main = (
    <>
      <p class="hint">
        <Link href={dossierAddress(code)}>{said.back}</Link> {code}
      </p>
      <h1>{said.heldTitle}</h1>
      <p class="sub" lang="vi">
        {said.heldLead(seen.ownerName)}
      </p>
      {seen.ownerNumber === null ? (
        <p>{said.noNumber}</p>
      ) : (
        seen.copies.length === 0 && <p>{said.heldNone}</p>
      )}
      <ul class="held-copies">
        {seen.copies.map((copy) => (
          <Held key={copy.scan} words={words} code={code} seen={seen} copy={copy} answered={answered} />
        ))}
      </ul>
    </>
  )
  return { title: said.heldTitle, main }
}

interface HeldProps {
  readonly words: Words
  readonly code: string
  readonly seen: SeenHeldCopies
  readonly copy: SeenHeldCopy
  readonly answered: Answered
}

function Held({ words, code, seen, copy, answered }: HeldProps) {
  const said = words.desk.digitising
  const { day, moment } = words.format
  const own = answered.about === copy.scan ? answered : {}
  const fields = (name: string) => `${name}-${copy.scan}`
  return (
    <li>
      <h2>
        <a
          class="ds-link"
          lang="vi"
          href={contentAddress(copy.code, copy.scan)}
          target="_blank"
          rel="noopener"
        >
          {copy.name}
        </a>
      </h2>
      <p>
        {said.fromDossier(copy.code)}
        {copy.isResult && ` · ${said.isResult}`} ·{' '}
        <span lang="vi">{said.certifiedBy(copy.by, moment(copy.certifiedAt))}</span> ·{' '}
        {copy.validUntil === null ? said.noEnd : said.validUntil(day(copy.validUntil))}
        {copy.whyNot !== null && (
          <>
            {' · '}
            <strong>{said.whyNot[copy.whyNot]}</strong>
          </>
        )}
      </p>
      {copy.whyNot === null && (
        <PostForm
          words={words}
          action={heldAddress(code)}
          class="stacked"
          faults={own.faults}
          refused={own.refused}
        >
          <input type="hidden" name="id" value={newCommandId()} />
          <input type="hidden" name="from" value={copy.scan} />
          <SelectField
            name="component"
            id={fields('component')}
            label={said.reuseAs}
            value={copy.component}
            choices={seen.papers.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
          />
          <TextField
            name="purpose"
            id={fields('purpose')}
            label={said.purpose}
            value={said.purposeFor(code)}
            fault={faultAt(own.faults ?? [], 'purpose')}
            maxLength={300}
          />
          <Button kind="secondary">{said.reuse}</Button>
        </PostForm>
      )}
    </li>
  )
}
