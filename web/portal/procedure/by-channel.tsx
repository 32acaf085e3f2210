import { type ByChannel, type Case, type Channel, forChannel } from '#domain/procedure/procedure.ts'
import { CatalogueText } from '../../parts/catalogue-text.tsx'
import type { Words } from '../../words/vi.ts'

interface ByChannelProps {
  readonly words: Words
  readonly cases: readonly Case[]
  readonly channels: readonly Channel[]
}

/** Time and fee of every case by every way of applying, where they differ. */
export function Compared({ words, cases, channels }: ByChannelProps) {
  const { procedure, limit, fee } = words
  return (
    <details class="ds-details compared no-print">
      <summary>{procedure.compare}</summary>
      <h3>{procedure.howLong}</h3>
      <ByCase words={words} cases={cases} valueName={procedure.time}>
        {(one) => rowsOf(one.limit, channels, (value) => limit(value))}
      </ByCase>
      <h3>{procedure.howMuch}</h3>
      <ByCase words={words} cases={cases} valueName={procedure.fee}>
        {(one) => rowsOf(one.fee, channels, (value) => fee(value))}
      </ByCase>
    </details>
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
  if (only && rows.length === 1) return <p>{only.text}</p>
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
                <th scope="row">
                  <CatalogueText text={row.case.name} />
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
