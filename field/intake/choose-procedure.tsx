import { useMemo, useState } from 'preact/hooks'
import { findablesOf } from '#domain/finding/findables.ts'
import { finder } from '#domain/finding/finder.ts'
import type { Provision } from '#shapes/field/provision.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { TextField } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'

interface ChooseProps {
  readonly words: Words
  /** In force on the day out. */
  readonly procedures: readonly Procedure[]
  readonly unitNames: ReadonlyMap<string, string>
  readonly guide: Provision['guide']
  /** Key of what is chosen already; empty before. */
  readonly chosen: string
  choose(key: string): void
}

const MOST_USED = 12
const MOST_FOUND = 20

/** Finds a procedure as the portal does, without a network; the most used before anybody types. */
export function ChooseProcedure({ words, procedures, unitNames, guide, chosen, choose }: ChooseProps) {
  const said = words.fieldIntake.choose
  const [typed, type] = useState('')
  const ordered = useMemo(
    () => procedures.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1)),
    [procedures],
  )
  const find = useMemo(() => {
    const entries = ordered.map((procedure) => ({
      procedure,
      unitName: unitNames.get(procedure.unit) ?? procedure.unit,
    }))
    return finder(findablesOf(entries, new Map(Object.entries(guide.plainNames))), guide.everydayWords)
  }, [ordered, unitNames, guide])
  const found = typed.trim() === '' ? null : find(typed)
  const named = (keys: readonly string[]) =>
    keys.flatMap((key) => ordered.find((one) => one.key === key) ?? [])
  const [title, shown] =
    found === null
      ? [said.mostUsed, ordered.slice(0, MOST_USED)]
      : found.found.length > 0
        ? [said.found(found.found.length), named(found.found).slice(0, MOST_FOUND)]
        : [said.near, named(found.near)]
  return (
    <div class="field-choose" onInput={(event) => type(textOf(event))}>
      <TextField
        name="tim"
        label={said.label}
        hint={said.hint}
        value={typed}
        type="search"
        autocomplete="off"
        maxLength={120}
      />
      <p role="status" class="hint">
        {found !== null && shown.length === 0 ? said.none : title}
      </p>
      <ul class="field-list">
        {shown.map(({ key, name, unit }) => (
          <li key={key}>
            <button type="button" class="field-row" aria-pressed={key === chosen} onClick={() => choose(key)}>
              <strong lang="vi">{name}</strong>
              <span class="hint" lang="vi">
                {[guide.plainNames[key]?.[words.language], unitNames.get(unit) ?? unit]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What stands in the box an event came from. */
function textOf({ target }: Event): string {
  return target instanceof HTMLInputElement ? target.value : ''
}
