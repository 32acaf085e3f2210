import { type ByChannel, type Case, type Channel, forChannel } from '#domain/procedure/procedure.ts'
import type { Words } from '../words/vi.ts'

interface ByChannelProps {
  readonly words: Words
  readonly cases: readonly Case[]
  readonly channels: readonly Channel[]
}

/** How long each case takes, by each way of applying. */
export function Limits({ words, cases, channels }: ByChannelProps) {
  const { procedure, limit } = words
  return (
    <section>
      <h2>{procedure.howLong}</h2>
      <ByCase words={words} cases={cases} valueName={procedure.time}>
        {(one) => rowsOf(one.limit, channels, (value) => limit(value))}
      </ByCase>
    </section>
  )
}

/** What each case costs, by each way of applying; what is undetermined is said to be so. */
export function Costs({ words, cases, channels }: ByChannelProps) {
  const { procedure, fee } = words
  const fees = cases.flatMap((one) => channels.map((channel) => forChannel(one.fee, channel)))
  const notes = [...new Set(fees.map((one) => ('note' in one ? one.note : '')).filter(Boolean))]
  return (
    <section>
      <h2>{procedure.howMuch}</h2>
      <ByCase words={words} cases={cases} valueName={procedure.fee}>
        {(one) => rowsOf(one.fee, channels, (value) => fee(value))}
      </ByCase>
      {notes.map((note) => (
        <p key={note} class="hint" lang="vi">
          {note}
        </p>
      ))}
      {fees.some((one) => one.kind === 'undetermined') && <p class="hint">{procedure.undeterminedWhy}</p>}
    </section>
  )
}

interface Row {
  /** Null stands for every way that has no row of its own. */
  readonly channel: Channel | null
  readonly text: string
}

/** A channel with a value of its own has a row; the others share the row of `any`. */
function rowsOf<Value>(
  values: ByChannel<Value>,
  channels: readonly Channel[],
  say: (value: Value) => string,
): Row[] {
  const own = channels.filter((channel) => values.channels[channel] !== undefined)
  const rows = own.map((channel): Row => ({ channel, text: say(forChannel(values, channel)) }))
  return own.length === channels.length ? rows : [{ channel: null, text: say(values.any) }, ...rows]
}

interface ByCaseProps {
  readonly words: Words
  readonly cases: readonly Case[]
  readonly valueName: string
  readonly children: (one: Case) => readonly Row[]
}

function ByCase({ words: { procedure, channels }, cases, valueName, children }: ByCaseProps) {
  const rows = cases.flatMap((one) => children(one).map((row) => ({ ...row, case: one })))
  const [only] = rows
  if (only && rows.length === 1) return <p class="answer">{only.text}</p>
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={valueName}>
      <table class="ds-table">
        <thead>
          <tr>
            {cases.length > 1 && <th scope="col">{procedure.case}</th>}
            <th scope="col">{procedure.channel}</th>
            <th scope="col">{valueName}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.case.key} ${row.channel}`}>
              {cases.length > 1 && (
                <th scope="row" lang="vi">
                  {row.case.name}
                </th>
              )}
              <td>{row.channel ? channels[row.channel] : procedure.otherChannels}</td>
              <td>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
