import { isRefusal } from '#domain/outcome.ts'
import { PRINCIPAL_KINDS } from '#domain/people/representation.ts'
import { RepresentationToEnd } from '#shapes/representation.ts'
import { endActingFor, seeAuthority } from '#work/citizens/end-representation.ts'
import { type SeenRepresentation, seeRepresentations } from '#work/citizens/see-representations.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, refusalText } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { Link } from '../parts/link.tsx'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/vi.ts'
import { AUTHORITY, LET_IN, REPRESENTING, STATE_FOR_WHOM } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

/** Who acts for whom, as far as it concerns the person, with a way to end each. */
export const representationsPage: CitizenPage = {
  path: REPRESENTING,
  action: 'keep-account',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const given = RepresentationToEnd.safeParse({ representation: first(typed, 'representation') })
    const outcome = given.success
      ? await endActingFor(visit.desk, given.data.representation)
      : ({ refused: 'no-such-representation', facts: {} } as const)
    return isRefusal(outcome) ? shown(visit, refusalText(visit.words, outcome)) : seeOther(REPRESENTING)
  },
}

/** The document that was handed in with one, as the safe type it was sniffed to be. */
export const authorityPage: CitizenPage = {
  path: `${AUTHORITY}/:id`,
  action: 'end-representation',
  async get(visit) {
    const given = RepresentationToEnd.safeParse({ representation: visit.c.req.param('id') })
    const found = given.success
      ? await seeAuthority(visit.desk, given.data.representation)
      : ({ refused: 'no-such-representation', facts: {} } as const)
    if (isRefusal(found)) return shown(visit, refusalText(visit.words, found))
    return new Response(new Uint8Array(found.bytes), {
      headers: {
        'Content-Type': found.mediaType,
        'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(found.name ?? '')}`,
        'Cache-Control': 'private, no-store',
        'Content-Security-Policy':
          "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
      },
    })
  },
}

async function shown(visit: CitizenVisit, refused?: string): Promise<Page> {
  const { words, desk } = visit
  const said = words.citizens.representing
  const seen = await seeRepresentations(desk)
  if (isRefusal(seen)) throw new Error(`a citizen may not see for whom he acts: ${seen.refused}`)
  const { mine, others, mayLetIn } = seen
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      {refused && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      <h2>{said.mine}</h2>
      {mine.length === 0 && <p>{said.mineNone}</p>}
      <List words={words} items={mine} whoOf={(one) => one.principal.name} />
      <h3>{said.ask}</h3>
      <ul>
        {PRINCIPAL_KINDS.map((kind) => (
          <li key={kind}>
            <Link href={`${STATE_FOR_WHOM}?ai=${kind}`}>{said.kinds[kind]}</Link>
          </li>
        ))}
      </ul>
      <h2>{said.others}</h2>
      {others.length === 0 && <p>{said.othersNone}</p>}
      <List
        words={words}
        items={others}
        whoOf={({ agent, principal }) => `${agent.name} → ${principal.name}`}
      />
      <p>{mayLetIn ? <Link href={LET_IN}>{said.letIn}</Link> : said.letInNeeds}</p>
    </div>
  )
  return { title: said.title, main, status: refused ? 409 : 200 }
}

interface ListProps {
  readonly words: Words
  readonly items: readonly SeenRepresentation[]
  readonly whoOf: (one: SeenRepresentation) => string
}

function List({ words, items, whoOf }: ListProps) {
  const said = words.citizens.representing
  const lastOf = (until: string) =>
    words.format.day(Temporal.PlainDate.from(until).subtract({ days: 1 }).toString())
  return (
    <ul class="sessions">
      {items.map((one) => (
        <li key={one.id}>
          <span>
            <strong lang="vi">{whoOf(one)}</strong>
            <small>
              {[
                said.rights[one.right],
                one.procedures === null ? said.all : one.procedures.join('; '),
                one.until === null ? said.open : said.until(lastOf(one.until)),
                said.grounds[one.ground],
              ].join(' · ')}
            </small>
            {one.document !== null && (
              <small>
                {said.document}: <span lang="vi">{one.document}</span>
              </small>
            )}
            {one.documentName !== null && (
              <small>
                <Link href={`${AUTHORITY}/${one.id}`}>{said.documentFile}</Link>
              </small>
            )}
            {!one.isLive && <small>{said.over}</small>}
          </span>
          <form method="post" action={REPRESENTING}>
            <input type="hidden" name="representation" value={one.id} />
            <Button kind="secondary">{said.end}</Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
