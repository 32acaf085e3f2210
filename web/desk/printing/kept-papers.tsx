import { z } from 'zod'
import { dayOf } from '#domain/calendar/moment.ts'
import { refuse, isRefusal } from '#domain/outcome.ts'
import { givePaperAgain, seeKeptPapers, seePapersGivenOut } from '#work/papers/see-kept-papers.ts'
import { cursorAt, readCursor } from '#work/reading/list-cursor.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { codeOf, dossierAddress } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'
import { GIVEN_OUT, KEPT_PAPERS, keptAddress, paperAgain } from './addresses.ts'
import { PdfLink } from './paper-links.tsx'
import { pdfOr } from './pdf.ts'

type KeptPapers = Extract<Awaited<ReturnType<typeof seeKeptPapers>>, readonly unknown[]>
type GivenOut = Exclude<Awaited<ReturnType<typeof seePapersGivenOut>>, { refused: unknown }>
type Kept = KeptPapers[number] | GivenOut['lines'][number]

/** Every paper of a dossier that was printed, and each time it was given out again. */
const ofDossier: DeskPage = {
  path: KEPT_PAPERS,
  action: 'see-dossier',
  async get(visit) {
    const code = codeOf(visit)
    const kept = await seeKeptPapers(visit.desk, code)
    if (isRefusal(kept)) return refusedPage(visit, kept)
    const { words } = visit
    const said = words.desk.printing.kept
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">
          <Link href={dossierAddress(code)}>{code}</Link>
        </p>
        <p class="hint">{said.lead}</p>
        {kept.length === 0 ? <p>{said.none}</p> : <OfDossier words={words} kept={kept} />}
      </>
    )
    return { title: `${said.title} ${code}`, main }
  },
}

function OfDossier({ words, kept }: { readonly words: Words; readonly kept: KeptPapers }) {
  const said = words.desk.printing.kept
  return (
    <div class="scrolled" role="region" aria-label={said.title} tabIndex={0}>
      <table class="ds-table found-rows">
        <thead>
          <tr>
            {[said.paper, said.at, said.template, said.reprints].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kept.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <PaperName words={words} one={one} />
              </th>
              <td data-label={said.at}>
                <GivenBy words={words} {...one} />
              </td>
              <td data-label={said.template}>
                <Template words={words} one={one} />
              </td>
              <td data-label={said.reprints}>
                <Reprints words={words} one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Reprints({ words, one }: { readonly words: Words; readonly one: KeptPapers[number] }) {
  const said = words.desk.printing.kept
  const { reprints, reprintCount } = one
  if (reprintCount === 0) return <>{said.noReprint}</>
  return (
    <>
      {said.times(reprintCount)}
      <ul class="paper-names">
        {reprints.map(({ at, by }, place) => (
          <li key={place}>
            <GivenBy words={words} at={at} by={by} />
          </li>
        ))}
      </ul>
      {reprintCount > reprints.length && <small>{said.latest(reprints.length)}</small>}
    </>
  )
}

/** What was given out on a day, the first time or again. */
const ofDay: DeskPage = {
  path: GIVEN_OUT,
  action: 'see-papers-given-out',
  async get(visit) {
    const { desk, words, url } = visit
    const on = dayAsked(url.searchParams.get('ngay'), dayOf(desk.now).toString())
    const after = readCursor(url.searchParams.get('sau') ?? '')
    const seen = await seePapersGivenOut(desk, {
      on,
      after: after && { at: after.dueOrder, line: after.id },
    })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.printing.kept
    const main = (
      <>
        <h1>{said.ofDay}</h1>
        <p class="sub">{words.format.longDay(Temporal.PlainDate.from(on))}</p>
        <p class="hint no-print">{said.ofDayLead}</p>
        <form action={GIVEN_OUT} class="day-form no-print">
          <TextField name="ngay" label={said.day} type="date" value={on} />
          <Button kind="secondary">{words.desk.printing.show}</Button>
        </form>
        {seen.lines.length === 0 ? <p>{said.nothing}</p> : <OfDay words={words} seen={seen} />}
        {seen.next && (
          <p class="no-print">
            <Link href={`${GIVEN_OUT}?${nextOf(on, seen.next)}`}>{said.more}</Link>
          </p>
        )}
      </>
    )
    return { title: said.ofDay, main }
  },
}

function nextOf(on: string, { at, line }: NonNullable<GivenOut['next']>): URLSearchParams {
  return new URLSearchParams({ ngay: on, sau: cursorAt({ due_order: at, id: line }) })
}

function OfDay({ words, seen }: { readonly words: Words; readonly seen: GivenOut }) {
  const said = words.desk.printing.kept
  return (
    <div class="scrolled" role="region" aria-label={said.ofDay} tabIndex={0}>
      <table class="ds-table found-rows">
        <thead>
          <tr>
            {[said.at, said.paper, said.dossier, said.copy, said.template].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.lines.map((one) => (
            <tr key={one.line}>
              <th scope="row">
                <GivenBy words={words} {...one} />
              </th>
              <td data-label={said.paper}>
                <PaperName words={words} one={one} />
              </td>
              <td data-label={said.dossier}>
                {one.code === null ? (
                  said.ofNoDossier
                ) : (
                  <a class="ds-link code" href={keptAddress(one.code)}>
                    {one.code}
                  </a>
                )}
              </td>
              <td data-label={said.copy} class="when">
                {one.reprint === 0 ? said.first : said.again(one.reprint)}
              </td>
              <td data-label={said.template}>
                <Template words={words} one={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PaperName({ words, one }: { readonly words: Words; readonly one: Kept }) {
  const { forms, kept: said } = words.desk.printing
  const name = forms[one.form]
  if (!one.mayBeGiven) return <>{name}</>
  return (
    <PdfLink href={paperAgain(one.id)} label={`${said.open} ${name}`}>
      {name}
    </PdfLink>
  )
}

function GivenBy({
  words,
  at,
  by,
}: {
  readonly words: Words
  readonly at: string
  readonly by: string | null
}) {
  return (
    <>
      <span class="when">{words.format.moment(at)}</span>
      <small lang="vi">{by ?? ''}</small>
    </>
  )
}

/** The form by its number and circular, whose template it was set with, and the hash of what came of it. */
function Template({ words, one }: { readonly words: Words; readonly one: Kept }) {
  const said = words.desk.printing.kept
  const { formNumber, formSource, own, houseTemplate, sha256 } = one
  return (
    <>
      <span lang="vi">{formNumber === null ? formSource : said.form(formNumber, formSource)}</span>
      <small>
        {own
          ? said.own(words.format.day(own.from), own.main)
          : houseTemplate === null
            ? said.house
            : said.houseVersion(houseTemplate)}
      </small>
      <small class="tabular">{said.hash(sha256.slice(0, 16))}</small>
    </>
  )
}

const Id = z.uuid()

/** A kept paper once more, as the same bytes. */
const again: DeskPage = {
  path: `${GIVEN_OUT}/:id`,
  action: 'see-dossier',
  async get(visit) {
    const id = Id.safeParse(visit.c.req.param('id'))
    const given = id.success ? await givePaperAgain(visit.desk, id.data) : refuse('no-such-paper')
    return isRefusal(given)
      ? refusedPage(visit, given)
      : pdfOr(visit, given.bytes, `${given.form}-${id.data?.slice(-12)}`)
  },
}

export const KEPT_PAPER_PAGES: readonly DeskPage[] = [ofDossier, ofDay, again]
