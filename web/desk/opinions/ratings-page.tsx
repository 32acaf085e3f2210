import { dayOf } from '#domain/calendar/moment.ts'
import { LEVELS } from '#domain/opinions/rating.ts'
import { isRefusal } from '#domain/outcome.ts'
import { seeRatings, type UnitRatings } from '#work/opinions/see-ratings.ts'
import { Button } from '../../parts/button.tsx'
import { TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { dayAsked } from '../day-asked.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'

export const RATINGS = '/ban/danh-gia'

/** What citizens answered, by unit, for the director. */
export const ratingsPage: DeskPage = {
  path: RATINGS,
  action: 'see-ratings',
  async get(visit) {
    const { desk, words, url } = visit
    const today = dayOf(desk.now)
    const from = dayAsked(url.searchParams.get('tu'), today.with({ day: 1 }).toString())
    const to = dayAsked(url.searchParams.get('den'), today.toString())
    const seen = await seeRatings(desk, { from, to })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.opinions.director
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead}</p>
        <form action={RATINGS} class="day-form">
          <TextField name="tu" label={said.from} type="date" value={from} />
          <TextField name="den" label={said.to} type="date" value={to} />
          <Button kind="secondary">{said.show}</Button>
        </form>
        {seen.length === 0 && <p class="nothing">{said.nothing}</p>}
        {seen.map((unit) => (
          <Unit key={unit.unit} words={words} seen={unit} />
        ))}
      </>
    )
    return { title: said.title, main }
  },
}

function Unit({ words, seen }: { readonly words: Words; readonly seen: UnitRatings }) {
  const { director: said, rating } = words.opinions
  const { format } = words
  const { byWay, satisfied, ratings } = seen
  const id = `don-vi-${seen.unit}`
  return (
    <section>
      <h2 id={id} lang="vi">
        {seen.name}
      </h2>
      <p>
        <strong>{said.summary(satisfied, ratings, format.share(satisfied, ratings))}</strong>:{' '}
        {said.ways(byWay.account, byWay.key, byWay.counter)}.
      </p>
      <div class="scrolled" role="region" aria-labelledby={id} tabIndex={0}>
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col">{said.question}</th>
              {LEVELS.map((level) => (
                <th key={level} scope="col">
                  {rating.levels[level]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.questions.map((question) => (
              <tr key={`${question.key} ${question.vi}`}>
                <th scope="row">{question[words.language]}</th>
                {LEVELS.map((level) => (
                  <td key={level} class="tabular">
                    {format.number(question.levels[level])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {seen.reasons.length > 0 && (
        <>
          <h3>{said.reasons}</h3>
          <ul>
            {seen.reasons.map((reason) => (
              <li key={reason} lang="vi">
                {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
