import type { Outing } from '#shapes/field/provision.ts'
import type { Words } from '#web/words/vi.ts'

/** Which outing: what it is, its day and hours, where. */
export function OutingNamed({ words, outing }: { words: Words; outing: Outing }) {
  const said = words.fieldFrame.outings
  const { on, opens, closes, kind, place, communeName } = outing
  return (
    <p class="field-outing">
      <strong>
        {kind === 'session' ? said.session : said.visit}, {words.format.longDay(on)}
        {opens !== null && closes !== null && `, ${said.hours(opens, closes)}`}
      </strong>
      <br />
      <span lang="vi">
        {place}, {communeName}
      </span>
    </p>
  )
}
