import { chosenValue } from '#shapes/chosen-dossiers.ts'
import type { DossierLine } from '#work/reading/dossier-line.ts'
import { TimeLeft } from '../../parts/time-left.tsx'
import { stageInWords } from '../../parts/stage-in-words.ts'
import type { Words } from '../../words/vi.ts'
import type { Column } from './list-address.ts'

interface DossierTableProps {
  readonly words: Words
  readonly lines: readonly DossierLine[]
  readonly columns: readonly Column[]
  /** With a box before each, to do the same to several. */
  readonly isChosen?: boolean
}

/** Dossiers, a line each; bold what the person has not seen as it is now. */
export function DossierTable({ words, lines, columns, isChosen = false }: DossierTableProps) {
  const said = words.desk.worklist
  return (
    <table class="ds-table rows">
      <caption class="ds-sr-only">{said.table}</caption>
      <thead>
        <tr>
          {isChosen && (
            <th scope="col" class="box">
              <span class="ds-sr-only">{said.choose}</span>
            </th>
          )}
          <th scope="col">{said.dossier}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {said.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Row key={line.code} words={words} line={line} columns={columns} isChosen={isChosen} />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly words: Words
  readonly line: DossierLine
  readonly columns: readonly Column[]
  readonly isChosen: boolean
}

function Row({ words, line, columns, isChosen }: RowProps) {
  const said = words.desk.worklist
  const { code, version, step, isUnread } = line
  return (
    <tr id={`row-${code}`} data-row {...(isUnread && { class: 'unread' })}>
      {isChosen && (
        <td class="box">
          <input
            class="ds-input"
            type="checkbox"
            id={`box-${code}`}
            name="hoSo"
            value={chosenValue({ code, version, step: step.key })}
            aria-label={said.chooseOne(code)}
          />
        </td>
      )}
      <td>
        <a class="code" href={`/ban/ho-so/${code}`}>
          {code}
          {isUnread && <span class="ds-sr-only"> {said.unread}</span>}
        </a>
        <small>{words.channels[line.channel]}</small>
      </td>
      {columns.map((column) => (
        <td key={column} data-label={said.columns[column]}>
          <Cell words={words} line={line} column={column} />
        </td>
      ))}
    </tr>
  )
}

function Cell({ words, line, column }: { words: Words; line: DossierLine; column: Column }) {
  switch (column) {
    case 'procedure':
      return (
        <span lang="vi">
          {line.procedureName}
          <small>{line.field}</small>
        </span>
      )
    case 'owner':
      return (
        <span lang="vi">
          {line.ownerName}
          {line.ownerAddress !== null && <small>{line.ownerAddress}</small>}
        </span>
      )
    case 'step':
      return (
        <span lang="vi">
          {line.stage === 'in-process' && line.waitsFor === null ? line.step.name : stageInWords(words, line)}
          {line.isMine && <small lang={words.language}>{words.desk.worklist.mine}</small>}
        </span>
      )
    case 'received':
      return <>{words.format.moment(line.receivedAt)}</>
    case 'left':
      return <TimeLeft words={words} left={line} />
  }
}
