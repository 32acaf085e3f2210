import type { ComponentChildren } from 'preact'
import { papersOf } from '#work/papers/dossier-papers.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import { Keys } from '../../parts/button.tsx'
import type { Words } from '../../words/vi.ts'
import { receiptAddress } from '../receive/addresses.ts'
import { Link } from '../../parts/link.tsx'
import { keptAddress, paperAddress } from './addresses.ts'

interface PaperLinksProps {
  readonly words: Words
  readonly seen: SeenDossier
  /** The receipt bears the look-up key: for those alone who give it out. */
  readonly hasReceipt: boolean
}

/** Every paper of a dossier that can be printed now, in one place. */
export function PaperLinks({ words, seen, hasReceipt }: PaperLinksProps) {
  const { code, history } = seen
  const said = words.desk.printing
  const times = new Map(history.map(({ sequence, at }) => [sequence, words.format.moment(at)]))
  return (
    <section class="dossier-print" aria-labelledby="dossier-printing">
      <h2 id="dossier-printing">{said.title}</h2>
      <ul>
        {hasReceipt && (
          <li>
            <PdfLink href={receiptAddress(code)} keys="Alt+P">
              {words.desk.dossier.printReceipt} <Keys keys="Alt+P" />
            </PdfLink>
          </li>
        )}
        {papersOf(seen, history).map(({ form, sequence }) => (
          <li key={`${form} ${sequence}`}>
            <PdfLink href={paperAddress(code, { form, sequence })}>
              {said.forms[form]}
              {sequence !== null && `, ${times.get(sequence) ?? ''}`}
            </PdfLink>
          </li>
        ))}
        <li>
          <Link href={keptAddress(code)}>{said.kept.title}</Link>
        </li>
      </ul>
    </section>
  )
}

interface PdfLinkProps {
  readonly href: string
  readonly keys?: string
  /** What it does, where its text alone does not say. */
  readonly label?: string
  readonly children: ComponentChildren
}

/** A way to a paper: it opens beside the page, so that what is being done stays. */
export function PdfLink({ href, keys, label, children }: PdfLinkProps) {
  return (
    <a
      class="ds-link"
      href={href}
      aria-label={label}
      target="_blank"
      rel="noopener"
      data-turbo="false"
      data-keys={keys}
      aria-keyshortcuts={keys}
    >
      {children}
    </a>
  )
}
