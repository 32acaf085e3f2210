import { useEffect, useRef } from 'preact/hooks'
import type { RefusalCode } from '#domain/outcome.ts'
import { PACKET_CONCERNS } from '#domain/outreach/intake-packet.ts'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import type { PacketKept } from '../keep/packets.ts'
import { PIECE_BYTES } from '#shapes/field/packet.ts'
import type { Sync } from './use-sync.ts'

/** What was done on this device and where it is: still here, on its way, at the centre, before a person. */
export function SyncScreen({ words, sync }: { words: Words; sync: Sync }) {
  const said = words.fieldFrame.sync
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section class="field-home">
      <h1 ref={heading} tabIndex={-1}>
        {said.title}
      </h1>
      <p>
        <ActButton kind="primary" isBusy={sync.isSending} act={sync.send}>
          {sync.isSending ? said.sending : said.send}
        </ActButton>
      </p>
      {sync.packets.length === 0 && <p>{said.none}</p>}
      <ul class="field-outings">
        {sync.packets.toReversed().map((one) => (
          <li key={one.id}>
            <p class="field-outing">
              <strong>
                {said.kinds[one.done.kind]} {one.answer?.code ?? one.done.code ?? said.noNumber}
              </strong>
              <br />
              {words.format.moment(one.done.at)}
              {one.done.cashDong > 0 && `, ${words.format.money(one.done.cashDong)}`}
            </p>
            <p data-stage={one.answer?.stage ?? 'unknown'}>{whereIs(words, one)}</p>
            {one.answer?.why.map((why) => (
              <p key={why} class="hint">
                {whyIn(words, why)}
              </p>
            ))}
            {sync.told.get(one.id) && <p role="alert">{sync.told.get(one.id)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Why a person looks at it: a word of the wire as a sentence, or the person's own. */
function whyIn(words: Words, why: string): string {
  const concern = PACKET_CONCERNS.find((one) => one === why)
  return concern ? words.fieldFrame.sync.concerns[concern] : (ruleIn(words, why) ?? why)
}

function ruleIn(words: Words, why: string): string | null {
  const isRule = (one: string): one is RefusalCode => Object.hasOwn(words.refusals, one)
  return isRule(why) ? words.refusals[why]({}) : null
}

function whereIs(words: Words, { answer, sealed }: PacketKept): string {
  const said = words.fieldFrame.sync
  switch (answer?.stage) {
    case 'taken-in':
      return answer.due === null ? said.takenIn : said.takenInDue(words.format.longMoment(answer.due))
    case 'to-decide':
      return said.toDecide
    case 'refused':
      return said.refused
    case 'arriving':
      return said.arriving(answer.have.length, Math.ceil((sealed?.length ?? 0) / PIECE_BYTES))
    default:
      return said.waiting
  }
}
