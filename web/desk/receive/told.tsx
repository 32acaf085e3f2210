import type { SeenIntake } from '#work/intake/see-intake.ts'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { stageInWords } from '../../parts/stage-in-words.ts'
import type { Words } from '../../words/vi.ts'

/** From which dossier a person is known. */
export function Known({ words, known }: { words: Words; known: SeenIntake['known'] }) {
  if (!known) return null
  const { format, desk } = words
  return <p class="hint">{desk.receive.known(known.code, format.day(known.receivedAt.slice(0, 10)))}</p>
}

/** What was read, what is known and what is already under way. */
export function Told({ words, seen, said }: { words: Words; seen: SeenIntake; said?: string | undefined }) {
  const receive = words.desk.receive
  return (
    <div role="status">
      {said && (
        <Notice kind="success">
          <p>{said}</p>
        </Notice>
      )}
      <Known words={words} known={seen.known} />
      {seen.open.length > 0 && (
        <Notice kind="warning" title={receive.openTitle}>
          <ul>
            {seen.open.map((one) => (
              <li key={one.code}>
                <Link href={`/ban/ho-so/${one.code}`}>{one.code}</Link>:{' '}
                <span lang="vi">
                  {one.stage === 'in-process' && one.waitsFor === null
                    ? one.stepName
                    : stageInWords(words, one)}
                </span>
                , {receive.openSince(words.format.moment(one.receivedAt))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  )
}

interface ReckonedProps {
  readonly words: Words
  readonly seen: SeenIntake
  /** Key of the exemption that was chosen. */
  readonly exemption: string
}

/** What it costs and when the result is due, if it is received now. */
export function Reckoned({ words, seen, exemption }: ReckonedProps) {
  const said = words.desk.receive
  const { due, fee, feeDong, feeAfterDong, isOpen, elsewhere } = seen
  const rule = seen.exemptions.find(({ key }) => key === exemption)
  return (
    <dl class="reckoned">
      <div>
        <dt>{said.fee}</dt>
        <dd>
          {feeDong === null
            ? words.fee(fee)
            : feeDong === 0
              ? words.fee({ kind: 'free' })
              : words.format.money(feeDong)}
        </dd>
      </div>
      {rule && (
        <div>
          <dt>{said.feeAfter}</dt>
          <dd>
            {feeAfterDong === null ? said.feeUndetermined : words.format.money(feeAfterDong)}
            <small lang="vi">{rule.ground}</small>
          </dd>
        </div>
      )}
      <div>
        <dt>{said.due}</dt>
        <dd>
          {due === null && said.noCalendar}
          {due !== null && due.due === null && words.timeliness['no-limit']}
          {due !== null && due.due !== null && words.format.longMoment(due.due)}
          {due?.isProvisional && <small>{words.desk.worklist.provisional}</small>}
          {!isOpen && <small>{said.closed}</small>}
          {elsewhere && (
            <small>
              {said.elsewhere(words.format.moment(elsewhere.by))} <span lang="vi">{elsewhere.deskName}</span>
            </small>
          )}
        </dd>
      </div>
    </dl>
  )
}
