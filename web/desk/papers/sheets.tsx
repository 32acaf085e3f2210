import type { SeenPapers, SeenSheetLine } from '#work/transferring/see-papers-to-go.ts'
import type { Words } from '../../words/vi.ts'
import { sheetAddress } from './paper-name.tsx'

/** The sheets of the caller's units, open ones first. */
export function Sheets({ words, sheets }: { readonly words: Words } & Pick<SeenPapers, 'sheets'>) {
  const said = words.desk.papers
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets">{said.sheets}</h2>
      {sheets.length === 0 ? (
        <p>{said.noSheets}</p>
      ) : (
        <div class="scrolled">
          <table class="ds-table rows">
            <caption class="ds-sr-only">{said.sheets}</caption>
            <thead>
              <tr>
                <th scope="col">{said.sheetNumber}</th>
                <th scope="col">{said.fromTo}</th>
                <th scope="col">{said.givenAt}</th>
                <th scope="col">{said.state}</th>
              </tr>
            </thead>
            <tbody>
              {sheets.map((sheet) => (
                <tr key={sheet.id} data-row>
                  <td data-label={said.sheetNumber}>
                    <a class="ds-link" href={sheetAddress(sheet.id)}>
                      {sheet.printed}
                    </a>
                    <small>{said.dossiers(sheet.dossiers)}</small>
                  </td>
                  <td data-label={said.fromTo} lang="vi">
                    {said.way(sheet.fromName, sheet.toName)}
                  </td>
                  <td data-label={said.givenAt} class="when">
                    {words.format.moment(sheet.given.at)}
                    <small lang="vi">{sheet.givenName}</small>
                  </td>
                  <td data-label={said.state}>
                    <State words={words} sheet={sheet} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function State({ words, sheet }: { readonly words: Words; readonly sheet: SeenSheetLine }) {
  const said = words.desk.papers
  if (sheet.closed === null) return <strong>{sheet.isToConfirm ? said.toConfirm : said.open}</strong>
  return (
    <>
      {said.ends[sheet.closed.how]}
      {sheet.missing > 0 && <strong class="late">, {said.withMissing(sheet.missing)}</strong>}
    </>
  )
}
