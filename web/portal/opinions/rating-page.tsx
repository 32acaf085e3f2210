import { LEVELS } from '#domain/opinions/rating.ts'
import { isRefusal, type Outcome } from '#domain/outcome.ts'
import { RatingToGive } from '#shapes/rating.ts'
import type { SeenRating } from '#work/opinions/rate-dossier.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../../desk/form.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, RadioGroup, TextArea } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'

interface Asked {
  readonly words: Words
  readonly seen: SeenRating
  /** Where the form is sent. */
  readonly action: string
  readonly back: { readonly href: string; readonly text: string }
}

interface Answer {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** The questions, with what was answered before; or why nothing can be answered. */
export function ratingPage({ words, seen, action, back }: Asked, answer?: Answer): Page {
  const said = words.opinions.rating
  const { until, given, form } = seen
  const { faults = [], refused } = answer ?? {}
  const typed = answer?.typed ?? typedBefore(seen)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p class="lead">
        <span lang="vi">{seen.procedureName}</span>
        {seen.code && (
          <>
            {' · '}
            <span class="tabular">{seen.code}</span>
          </>
        )}
      </p>
      {given && <p>{said.given(words.format.longMoment(given.at), said.ways[given.way])}</p>}
      {isRefusal(until) ? (
        <Notice kind="info">
          <p>{refusalText(words, until)}</p>
        </Notice>
      ) : (
        <>
          <p>{said.lead}</p>
          <p class="hint">{(given ? said.changeUntil : said.until)(words.format.day(until))}</p>
          <PostForm words={words} action={action} class="stacked rating" faults={faults} refused={refused}>
            <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
            {form.questions.map((question, place) => (
              <RadioGroup
                key={question.key}
                name={`levels.${question.key}`}
                legend={`${place + 1}. ${question[words.language]}`}
                value={first(typed, `levels.${question.key}`)}
                choices={LEVELS.map((level) => ({ value: level, label: said.levels[level] }))}
                fault={faultAt(faults, `levels.${question.key}`)}
              />
            ))}
            <TextArea
              name="reason"
              label={said.reason}
              hint={said.reasonHint}
              value={first(typed, 'reason')}
              fault={faultAt(faults, 'reason')}
              maxLength={1000}
            />
            <Button>{said.send}</Button>
          </PostForm>
        </>
      )}
      <p>
        <Link href={back.href}>{back.text}</Link>
      </p>
    </div>
  )
  const title = faults.length > 0 ? `${words.desk.shell.faults}: ${said.title}` : said.title
  return { title, main, status: faults.length > 0 ? 422 : refused === undefined ? 200 : 409 }
}

/** What came of a form that was sent: null when it was kept, otherwise the page to answer, or from when to try again. */
export async function ratingSent(
  asked: Asked,
  typed: Typed,
  rate: (given: RatingToGive) => Promise<Outcome<true> | Temporal.Instant>,
): Promise<Page | Temporal.Instant | null> {
  const { words, seen } = asked
  const read = readForm(typed, RatingToGive, words)
  if (read.faults) return ratingPage(asked, { typed, faults: read.faults })
  const outcome = await rate(read.value)
  if (outcome instanceof Temporal.Instant) return outcome
  if (!isRefusal(outcome)) return null
  const { levels } = read.value
  const { choose } = words.opinions.rating
  if (outcome.refused === 'question-unanswered') {
    const open = seen.form.questions.filter(({ key }) => levels[key] === undefined)
    return ratingPage(asked, {
      typed,
      faults: open.map((one) => ({ field: `levels.${one.key}`, text: `${one[words.language]}: ${choose}` })),
    })
  }
  const text = refusalText(words, outcome)
  return outcome.refused === 'reason-needed'
    ? ratingPage(asked, { typed, faults: [{ field: 'reason', text }] })
    : ratingPage(asked, { typed, refused: text })
}

/** The words after a rating was kept. */
export function ratedPage(words: Words, back: Asked['back']): Page {
  const said = words.opinions.rating
  const main = (
    <div class="wrap page narrow">
      <h1>{said.thanks}</h1>
      <p>{said.thanksText}</p>
      <p>
        <Link href={back.href}>{back.text}</Link>
      </p>
    </div>
  )
  return { title: said.thanks, main }
}

function typedBefore({ given }: SeenRating): Typed {
  if (!given) return NOTHING_TYPED
  const levels = given.answers.map(({ key, level }) => [`levels.${key}`, [level]] as const)
  return { fields: { ...Object.fromEntries(levels), reason: [given.reason ?? ''] }, files: [] }
}
