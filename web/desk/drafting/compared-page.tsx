import { isRefusal } from '#domain/outcome.ts'
import { compareDrafts, type TextPart } from '#work/drafting/compare-drafts.ts'
import { Link } from '../../parts/link.tsx'
import type { DeskPage } from '../desk-page.ts'
import { codeOf } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'
import { COMPARED, draftsAddress } from './address.ts'

/** Two versions side by side: the fields that differ, and in them the words. */
export const comparedPage: DeskPage = {
  path: COMPARED,
  action: 'see-dossier',
  async get(visit) {
    const { desk, words, url } = visit
    const said = words.desk.drafting
    const code = codeOf(visit)
    const asked = (name: string) => Number(url.searchParams.get(name) ?? 0) || 0
    const seen = await compareDrafts(desk, code, { from: asked('tu'), to: asked('den') })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const title = said.compared(seen.from, seen.to)
    const main = (
      <>
        <h1>{title}</h1>
        <p class="sub">
          <Link href={draftsAddress(code)}>{said.heading}</Link>
        </p>
        {seen.changed.length === 0 ? (
          <p>{said.noDifference}</p>
        ) : (
          <table class="ds-table rows compared">
            <caption class="ds-sr-only">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{said.field}</th>
                <th scope="col">{said.version(seen.from)}</th>
                <th scope="col">{said.version(seen.to)}</th>
              </tr>
            </thead>
            <tbody lang="vi">
              {seen.changed.map((field) => (
                <tr key={field.name}>
                  <th scope="row">{field.label}</th>
                  <td data-label={said.version(seen.from)}>
                    <Marked parts={field.before} as="del" empty={said.empty} />
                  </td>
                  <td data-label={said.version(seen.to)}>
                    <Marked parts={field.after} as="ins" empty={said.empty} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {seen.same > 0 && <p class="hint">{said.same(seen.same)}</p>}
      </>
    )
    return { title, main }
  },
}

interface MarkedProps {
  readonly parts: readonly TextPart[]
  readonly as: 'del' | 'ins'
  readonly empty: string
}

function Marked({ parts, as: Element, empty }: MarkedProps) {
  const shown = parts.filter(({ text }) => text !== '')
  if (shown.length === 0) return <span class="hint">{empty}</span>
  return (
    <span class="compared-text">
      {shown.map(({ text, isChanged }, place) =>
        isChanged ? <Element key={place}>{text}</Element> : <span key={place}>{text}</span>,
      )}
    </span>
  )
}
