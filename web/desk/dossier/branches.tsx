import type { Corrected } from '#domain/dossier/events.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { PdfLink } from '../printing/paper-links.tsx'
import { receiptAddress } from '../receive/addresses.ts'

interface BranchesProps {
  readonly words: Words
  readonly seen: SeenDossier
  /** The receipt slip is given out by who receives there. */
  readonly mayPrint: boolean
}

/** What is special about a dossier now, before anything else: a refusal on its way, an apology, opinions awaited. */
export function Branches({ words, seen, mayPrint }: BranchesProps) {
  const said = words.desk.branches
  const { correcting } = words.desk
  const { correction, refund, refusal, apology, answerBy, consultations = [] } = seen
  const { format } = words
  return (
    <>
      {seen.isSlipDue && (
        <Notice kind="warning" title={said.slipDue}>
          {mayPrint ? (
            <p>
              <PdfLink href={receiptAddress(seen.code)}>{said.printSlip}</PdfLink>
            </p>
          ) : (
            <p>{said.slipAtCounter}</p>
          )}
        </Notice>
      )}
      {refusal && (
        <Notice kind="warning" title={seen.readyAt === null ? said.refusalOnWay : said.refused}>
          <p lang="vi">
            {refusal.reason} ({refusal.ground})
          </p>
        </Notice>
      )}
      {apology && (
        <Notice kind="warning" title={said.apologyStates[apology.state]}>
          <p>
            {said.causes[apology.cause]}: <span lang="vi">{apology.reason}</span>
          </p>
          <p>{said.promises(format.longMoment(apology.promised))}</p>
        </Notice>
      )}
      {correction && (
        <Notice kind="warning" title={correcting.waiting}>
          <p>
            {correcting.whats[correction.corrected.what]}:{' '}
            <span lang="vi">{inWords(words, correction.corrected)}</span>
          </p>
          <p lang="vi">{correction.ground}</p>
        </Notice>
      )}
      {refund && (
        <Notice kind="warning" title={words.desk.money.refundWaiting(format.money(refund.dong))}>
          <p lang="vi">
            {refund.reason} ({refund.ground})
          </p>
        </Notice>
      )}
      {answerBy !== null && <p class="dossier-answer-by">{said.waitsUntil(format.day(answerBy))}</p>}
      <Prompted words={words} seen={seen} />
      {consultations.length > 0 && (
        <section aria-labelledby="dossier-opinions">
          <h2 id="dossier-opinions">{said.opinions}</h2>
          <ul>
            {consultations.map(({ key, body, answerBy: by, isClosed }) => (
              <li key={key}>
                <span lang="vi">{body}</span>:{' '}
                {isClosed ? said.opinionClosed : said.opinionOpen(format.day(by))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** When the applicant was reminded, and from when it may be stopped without an answer. */
function Prompted({ words, seen: { lapse } }: { readonly words: Words; readonly seen: SeenDossier }) {
  if (lapse === null) return null
  const said = words.desk.branches
  const { day } = words.format
  const { made, needed, from } = lapse
  return (
    <p class="dossier-answer-by">
      {made.length > 0 && said.prompted(made.map((on) => day(on)).join(', '))}{' '}
      {made.length < needed && said.notPrompted(needed, made.length)}{' '}
      {from !== null && said.lapsesFrom(day(from))}
    </p>
  )
}

function inWords(words: Words, corrected: Corrected): string {
  switch (corrected.what) {
    case 'identity':
      return [corrected.name, corrected.idNumber].filter(Boolean).join(', ')
    case 'due':
      return words.format.longMoment(corrected.lawfulDue)
    case 'result':
      return `${corrected.wrong} → ${corrected.documentNumber}`
    case 'hand-back':
      return words.desk.correcting.mistakes[corrected.mistake]
  }
}
