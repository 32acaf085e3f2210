import { isRefusal } from '#domain/outcome.ts'
import { seeReceipt } from '#work/intake/see-receipt.ts'
import type { Page } from '../../page.tsx'
import { Keys } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { DeskPage } from '../desk-page.ts'
import { outSessionAddress } from '../outreach/addresses.ts'
import { refusedPage } from '../refused-page.tsx'
import { heldAddress } from '../scans/addresses.ts'
import { RECEIVE, receiptAddress, visitAddress } from './addresses.ts'
import { receiveInSession } from './taken-out.ts'

/** Received: what the officer says and gives the person, and on to the next. */
export const receivedPage: DeskPage = {
  path: `${RECEIVE}/xong/:code`,
  action: 'receive-dossier',
  async get(visit) {
    const { words, desk, c } = visit
    const receipt = await seeReceipt(desk, c.req.param('code') ?? '')
    if (isRefusal(receipt)) return refusedPage(visit, receipt)
    const said = words.desk.receive
    const { code, lookupKey, procedure, procedureName, applicantName, feeDong, due, visit: lot } = receipt
    const inSession = receipt.session === null ? '' : `&${receiveInSession(receipt.session).slice(1)}`
    const next = `${RECEIVE}?thu-tuc=${encodeURIComponent(procedure)}${inSession}`
    const main = (
      <>
        <mc-sent data-draft={`tiep-nhan ${procedure}`} />
        <h1>{said.received}</h1>
        <p class="received-code" role="status">
          {code}
        </p>
        <Facts>
          <FactOf name={said.key}>
            <strong class="code">{lookupKey}</strong>
          </FactOf>
          <FactOf name={said.procedure}>
            <span lang="vi">{procedureName}</span>
          </FactOf>
          <FactOf name={said.applicant}>
            <span lang="vi">{applicantName}</span>
          </FactOf>
          <FactOf name={said.dueAt}>
            {due === null ? words.timeliness['no-limit'] : words.format.longMoment(due)}
            {receipt.isDueProvisional && <small>{words.desk.worklist.provisional}</small>}
            {receipt.elsewhere && (
              <small>
                {said.elsewhere(words.format.moment(receipt.elsewhere.by))}{' '}
                <span lang="vi">{receipt.elsewhere.agencyName}</span>
              </small>
            )}
          </FactOf>
          <FactOf name={said.fee}>
            {feeDong === null
              ? said.feeUndetermined
              : feeDong === 0
                ? words.fee({ kind: 'free' })
                : words.format.money(feeDong)}
          </FactOf>
        </Facts>
        {receipt.toGiveBack.length > 0 && (
          <Notice kind="warning">
            <p lang="vi">{words.desk.returning.giveBack(receipt.toGiveBack.join('; '))}</p>
          </Notice>
        )}
        {receipt.withoutSlip && (
          <Notice kind="info">
            <p>{words.desk.certifying.noSlip}</p>
          </Notice>
        )}
        <p class="next-ways">
          <mc-print>
            <a
              class="ds-button"
              href={receiptAddress(code)}
              target="_blank"
              data-turbo="false"
              data-keys="Alt+P"
              aria-keyshortcuts="Alt+P"
            >
              {said.print} <Keys keys="Alt+P" />
            </a>
          </mc-print>
          <a
            class="ds-button"
            data-variant="secondary"
            href={next}
            data-keys="Alt+Enter"
            aria-keyshortcuts="Alt+Enter"
          >
            {said.nextSame} <Keys keys="Alt+Enter" />
          </a>
          <a
            class="ds-button"
            data-variant="secondary"
            href={`${next}&nguoi-cua=${code}${lot === null ? '' : `&luot=${lot}`}`}
            data-keys="Alt+B"
            aria-keyshortcuts="Alt+B"
          >
            {said.nextOfPerson} <Keys keys="Alt+B" />
          </a>
          {lot !== null && (
            <a class="ds-link" href={visitAddress(lot)}>
              {said.wholeVisit}
            </a>
          )}
          {receipt.session !== null && (
            <a class="ds-link" href={outSessionAddress(receipt.session)}>
              {words.outreach.desk.back}
            </a>
          )}
          <a class="ds-link" href={heldAddress(code)}>
            {words.desk.digitising.lookFirst}
          </a>
          <a class="ds-link" href={`/ban/ho-so/${code}`}>
            {said.open}
          </a>
        </p>
      </>
    )
    return { title: said.received, main } satisfies Page
  },
}
