import { isRefusal } from '#domain/outcome.ts'
import { type HandedIn, type IssuedPaper, type PapersOfDossier, seeOwnPapers } from '#work/own/own-papers.ts'
import { Link } from '../parts/link.tsx'
import type { Words } from '../words/vi.ts'
import {
  OWN_PAPERS,
  ownDossierAddress,
  ownLetterAddress,
  ownResultAddress,
  ownScanAddress,
  ownSignedAddress,
} from './addresses.ts'
import type { CitizenPage } from './citizen-page.ts'

/** What somebody handed in and what was given out to him, dossier by dossier. */
export const ownPapersPage: CitizenPage = {
  path: OWN_PAPERS,
  action: 'see-own',
  async get({ desk, words, url }) {
    const said = words.own.papers
    const seen = await seeOwnPapers(desk, url.searchParams.get('sau'))
    const { dossiers, next } = isRefusal(seen) ? { dossiers: [], next: null } : seen
    const main = (
      <div class="wrap page narrow">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        {dossiers.length === 0 && <p>{said.none}</p>}
        {dossiers.map((one) => (
          <section key={one.code}>
            <h2 lang="vi">{one.procedureName}</h2>
            <p class="hint">
              <Link href={ownDossierAddress(one.code)}>{one.code}</Link>
            </p>
            <PapersList words={words} papers={one} level={3} />
          </section>
        ))}
        {next !== null && (
          <p>
            <Link href={`${OWN_PAPERS}?sau=${encodeURIComponent(next)}`}>{said.more}</Link>
          </p>
        )}
      </div>
    )
    return { title: said.title, main }
  },
}

interface ListProps {
  readonly words: Words
  readonly papers: PapersOfDossier
  readonly level: 2 | 3
}

/** The papers of one dossier: first what was given out, then what was handed in. */
export function PapersList({ words, papers: { code, issued, handedIn }, level }: ListProps) {
  const said = words.own.papers
  const Heading = `h${level}` as const
  return (
    <>
      {issued.length > 0 && (
        <>
          <Heading>{said.issued}</Heading>
          <ul class="rows">
            {issued.map((paper) => (
              <li key={`${paper.kind} ${paper.at}`}>
                <Issued words={words} code={code} paper={paper} />
              </li>
            ))}
          </ul>
        </>
      )}
      {handedIn.length > 0 && (
        <>
          <Heading>{said.handedIn}</Heading>
          <ul class="rows">
            {handedIn.map((paper) => (
              <li key={paper.scan}>
                <Handed words={words} code={code} paper={paper} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Issued({ words, code, paper }: { words: Words; code: string; paper: IssuedPaper }) {
  const said = words.own.papers
  const [href, text] =
    paper.kind === 'letter'
      ? [ownLetterAddress(code, paper.sequence), words.desk.printing.forms[paper.form]]
      : paper.kind === 'result'
        ? [ownSignedAddress(code), said.result]
        : [ownResultAddress(code), paper.isCertified ? said.stampedCertified : said.stamped]
  const isFile = paper.kind !== 'result'
  return (
    <>
      <a
        class="ds-link"
        href={href}
        {...(isFile && { target: '_blank', rel: 'noopener', 'data-turbo': 'false' })}
      >
        {text}
      </a>
      <p class="hint">{words.format.moment(paper.at)}</p>
    </>
  )
}

function Handed({ words, code, paper }: { words: Words; code: string; paper: HandedIn }) {
  const said = words.own.papers
  const { scan, name, paperName, at, size, isCertified, isReusable, validUntil } = paper
  return (
    <>
      <a
        class="ds-link"
        href={ownScanAddress(code, scan)}
        target="_blank"
        rel="noopener"
        data-turbo="false"
        lang="vi"
      >
        {paperName ?? name}
      </a>
      <p class="hint">
        {paperName !== null && <span lang="vi">{name}, </span>}
        {words.filing.fileSize(words.format.number(Math.ceil(size / 1024)))}, {words.format.moment(at)}
        {isCertified && `, ${said.certified}`}
      </p>
      {isReusable && (
        <p class="hint">
          {validUntil === null ? said.reusable : said.reusableUntil(words.format.day(validUntil))}
        </p>
      )}
    </>
  )
}
