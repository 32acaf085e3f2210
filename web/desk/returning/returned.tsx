import { isRefusal } from '#domain/outcome.ts'
import { seeReturned } from '#work/returning/see-returned.ts'
import { Notice } from '../../parts/notice.tsx'
import type { DeskPage } from '../desk-page.ts'
import { DRAWER, FindForm } from './drawer.tsx'
import { proofInWords } from './proof-in-words.ts'

const RETURNED = `${DRAWER}/da-tra` as const
/** As many as are handed out together. */
const MOST = 100

/** Only codes stand in the address: to whom it was handed is read from the dossiers. */
export function returnedAddress(codes: readonly string[]): `/${string}` {
  return `${RETURNED}?${new URLSearchParams(codes.map((code) => ['ma', code]))}`
}

/** What was just handed out and to whom; and the box for the next person. */
export const returnedPage: DeskPage = {
  path: RETURNED,
  action: 'see-drawer',
  async get({ words, desk, url }) {
    const said = words.desk.returning
    const codes = [...new Set(url.searchParams.getAll('ma'))].slice(0, MOST)
    const seen = await Promise.all(codes.map((code) => seeReturned(desk, code)))
    const lines = seen.flatMap((one) => (isRefusal(one) ? [] : [one]))
    const main = (
      <>
        <h1>{said.doneTitle}</h1>
        <Notice kind="success" role="status">
          <p>{said.done(lines.length)}</p>
        </Notice>
        <div class="scrolled">
          <table class="ds-table found-rows">
            <caption class="ds-sr-only">{said.doneTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{said.dossier}</th>
                <th scope="col">{said.receiver}</th>
                <th scope="col">{said.returnedAt}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(
                ({ code, procedureName, receiver, way, at, proof, documentNumber, copies, byName }) => (
                  <tr key={code} data-row>
                    <td>
                      <a class="ds-link code" href={`/ban/ho-so/${code}`}>
                        {code}
                      </a>
                      <small lang="vi">{procedureName}</small>
                      <small>
                        {documentNumber && `${said.documentNumber}: ${documentNumber}, `}
                        {said.copies(copies)}
                      </small>
                    </td>
                    <td data-label={said.receiver}>
                      <span lang="vi">{receiver.name}</span>
                      {receiver.idNumber && <small class="numbers">{receiver.idNumber}</small>}
                      {receiver.authority && <small>{said.byAuthority(receiver.authority)}</small>}
                      {proof && proofInWords(words, proof).map((line) => <small key={line}>{line}</small>)}
                    </td>
                    <td data-label={said.returnedAt} class="when">
                      {words.format.moment(at)}
                      <small>{words.returnWays[way]}</small>
                      <small>{said.handedBy(byName)}</small>
                    </td>
                  </tr>
                ),
              )}
            </tbody>
          </table>
        </div>
        <h2>{said.nextPerson}</h2>
        <FindForm words={words} id="find-next" />
      </>
    )
    return { title: said.doneTitle, main }
  },
}
