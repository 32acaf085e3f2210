import type { CheckedDocument } from '#work/signing/check-document.ts'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'

interface CheckedProps {
  readonly words: Words
  readonly name: string
  readonly found: CheckedDocument
}

/** Whose result it is, whether it is unchanged, and each signature. Nothing about a person but what stands in it. */
export function Checked({ words, name, found }: CheckedProps) {
  const { check, format } = words
  const { issued, isWhole, signatures } = found
  const verdict = verdictOf(found)
  return (
    <>
      <h1>{check.verdicts[verdict]}</h1>
      <Notice kind={verdict === 'genuine' ? 'success' : 'warning'} title={check.advice[verdict]}>
        <p class="hint">{check.looked(name)}</p>
      </Notice>
      {issued && (
        <dl class="facts">
          <div>
            <dt>{check.dossier}</dt>
            <dd>{issued.code}</dd>
          </div>
          <div>
            <dt>{check.issuedAt}</dt>
            <dd>{format.moment(issued.at)}</dd>
          </div>
          <div>
            <dt>{check.unchanged}</dt>
            <dd>{isWhole ? check.yes : check.added}</dd>
          </div>
        </dl>
      )}
      <h2>{check.signatures(signatures.length)}</h2>
      <ol>
        {signatures.map((one) => (
          <li key={one.field}>
            <strong lang="vi">{one.signer || check.nobody}</strong>:{' '}
            {one.faults.length === 0 ? check.valid : one.faults.map((fault) => check.faults[fault]).join(' ')}
            <br />
            <small>
              {one.at !== null &&
                (one.isTimeProven ? check.stampedAt : check.claimedAt)(format.moment(one.at))}
              {one.issuer && ` ${check.issuer(one.issuer)}`}
              {one.validationData === 'whole' && ` ${check.longTerm}`}
            </small>
          </li>
        ))}
      </ol>
    </>
  )
}

type Verdict = 'genuine' | 'unsealed' | 'foreign-valid' | 'foreign' | 'unsigned' | 'changed'

function verdictOf({ issued, isWhole, signatures }: CheckedDocument): Verdict {
  if (signatures.length === 0) return 'unsigned'
  const areValid = signatures.every((one) => one.faults.length === 0)
  if (issued && isWhole && areValid) return issued.stage === 'sealed' ? 'genuine' : 'unsealed'
  if (issued || signatures.some((one) => CHANGED.some((fault) => one.faults.includes(fault))))
    return 'changed'
  return areValid ? 'foreign-valid' : 'foreign'
}

const CHANGED = ['changed', 'changed-afterwards', 'covers-other-bytes', 'signature-false'] as const
