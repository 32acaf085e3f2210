import type { SeenScanBox } from '#work/sealed-scans/see-scan-box.ts'
import type { Words } from '../../words/vi.ts'
import { shownAddress } from '../scans/addresses.ts'

interface AttachedLatelyProps {
  readonly words: Words
  readonly lately: SeenScanBox['lately']
}

/** What was attached last, each with the way to it. */
export function AttachedLately({ words, lately }: AttachedLatelyProps) {
  const said = words.desk.scanBox
  const { columns } = said
  return (
    <section aria-labelledby="vua-gan">
      <h2 id="vua-gan">{said.lately}</h2>
      {lately.length === 0 ? (
        <p class="nothing">{said.noneLately}</p>
      ) : (
        <table class="ds-table found-rows">
          <thead>
            <tr>
              {Object.entries(columns).map(([column, name]) => (
                <th key={column} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lately.map(({ scan, code, at, by, pages, reason, isStruck }) => (
              <tr key={scan}>
                <td data-label={columns.dossier}>
                  <a class="ds-link code" href={shownAddress(code, scan)}>
                    {code}
                  </a>
                </td>
                <td class="when tabular" data-label={columns.at}>
                  {words.format.moment(at)}
                </td>
                <td data-label={columns.by}>
                  <span lang="vi">{by}</span>
                </td>
                <td data-label={columns.how}>
                  {reason === null ? said.byMark(pages) : <span lang="vi">{said.byPerson(reason)}</span>}
                  {isStruck && <small>{said.struck}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
