import type { SeenPacket } from '#work/field/see-packets.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import type { Words } from '../../words/vi.ts'
import { dossierAddress } from '../dossier/address.ts'
import { outSessionAddress } from './addresses.ts'

/** What is known of a packet: of whom, from where, as of when. */
export function PacketFacts({
  words,
  seen: { packet, outing, inside, came },
}: {
  readonly words: Words
  readonly seen: SeenPacket
}) {
  const said = words.fieldWork.packets
  const { moment, number, money } = words.format
  const dossier = packet.code ?? null
  const fee = packet.feeDong ?? inside?.feeDong ?? null
  return (
    <Facts>
      {inside?.person && (
        <FactOf name={said.person}>
          <span lang="vi">{inside.person.name}</span>{' '}
          {inside.person.phone && <span class="tabular">{inside.person.phone}</span>}
        </FactOf>
      )}
      {inside?.procedureName && (
        <FactOf name={said.procedure}>
          <span lang="vi">{inside.procedureName}</span>
        </FactOf>
      )}
      {dossier !== null && packet.kind !== 'contact' && (
        <FactOf name={said.code}>
          <a class="ds-link tabular" href={dossierAddress(dossier)}>
            {dossier}
          </a>
        </FactOf>
      )}
      {dossier === null && packet.kind === 'intake' && (
        <FactOf name={said.paperCode}>
          <span class="tabular">{inside?.code ?? said.noCode}</span>
        </FactOf>
      )}
      {outing && (
        <FactOf name={said.outing}>
          {outing.kind === 'session' ? (
            <a class="ds-link" href={outSessionAddress(outing.id)}>
              {said.session} {words.format.day(outing.on)}
            </a>
          ) : (
            `${said.homeVisit} ${words.format.day(outing.on)}`
          )}
        </FactOf>
      )}
      {packet.receivedAt !== null && (
        <FactOf name={said.receivedAt}>
          {moment(packet.receivedAt)}
          {packet.basis && <small> ({said.basis[packet.basis]})</small>}
        </FactOf>
      )}
      {packet.claimedAt !== null && <FactOf name={said.claimedAt}>{moment(packet.claimedAt)}</FactOf>}
      {packet.sequence !== null && (
        <FactOf name={said.order}>{said.sequence(number(packet.sequence), packet.isChained)}</FactOf>
      )}
      {packet.closing && came && <Closing words={words} sheet={packet.closing} came={came} />}
      {inside && inside.pages > 0 && <FactOf name={said.pages}>{number(inside.pages)}</FactOf>}
      {fee !== null && <FactOf name={said.fee}>{money(fee)}</FactOf>}
      {packet.witness !== null && (
        <FactOf name={said.witness}>
          <span lang="vi">{packet.witness}</span>
        </FactOf>
      )}
    </Facts>
  )
}

/** The sheet of the day beside what came of it. */
function Closing({
  words,
  sheet,
  came,
}: {
  readonly words: Words
  readonly sheet: NonNullable<SeenPacket['packet']['closing']>
  readonly came: NonNullable<SeenPacket['came']>
}) {
  const said = words.fieldWork.packets
  const { number, money } = words.format
  const counted = ({ received, handedBack, contacts }: typeof came) =>
    said.closing(number(received), number(handedBack), number(contacts))
  const isAlike = counted(sheet) === counted(came)
  const isCashAlike = sheet.cashDong === came.cashDong
  return (
    <>
      <FactOf name={said.closingSheet}>{counted(sheet)}</FactOf>
      <FactOf name={said.closingCame}>
        {counted(came)}. {isAlike ? said.closingAlike : <strong>{said.closingDiffers}</strong>}
      </FactOf>
      <FactOf name={said.closingMoney}>
        {said.closingCash(money(sheet.cashDong), number(sheet.slips))}.{' '}
        {isCashAlike ? said.closingAlike : <strong>{said.closingCashDiffers(money(came.cashDong))}</strong>}
        {sheet.note !== null && <span lang="vi"> {sheet.note}</span>}
      </FactOf>
    </>
  )
}
