import { isRefusal } from '#domain/outcome.ts'
import { type OwnAccess, seeWhoLooked } from '#work/own/see-who-looked.ts'
import { Link } from '../parts/link.tsx'
import { errorPage } from '../portal/error.tsx'
import { named } from '../words/said.ts'
import type { Words } from '../words/vi.ts'
import { WHO_LOOKED, whoLookedAddress } from './addresses.ts'
import type { CitizenPage } from './citizen-page.ts'

/** Who has seen what is somebody's, when and what for. */
export const whoLookedPage: CitizenPage = {
  path: WHO_LOOKED,
  action: 'see-own',
  async get({ desk, words, url }) {
    const said = words.own.looked
    const code = url.searchParams.get('ma')
    const seen = await seeWhoLooked(desk, { code, after: url.searchParams.get('sau') })
    if (isRefusal(seen)) return errorPage(words, 404)
    const { lines, next } = seen
    const main = (
      <div class="wrap page">
        <h1>{code === null ? said.title : said.titleOf(code)}</h1>
        <p>{said.lead}</p>
        {lines.length === 0 ? <p>{said.none}</p> : <Looks words={words} lines={lines} />}
        {next !== null && (
          <p>
            <Link
              href={`${code === null ? `${WHO_LOOKED}?` : `${whoLookedAddress(code)}&`}sau=${encodeURIComponent(next)}`}
            >
              {said.more}
            </Link>
          </p>
        )}
        <p class="hint">{said.lists}</p>
      </div>
    )
    return { title: said.title, main }
  },
}

function Looks({ words, lines }: { readonly words: Words; readonly lines: readonly OwnAccess[] }) {
  const said = words.own.looked
  return (
    <ul class="rows looks">
      {lines.map((line, place) => (
        <li key={place}>
          <p>
            <strong>{named(said.purposes, line.what)}</strong>
          </p>
          <p>
            <By words={words} by={line.by} />
          </p>
          <p class="hint">
            {words.format.longMoment(line.at)} · {line.code}
          </p>
        </li>
      ))}
    </ul>
  )
}

function By({ words, by }: { readonly words: Words; readonly by: OwnAccess['by'] }) {
  const said = words.own.looked
  if (by.kind !== 'officer') return said[by.kind]
  return (
    <>
      <span lang="vi">{by.name}</span>
      {by.posts.map(({ post, unitName }) => (
        <span key={`${post} ${unitName}`}>
          , {words.posts[post]}, <span lang="vi">{unitName}</span>
        </span>
      ))}
    </>
  )
}
