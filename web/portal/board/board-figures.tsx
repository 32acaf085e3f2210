import { type FigureKey, figureOf } from '#domain/statistics/figures.ts'
import type { Sums } from '#domain/statistics/sums.ts'
import type { SeenBoard } from '../../reads.ts'
import type { Words } from '../../words/vi.ts'

const SHOWN = [
  'received',
  'online-share',
  'settled',
  'early-share',
  'in-time-share',
  'settled-late',
  'in-progress',
  'overdue',
  'carried-over',
  'post',
  'mobile',
  'home',
  'supplements',
] as const satisfies readonly FigureKey[]

/** The figures of the window, each with what it is a share of. */
export function BoardFigures({ words, board }: { words: Words; board: SeenBoard }) {
  const said = words.board
  return (
    <dl class="figures">
      {SHOWN.map((key) => (
        <Figure key={key} words={words} figure={key} sums={board.all} name={said.figures[key]} />
      ))}
      {board.ever &&
        (['mobile', 'home'] as const).map((key) => (
          <Figure
            key={key}
            words={words}
            figure={key}
            id={`${key}-ever`}
            sums={board.ever?.sums ?? board.all}
            name={said.ever[key]}
          />
        ))}
    </dl>
  )
}

interface FigureProps {
  readonly words: Words
  readonly figure: FigureKey
  readonly id?: string
  readonly sums: Sums
  readonly name: string
}

function Figure({ words: { format, board }, figure, id = figure, sums, name }: FigureProps) {
  const { count, of } = figureOf(figure, sums)
  return (
    <div>
      <dt>
        {name}
        {of !== null && <> {board.ofMany(format.number(count), format.number(of))}</>}
      </dt>
      <dd data-figure={id} data-count={count} {...(of !== null && { 'data-of': of })}>
        {of === null ? format.number(count) : format.share(count, of)}
      </dd>
    </div>
  )
}
