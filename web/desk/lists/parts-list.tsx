import { isRefusal } from '#domain/outcome.ts'
import { type PartLine, seeParts } from '#work/linking/see-parts.ts'
import { Link } from '../../parts/link.tsx'
import { TimeLeft } from '../../parts/time-left.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'

export const PARTS = '/ban/phan-viec'
const AFTER = 'sau'

/** What the person's agency has to do in dossiers that others lead. */
export const partsPage: DeskPage = {
  path: PARTS,
  action: 'see-own-worklist',
  async get(visit) {
    const { desk, words, url } = visit
    const seen = await seeParts(desk, { after: url.searchParams.get(AFTER) ?? undefined })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.linked
    const { lines, next } = seen
    const main = (
      <>
        <h1>{said.list}</h1>
        <p class="sub">{said.listLead}</p>
        {lines.length === 0 ? <p>{said.nothing}</p> : <Table words={words} lines={lines} />}
        {next !== null && (
          <p>
            <Link href={`${PARTS}?${AFTER}=${encodeURIComponent(next)}`}>{said.next}</Link>
          </p>
        )}
      </>
    )
    return { title: said.list, main, live: 'lists' }
  },
}

function Table({ words, lines }: { readonly words: Words; readonly lines: readonly PartLine[] }) {
  const said = words.desk.linked
  return (
    <div class="scrolled">
      <table class="ds-table found-rows">
        <caption class="ds-sr-only">{said.list}</caption>
        <thead>
          <tr>
            {[said.part, said.dossier, said.lead, said.since, said.due].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.code} ${line.key}`} data-row>
              <td lang="vi">
                <strong>{line.name}</strong>
                {line.body !== null && <small>{line.body}</small>}
              </td>
              <td>
                <a class="ds-link code" href={dossierAddress(line.code)}>
                  {line.code}
                </a>
                <small lang="vi">
                  {line.ownerName}, {line.procedureName}
                </small>
              </td>
              <td data-label={said.lead} lang="vi">
                {line.leaderName}
              </td>
              <td data-label={said.since} class="when">
                {words.format.moment(line.since)}
              </td>
              <td data-label={said.due} class="when">
                {line.due === null ? said.noDue : words.format.moment(line.due)}
                <small>
                  <TimeLeft words={words} left={{ ...line, ...RUNNING }} />
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A part that is listed lies with its agency, and its time runs. */
const RUNNING = { stage: 'in-process', waitsFor: null, used: null, timeliness: null } as const
