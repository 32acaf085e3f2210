import type { TeamChoice } from '#work/outreach/see-sessions.ts'
import { CheckBox, type Fault, faultAt } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'

interface Props {
  readonly words: Words
  readonly people: readonly TeamChoice[]
  readonly chosen: readonly string[]
  readonly faults: readonly Fault[]
  readonly name?: string
}

/** Who goes: people of the centre with their posts, those of the counters in sight and the others folded away. */
export function TeamField({ words, people, chosen, faults, name = 'team' }: Props) {
  const said = words.outreach.desk
  const isCounter = ({ id, posts }: TeamChoice) =>
    posts.some(({ post }) => post === 'clerk') || chosen.includes(id)
  const box = ({ id, name: called, posts }: TeamChoice) => (
    <CheckBox
      key={id}
      name={name}
      id={`${name}-${id}`}
      value={id}
      checked={chosen.includes(id)}
      label={
        <>
          <span lang="vi">{called}</span>
          <small>
            {posts
              .map(({ post, unitName }) => said.postOf(words.posts[post], unitName))
              .filter((one, place, all) => all.indexOf(one) === place)
              .join('; ')}
          </small>
        </>
      }
    />
  )
  const fault = faultAt(faults, name)
  const others = people.filter((one) => !isCounter(one))
  return (
    <fieldset class="ds-fieldset choices team" id={name}>
      <legend class="ds-label" data-weight="semibold">
        {said.team}
      </legend>
      {people.filter(isCounter).map(box)}
      {others.length > 0 && (
        <details>
          <summary>{said.others(words.format.number(others.length))}</summary>
          {others.map(box)}
        </details>
      )}
      {fault && <p class="fault">{fault}</p>}
    </fieldset>
  )
}
