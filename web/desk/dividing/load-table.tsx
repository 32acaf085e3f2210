import { type Heat, HEATS } from '#domain/dossier/heat.ts'
import { lastDay } from '#domain/people/substitution.ts'
import type { Load, PersonLoad, UnitLoad } from '#work/dividing/see-load.ts'
import { Button } from '../../parts/button.tsx'
import type { Words } from '../../words/vi.ts'
import { newCommandId } from '../form.ts'
import { givingOf, listOf } from './addresses.ts'

interface LoadTableProps {
  readonly words: Words
  readonly load: UnitLoad
}

/** Who has how much, every number a way to its dossiers. */
export function LoadTable({ words, load }: LoadTableProps) {
  const said = words.desk.dividing
  if (load.people.length === 0 && load.lists.length === 0) return <p>{said.noPeople}</p>
  return (
    <div class="scrolled" tabIndex={0} role="region" aria-label={said.table}>
      <table class="ds-table rows load">
        <caption class="ds-sr-only">{said.table}</caption>
        <thead>
          <tr>
            <th scope="col">{said.person}</th>
            {HEATS.map((heat) => (
              <th scope="col" key={heat} class="count">
                {said.heats[heat]}
              </th>
            ))}
            <th scope="col" class="count">
              {said.held}
            </th>
            <th scope="col" class="count">
              {said.doneLately}
            </th>
            <th scope="col">{said.action}</th>
          </tr>
        </thead>
        <tbody>
          {load.lists.map((list) => {
            const post = words.posts[list.post]
            return (
              <tr key={list.post} class="unassigned">
                <th scope="row">
                  {said.nobody}
                  <small>{post}</small>
                </th>
                <Counts
                  words={words}
                  load={list.load}
                  total={list.waiting}
                  who={`${said.nobody}, ${post}`}
                  to={(heat) => listOf(load.unit, { post: list.post }, heat)}
                />
                <td class="count" data-label={said.doneLately}>
                  –
                </td>
                <td>
                  <a class="ds-link" href={givingOf(load.unit, { post: list.post })}>
                    {said.giveOut}
                    <span class="ds-sr-only"> {post}</span>
                  </a>
                </td>
              </tr>
            )
          })}
          {load.people.map((person) => (
            <Person key={person.id} words={words} unit={load.unit} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Person({ words, unit, person }: { words: Words; unit: string; person: PersonLoad }) {
  const said = words.desk.dividing
  const { id, name, posts, held, absence } = person
  return (
    <tr>
      <th scope="row">
        <span lang="vi">{name}</span>
        <small>{posts.length === 0 ? said.hasLeft : posts.map((post) => words.posts[post]).join(', ')}</small>
        {absence && (
          <small class="ds-tag" data-color="warning">
            {said.awayUntil(lastDay(absence.until), absence.substituteName)}
          </small>
        )}
      </th>
      <Counts
        words={words}
        load={person.load}
        total={held}
        who={name}
        to={(heat) => listOf(unit, { staff: id }, heat)}
      />
      <td class="count" data-label={said.doneLately}>
        {words.format.number(person.doneLately)}
      </td>
      <td>
        {held > 0 && (
          <a class="ds-link" href={givingOf(unit, { staff: id })}>
            {said.giveOn}
            <span class="ds-sr-only" lang="vi">
              {' '}
              {name}
            </span>
          </a>
        )}
        {held > 0 && absence && (
          <form method="post" action={givingOf(unit, { staff: id })}>
            <input type="hidden" name="id" value={newCommandId()} />
            <input type="hidden" name="to" value={absence.substitute} />
            <Button kind="secondary" name="all" value="true">
              {said.giveAllTo(absence.substituteName)}
            </Button>
          </form>
        )}
      </td>
    </tr>
  )
}

interface CountsProps {
  readonly words: Words
  readonly load: Load
  readonly total: number
  readonly who: string
  readonly to: (heat: Heat | null) => string
}

function Counts({ words, load, total, who, to }: CountsProps) {
  const said = words.desk.dividing
  const shown = [
    ...HEATS.map((heat) => ({ heat, count: load[heat], name: said.heats[heat], href: to(heat) })),
    { heat: null, count: total, name: said.held, href: to(null) },
  ]
  return (
    <>
      {shown.map(({ heat, count, name, href }) => (
        <td key={heat} class="count" data-label={name} {...(count > 0 && heat && { 'data-heat': heat })}>
          {count === 0 ? (
            '0'
          ) : (
            <a class="ds-link" href={href} aria-label={said.numberOf(count, name, who)}>
              {words.format.number(count)}
            </a>
          )}
        </td>
      ))}
    </>
  )
}
