import type { Day } from '#domain/calendar/moment.ts'
import { lastDay } from '#domain/people/substitution.ts'
import type { UnitLoad } from '#work/dividing/see-load.ts'
import type { Words } from '../../words/vi.ts'
import { ABSENCE } from './addresses.ts'

/** Who is away now or soon, who stands in, and the ways to enter an absence and to end one. */
export function AbsenceList({ words, load, on }: { words: Words; load: UnitLoad; on: Day }) {
  const said = words.desk.dividing
  const action = `${ABSENCE}?${new URLSearchParams({ donVi: load.unit })}`
  return (
    <div class="absences">
      <h2 id="absences">{said.absences}</h2>
      {load.absences.length === 0 ? (
        <p>{said.noAbsences}</p>
      ) : (
        <div class="scrolled" tabIndex={0} role="region" aria-labelledby="absences">
          <table class="ds-table rows">
            <thead>
              <tr>
                <th scope="col">{said.absent}</th>
                <th scope="col">{said.substitute}</th>
                <th scope="col">{said.days}</th>
                <th scope="col">{said.enteredBy}</th>
                <th scope="col">{said.action}</th>
              </tr>
            </thead>
            <tbody>
              {load.absences.map((one) => (
                <tr key={one.id}>
                  <td data-label={said.absent}>
                    <span lang="vi">{one.absentName}</span>
                  </td>
                  <td data-label={said.substitute}>
                    <span lang="vi">{one.substituteName}</span>
                  </td>
                  <td data-label={said.days}>
                    {said.daysFrom(one.from, lastDay(one.until))}
                    <small>{one.from <= on ? said.now : said.coming}</small>
                  </td>
                  <td data-label={said.enteredBy}>
                    <span lang="vi">{one.enteredByName}</span>
                  </td>
                  <td>
                    <form method="post" action={action}>
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        name="end"
                        value={one.id}
                        aria-label={said.endOf(one.absentName, one.substituteName)}
                      >
                        {said.end}
                      </button>
                    </form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <a class="ds-button" data-variant="secondary" href={action}>
          {said.enter}
        </a>
      </p>
    </div>
  )
}
