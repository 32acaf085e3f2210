import { feeOf } from '#domain/dossier/owed.ts'
import type { SeenDossier } from '#work/reading/see-dossier.ts'
import type { SeenScans } from '#work/scanning/see-scans.ts'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { statusText } from '../scans/copy-state.tsx'
import type { Words } from '../../words/vi.ts'

interface DataProps {
  readonly words: Words
  readonly seen: SeenDossier
  /** How far each paper is digitised. */
  readonly papers: SeenScans['papers']
}

/** What was handed in: by whom, for whom, how, and which papers. */
export function DossierData({ words, seen, papers }: DataProps) {
  const said = words.desk.dossier
  const isOne = JSON.stringify(seen.applicant) === JSON.stringify(seen.owner)
  return (
    <section aria-labelledby="dossier-data" class="dossier-data">
      <h2 id="dossier-data">{said.data}</h2>
      <div class="dossier-parties">
        <Party words={words} title={isOne ? said.applicantOwner : said.applicant} party={seen.applicant} />
        {!isOne && <Party words={words} title={said.owner} party={seen.owner} />}
      </div>
      <Facts class="dossier-facts">
        <FactOf name={said.case}>
          <span lang="vi">{seen.caseName}</span>
        </FactOf>
        <FactOf name={said.unit}>
          <span lang="vi">{seen.unitName}</span>
          <small lang="vi">{seen.field}</small>
        </FactOf>
        <FactOf name={said.channel}>
          {words.channels[seen.channel]}
          <small lang="vi">{seen.placeOfReceiptName}</small>
        </FactOf>
        {seen.elsewhere && (
          <FactOf name={said.elsewhere}>
            {seen.competentAt === undefined
              ? said.notYetCompetent(words.format.moment(seen.elsewhere.by))
              : words.format.moment(seen.competentAt)}
          </FactOf>
        )}
        {seen.placeOfSupportName !== null && (
          <FactOf name={said.placeOfSupport}>
            <span lang="vi">{seen.placeOfSupportName}</span>
          </FactOf>
        )}
        <FactOf name={said.fee}>
          {feeInWords(words, feeOf(seen))}
          {(seen.postage ?? []).map(({ name, dong }) => (
            <small key={name} lang="vi">
              {name}: {words.format.money(dong)}
            </small>
          ))}
          {(seen.owedDong ?? 0) > 0 && (
            <small>
              {words.desk.money.owed} {words.format.money(seen.owedDong ?? 0)}
            </small>
          )}
          {seen.fee?.exemption && (
            <small>
              {words.desk.money.exempts[seen.fee.exemption.who]}:{' '}
              <span lang="vi">{seen.fee.exemption.ground}</span>
            </small>
          )}
          {(seen.payments ?? []).map(({ key, receiptNumber, dong, state }) => (
            <small key={key}>
              {words.desk.money.states[state]}{' '}
              {words.desk.money.receipt(receiptNumber, words.format.money(dong))}
            </small>
          ))}
        </FactOf>
        <FactOf name={said.returnWish}>
          {words.returnWays[seen.returnWish.way]}
          {seen.returnWish.address !== null && <small lang="vi">{seen.returnWish.address}</small>}
        </FactOf>
        <FactOf name={said.copiesWanted}>{words.format.number(seen.copiesWanted)}</FactOf>
        {seen.subject !== undefined && (
          <FactOf name={words.desk.receive.subject}>
            <span lang="vi">{seen.subject}</span>
          </FactOf>
        )}
        {seen.pages !== undefined && (
          <FactOf name={words.desk.receive.pages}>{words.format.number(seen.pages)}</FactOf>
        )}
      </Facts>
      <h3>{said.components}</h3>
      <Components words={words} seen={seen} papers={papers} />
    </section>
  )
}

/** What is undetermined is never said as nothing to pay. */
function feeInWords(words: Words, dong: number | null): string {
  if (dong === null) return words.fee({ kind: 'undetermined', note: '' })
  return dong === 0 ? words.fee({ kind: 'free' }) : words.format.money(dong)
}

interface PartyProps {
  readonly words: Words
  readonly title: string
  readonly party: SeenDossier['applicant']
}

function Party({ words, title, party }: PartyProps) {
  const said = words.desk.dossier
  return (
    <div class="dossier-party">
      <h3>{title}</h3>
      <p class="dossier-name" lang="vi">
        {party.name}
      </p>
      <Facts>
        {party.idNumber !== null && (
          <FactOf name={said.idNumber}>
            <span class="tabular">{party.idNumber}</span>
          </FactOf>
        )}
        {party.phone !== null && (
          <FactOf name={said.phone}>
            <a class="ds-link tabular" href={`tel:${party.phone}`}>
              {party.phone}
            </a>
          </FactOf>
        )}
        {party.address !== null && (
          <FactOf name={said.address}>
            <span lang="vi">{party.address}</span>
          </FactOf>
        )}
      </Facts>
    </div>
  )
}

function Components({ words, seen, papers }: DataProps) {
  const statuses = new Map(papers.map((one) => [one.key, statusText(words, one.status, one.isScanned)]))
  const said = words.desk.dossier
  if (seen.components.length === 0) return <p>{said.noComponents}</p>
  return (
    <ol class="dossier-components">
      {seen.components.map((one) => (
        <li key={one.component}>
          <span lang="vi">{one.name}</span>
          <small>
            {one.heldCopy ? (
              said.heldCopy(one.heldCopy.code)
            ) : one.fromData ? (
              <span lang="vi">{fetched(words, one.fromData)}</span>
            ) : one.insteadOfPaper === null ? (
              said.counts(one.original, one.certified, one.copy)
            ) : (
              <>
                {said.instead} <span lang="vi">{one.insteadOfPaper}</span>
              </>
            )}
            {one.paperDespiteData && ` · ${despite(words, one.paperDespiteData)}`}
            {statuses.has(one.component) && ` · ${statuses.get(one.component)}`}
          </small>
        </li>
      ))}
    </ol>
  )
}

type SeenPaper = SeenDossier['components'][number]

function fetched(
  { desk, format }: Words,
  { sourceName, day, reference }: NonNullable<SeenPaper['fromData']>,
) {
  return desk.dataForPaper.fetched(sourceName, format.day(day), reference)
}

function despite({ desk }: Words, { reason, note }: NonNullable<SeenPaper['paperDespiteData']>) {
  return desk.dataForPaper.despiteOf(desk.dataForPaper.reasons[reason], note)
}
