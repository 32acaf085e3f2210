import { isRefusal } from '#domain/outcome.ts'
import type { CatalogueCounts, SeenBoard, SeenSatisfaction } from '../../reads.ts'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Page } from '../../page.tsx'
import type { Visit } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { CatalogueMakeUp } from '../catalogue-make-up.tsx'
import { BOARD_CSV, BOARD_JSON, BOARD_SCHEMA, boardAddress, readBoard } from './board-address.ts'
import { BoardCharts } from './board-charts.tsx'
import { BoardFigures } from './board-figures.tsx'
import { BoardForm } from './board-form.tsx'
import { BoardTable } from './board-table.tsx'
import { Definitions } from './definitions.tsx'
import { SatisfactionTable } from './satisfaction.tsx'
import { Targets } from './targets.tsx'

/** The public board: what the centre has done, counted from its records, for everybody. */
export async function boardPage({ reads, desk, words, url }: Visit): Promise<Page> {
  const asked = readBoard(url.searchParams)
  const [seen, usual, catalogue] = await Promise.all([
    reads.seeBoard(desk, asked),
    reads.seeBoard(desk, {}),
    reads.seeCatalogue(desk, {}),
  ])
  const board = isRefusal(seen) ? usual : seen
  if (isRefusal(board)) throw new Error(`the board cannot be shown at all: ${board.refused}`)
  // Of one unit, field or commune alone nothing is said beyond the table.
  const satisfaction = board.only ? null : await reads.seeSatisfaction(desk, board.window)
  return {
    title: words.board.title,
    status: isRefusal(seen) ? 422 : 200,
    main: (
      <Board
        words={words}
        board={board}
        counts={catalogue.counts}
        isMisread={isRefusal(seen)}
        satisfaction={satisfaction}
      />
    ),
  }
}

interface BoardProps {
  readonly words: Words
  readonly board: SeenBoard
  readonly counts: CatalogueCounts
  readonly isMisread: boolean
  readonly satisfaction: SeenSatisfaction | null
}

function Board({ words, board, counts, isMisread, satisfaction }: BoardProps) {
  const said = words.board
  const { window, only, months, units, fields, places } = board
  const asked = { from: window.from.slice(0, 7), to: window.to.slice(0, 7), only }
  return (
    <div class="wrap board">
      <h1>{said.title}</h1>
      <p class="sub">{said.lead}</p>
      {isMisread && (
        <Notice kind="warning" role="alert">
          <p>{said.misread}</p>
        </Notice>
      )}
      <BoardForm words={words} board={board} />
      <h2 id="window">
        {said.window(window.from, window.to)}
        {board.onlyName !== null && (
          <>
            : <span lang="vi">{board.onlyName}</span>
          </>
        )}
      </h2>
      {board.isRunning && <p class="hint">{said.running}</p>}
      <BoardFigures words={words} board={board} />
      <p class="hint">{said.cut}</p>
      <Targets words={words} board={board} />
      <BoardCharts words={words} board={board} />
      <BoardTable
        words={words}
        title={said.byMonth}
        first={said.month}
        groups={months}
        name="month"
        isNumber
      />
      {only?.kind !== 'field' && (
        <BoardTable words={words} title={said.byField} first={said.field} groups={fields} name="field" />
      )}
      {only?.kind !== 'unit' && (
        <BoardTable words={words} title={said.byUnit} first={said.unit} groups={units} name="unit" />
      )}
      {only?.kind !== 'place' && (
        <BoardTable words={words} title={said.byPlace} first={said.place} groups={places} name="place" />
      )}
      {board.desks.length > 0 && (
        <BoardTable words={words} title={said.byDesk} first={said.desk} groups={board.desks} name="desk" />
      )}
      {satisfaction && <SatisfactionTable words={words} seen={satisfaction} />}
      <CatalogueMakeUp words={words} counts={counts} />
      <h2>{said.openData}</h2>
      <p>
        {said.openDataLead} <Link href={boardAddress(asked, BOARD_CSV)}>CSV</Link>,{' '}
        <Link href={boardAddress(asked, BOARD_JSON)}>JSON</Link>,{' '}
        <Link href={BOARD_SCHEMA}>{said.schema}</Link>
      </p>
      <Definitions words={words} board={board} />
    </div>
  )
}
