import type { Case, Component } from '#domain/procedure/procedure.ts'
import type { PaperCount } from '../words/said.ts'
import type { Words } from '../words/vi.ts'

const COUNTS: readonly PaperCount[] = ['original', 'certified', 'copy', 'shown']

/** The papers of a case, as a table that can be ticked off on paper. */
export function Papers({ words, of, isOnly }: { words: Words; of: Case; isOnly: boolean }) {
  const { procedure } = words
  const id = `papers-${of.key}`
  return (
    <section class="papers">
      {!isOnly && (
        <h3 id={id} lang="vi">
          {of.name}
        </h3>
      )}
      {of.components.length === 0 ? (
        <p>{procedure.noPapers}</p>
      ) : (
        // The roles stay when a narrow screen shows the rows as blocks.
        <div class="scroll" tabIndex={0} role="region" aria-label={isOnly ? procedure.bring : of.name}>
          <table class="ds-table" role="table">
            <thead role="rowgroup">
              <tr role="row">
                {[procedure.paper, ...COUNTS.map((one) => procedure.counts[one])].map((name) => (
                  <th key={name} scope="col" role="columnheader">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {of.components.map((one) => (
                <Paper key={one.key} words={words} paper={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Paper({ words: { procedure }, paper }: { words: Words; paper: Component }) {
  const said: Record<PaperCount, number | string> = {
    original: paper.isShown ? 0 : paper.original,
    certified: paper.certified,
    copy: paper.copy,
    shown: paper.isShown ? procedure.shownYes : 0,
  }
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        <span lang="vi">{paper.name}</span>
        {!paper.isRequired && <small>{procedure.optional}</small>}
      </th>
      {COUNTS.map((one) => (
        <td key={one} role="cell" data-name={procedure.counts[one]}>
          {said[one] === 0 ? <Nothing words={procedure.none} /> : said[one]}
        </td>
      ))}
    </tr>
  )
}

function Nothing({ words }: { words: string }) {
  return (
    <span class="nothing">
      <span aria-hidden="true">–</span>
      <span class="ds-sr-only">{words}</span>
    </span>
  )
}
