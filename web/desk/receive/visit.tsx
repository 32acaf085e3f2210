import { isRefusal } from '#domain/outcome.ts'
import { giveReceiptList } from '#work/intake/give-receipt-list.ts'
import { type SeenVisit, seeVisit, type VisitLine } from '#work/intake/see-visit.ts'
import { Keys } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { LOOK_UP } from '../../portal/key-cookie.tsx'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { batchAddress, RECEIVE, receiptAddress, visitAddress } from './addresses.ts'
import { pdfOr } from '../printing/pdf.ts'

/** What one person handed in together: codes, keys, due moments and fees, one paper for all of it, and on. */
export const visitPage: DeskPage = {
  path: `${RECEIVE}/luot/:visit`,
  action: 'receive-dossier',
  async get(visit) {
    const { words, desk, c } = visit
    const seen = await seeVisit(desk, c.req.param('visit') ?? '')
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.desk.batch
    const main = (
      <>
        <mc-sent data-draft={`tiep-nhan nhieu ${seen.procedure}`} />
        <h1>{said.visitTitle(seen.lines.length)}</h1>
        <Facts>
          <FactOf name={words.desk.receive.applicant}>
            <span lang="vi">{seen.applicant.name}</span>
          </FactOf>
          <FactOf name={said.totalDue}>
            {words.format.money(seen.totalDong)}
            {seen.lines.some(({ feeDong }) => feeDong === null) && <small> {said.totalOpen}</small>}
          </FactOf>
        </Facts>
        {seen.withoutSlip && (
          <Notice kind="info">
            <p>{words.desk.certifying.noSlip}</p>
          </Notice>
        )}
        <Ways words={words} seen={seen} />
        <Lines words={words} lines={seen.lines} />
      </>
    )
    return { title: said.visitTitle(seen.lines.length), main }
  },
}

function Ways({ words, seen: { visit, procedure, lines } }: { words: Words; seen: SeenVisit }) {
  const said = words.desk.batch
  const ofPerson = `${RECEIVE}?thu-tuc=${encodeURIComponent(procedure)}&nguoi-cua=${lines[0]?.code ?? ''}&luot=${visit}`
  const ways = [
    [said.another, ofPerson, 'Alt+B'],
    [said.anotherBatch, `${batchAddress(procedure)}&luot=${visit}`, 'Alt+K'],
    [said.nextSame, batchAddress(procedure), 'Alt+Enter'],
  ] as const
  return (
    <p class="next-ways no-print">
      <mc-print>
        <a
          class="ds-button"
          href={`${visitAddress(visit)}/giay-tiep-nhan.pdf`}
          target="_blank"
          data-turbo="false"
          data-keys="Alt+P"
          aria-keyshortcuts="Alt+P"
        >
          {said.printList} <Keys keys="Alt+P" />
        </a>
      </mc-print>
      {ways.map(([text, href, keys]) => (
        <a
          key={keys}
          class="ds-button"
          data-variant="secondary"
          href={href}
          data-keys={keys}
          aria-keyshortcuts={keys}
        >
          {text} <Keys keys={keys} />
        </a>
      ))}
    </p>
  )
}

function Lines({ words, lines }: { words: Words; lines: readonly VisitLine[] }) {
  const said = words.desk.batch
  return (
    <div class="scrolled" role="region" aria-label={said.rows} tabIndex={0}>
      <table class="ds-table rows">
        <caption class="ds-sr-only">{said.rows}</caption>
        <thead>
          <tr>
            {[said.line, said.code, said.owner, said.key, said.due, said.fee, said.one].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            <tr key={line.code}>
              <td>{at + 1}</td>
              <td>
                <a class="ds-link code" href={`/ban/ho-so/${line.code}`}>
                  {line.code}
                </a>
              </td>
              <td data-label={said.owner}>
                <span lang="vi">{line.ownerName}</span>
                <small lang="vi">{line.subject ?? line.procedureName}</small>
              </td>
              <td data-label={said.key} class="code">
                {line.lookupKey}
              </td>
              <td data-label={said.due}>
                {line.due === null ? words.timeliness['no-limit'] : words.format.moment(line.due)}
              </td>
              <td data-label={said.fee} class="tabular">
                {line.feeDong === null
                  ? words.desk.receive.feeUndetermined
                  : words.format.money(line.feeDong)}
              </td>
              <td data-label={said.one}>
                <a
                  class="ds-link"
                  href={receiptAddress(line.code)}
                  target="_blank"
                  data-turbo="false"
                  aria-label={said.receiptOf(line.code)}
                >
                  {said.one}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The receipt list, to be looked at and printed. */
export const receiptListPdf: DeskPage = {
  path: `${RECEIVE}/luot/:visit/giay-tiep-nhan.pdf`,
  action: 'receive-dossier',
  async get(visit) {
    const lot = visit.c.req.param('visit') ?? ''
    const pdf = await giveReceiptList(visit.desk, lot, new URL(LOOK_UP, visit.publicUrl).href)
    return pdfOr(visit, pdf, 'giay-tiep-nhan-nhieu-ho-so')
  },
}
