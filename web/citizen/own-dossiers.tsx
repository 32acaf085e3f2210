import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { ownActs } from '#work/own/own-acts.ts'
import { papersOfOwn } from '#work/own/own-papers.ts'
import { followOwn, keyOfOwn, type OwnLine, type OwnList, seeOwnDossiers } from '#work/reading/follow-own.ts'
import { copyOfFollowed } from '#work/sealed-scans/copy-handed-over.ts'
import type { Page } from '../page.tsx'
import { Link } from '../parts/link.tsx'
import { stageInWords } from '../parts/stage-in-words.ts'
import { errorPage } from '../portal/error.tsx'
import { Followed } from '../portal/followed.tsx'
import { SENT_MARK } from '../portal/followed-addresses.ts'
import { feedbackAbout } from '../portal/opinions/addresses.ts'
import { keepKey } from '../portal/key-cookie.tsx'
import { resultAnswer } from '../portal/look-up.tsx'
import { PAY } from '../portal/paying/address.ts'
import { seeOther } from '../desk/desk-page.ts'
import type { Words } from '../words/vi.ts'
import {
  OWN_DOSSIERS,
  ownAnswerAddress,
  ownDossierAddress,
  ownPayAddress,
  ownResultAddress,
  ownSignedAddress,
  ownWithdrawAddress,
  PAY_OWN,
  rateOwnAddress,
  whoLookedAddress,
} from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'
import { PapersList } from './own-papers.tsx'
import { OwnReturn } from './own-result.tsx'

/** As many as one reads on a telephone. */
const LATEST = 5
const PAGE = 20

/** The newest dossiers of the person, for the page where one arrives. */
export async function ownList({ desk }: CitizenVisit): Promise<OwnList> {
  return listed(desk, { after: null, size: LATEST })
}

async function listed(
  desk: CitizenVisit['desk'],
  asked: { readonly after: string | null; readonly size: number },
): Promise<OwnList> {
  const list = await seeOwnDossiers(desk, asked)
  return isRefusal(list) ? { lines: [], next: null } : list
}

/** All dossiers of the person, newest first. */
export const ownDossiersPage: CitizenPage = {
  path: OWN_DOSSIERS,
  action: 'see-own',
  async get({ desk, words, url }) {
    const said = words.citizens.dossiers
    const { lines, next } = await listed(desk, { after: url.searchParams.get('sau'), size: PAGE })
    const main = (
      <div class="wrap page narrow">
        <h1>{said.title}</h1>
        <p>{said.lead}</p>
        <Lines words={words} lines={lines} />
        {next !== null && (
          <p>
            <Link href={`${OWN_DOSSIERS}?sau=${encodeURIComponent(next)}`}>{said.more}</Link>
          </p>
        )}
      </div>
    )
    return { title: said.title, main }
  },
}

/** One of them: the page that code and key open as well. */
export const ownDossierPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code`,
  action: 'see-own',
  get: (visit) => shown(visit),
}

/** On to the page where a dossier is paid, which code and key open: the person need not look for them. */
export const payOwnPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/${PAY_OWN}`,
  action: 'see-own',
  async get({ c, desk, words }) {
    const key = await keyOfOwn(desk, c.req.param('code') ?? '')
    if (isRefusal(key)) return errorPage(words, 404)
    keepKey(c, key)
    return seeOther(PAY)
  },
}

async function shown({ c, desk, words, centre, url }: CitizenVisit): Promise<Page> {
  const dossier = await followOwn(desk, c.req.param('code') ?? '')
  if (isRefusal(dossier)) return errorPage(words, 404)
  const [acts, papers] = await Promise.all([ownActs(desk, dossier.code), papersOfOwn(desk, dossier.code)])
  const main = (
    <Followed
      words={words}
      dossier={dossier}
      now={desk.now}
      payAt={ownPayAddress(dossier.code)}
      takeAt={acts.electronic === 'to-take' ? ownSignedAddress(dossier.code) : null}
      nearResult={<OwnReturn words={words} code={dossier.code} acts={acts} />}
      answerAt={acts.mayAnswer ? ownAnswerAddress(dossier.code) : null}
      withdrawAt={acts.mayWithdraw ? ownWithdrawAddress(dossier.code) : null}
      isSent={url.searchParams.has(SENT_MARK)}
      resultAt={ownResultAddress(dossier.code)}
      rateAt={centre.asksRatings ? rateOwnAddress(dossier.code) : null}
      feedbackAt={centre.takesFeedback ? feedbackAbout(dossier.code) : null}
    >
      {!isRefusal(papers) && <PapersList words={words} papers={papers} level={2} />}
      <p class="no-print onward">
        <Link href={whoLookedAddress(dossier.code)}>{words.own.looked.title}</Link>
        <Link href={OWN_DOSSIERS}>{words.citizens.dossiers.back}</Link>
      </p>
    </Followed>
  )
  return { title: words.followed.title(dossier.code), main }
}

/** The stamped result of one of them, once the paper was handed over. */
export const ownResultPage: CitizenPage = {
  path: `${OWN_DOSSIERS}/:code/ket-qua.pdf`,
  action: 'see-own',
  async get({ c, desk, words }) {
    const dossier = await followOwn(desk, c.req.param('code') ?? '')
    const copy = isRefusal(dossier) ? dossier : await copyOfFollowed(desk, dossier.code)
    if (isRefusal(dossier) || isRefusal(copy)) return errorPage(words, 404)
    return resultAnswer(copy, dossier.code)
  },
}

interface ListProps {
  readonly words: Words
  readonly list: OwnList
}

/** The newest, and the way to all. */
export function OwnDossiers({ words, list: { lines, next } }: ListProps) {
  const said = words.citizens.dossiers
  return (
    <section aria-labelledby="ho-so-cua-toi">
      <h2 id="ho-so-cua-toi">{said.title}</h2>
      <Lines words={words} lines={lines} />
      {next !== null && (
        <p>
          <Link href={OWN_DOSSIERS}>{said.all}</Link>
        </p>
      )}
    </section>
  )
}

function Lines({ words, lines }: { readonly words: Words; readonly lines: readonly OwnLine[] }) {
  const said = words.citizens.dossiers
  if (lines.length === 0) return <p>{said.none}</p>
  return (
    <ul class="own-dossiers">
      {lines.map((line) => (
        <Line key={line.code} words={words} line={line} />
      ))}
    </ul>
  )
}

function Line({ words, line }: { readonly words: Words; readonly line: OwnLine }) {
  const said = words.citizens.dossiers
  const { format } = words
  const isOpen = line.stage === 'in-process' || line.stage === 'awaiting-citizen'
  return (
    <li>
      <p>
        <a class="ds-link" href={ownDossierAddress(line.code)} lang="vi">
          {line.procedureName}
        </a>
      </p>
      <p class="hint">
        {line.code}
        {line.forWhom && (
          <>
            {' · '}
            <span lang="vi">{said.forWhom(line.forWhom)}</span>
          </>
        )}
      </p>
      {line.toDo.map(({ kind }) => (
        <p key={kind} class="needs">
          <strong>{said.toDo[kind]}</strong>
        </p>
      ))}
      <p>
        {stageInWords(words, line)} · {said.received(format.day(dayOf(fromMoment(line.receivedAt))))}
        {isOpen && line.due && <> · {said.due(format.moment(line.due))}</>}
      </p>
    </li>
  )
}
