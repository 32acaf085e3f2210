import { isRefusal } from '#domain/outcome.ts'
import { seeFeedbackList, type SeenFeedbackLine } from '#work/opinions/see-feedback.ts'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { refusedPage } from '../refused-page.tsx'
import { Tabs } from '../tabs.tsx'

export const FEEDBACK_LIST = '/ban/phan-anh'

/** What citizens wrote that this person answers or answers for: what is due first on top. */
export const feedbackListPage: DeskPage = {
  path: FEEDBACK_LIST,
  action: 'list-feedback',
  async get(visit) {
    const { desk, words, url } = visit
    const said = words.feedback.desk
    const isWaiting = url.searchParams.get('xem') !== 'xong'
    const seen = await seeFeedbackList(desk, { isWaiting, after: url.searchParams.get('sau') })
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const here = isWaiting ? FEEDBACK_LIST : `${FEEDBACK_LIST}?xem=xong`
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead}</p>
        <Tabs
          label={said.title}
          tabs={[
            { href: FEEDBACK_LIST, isHere: isWaiting, text: said.waiting },
            { href: `${FEEDBACK_LIST}?xem=xong`, isHere: !isWaiting, text: said.done },
          ]}
        />
        {seen.lines.length === 0 ? (
          <p class="nothing">{said.none}</p>
        ) : (
          <Lines words={words} lines={seen.lines} />
        )}
        {seen.next !== null && (
          <p>
            <Link href={`${here}${isWaiting ? '?' : '&'}sau=${encodeURIComponent(seen.next)}`}>
              {said.more}
            </Link>
          </p>
        )}
      </>
    )
    return { title: said.title, main, live: 'lists' }
  },
}

function Lines({ words, lines }: { readonly words: Words; readonly lines: readonly SeenFeedbackLine[] }) {
  const said = words.feedback
  return (
    <div class="scrolled" role="region" aria-label={said.desk.title} tabIndex={0}>
      <table class="ds-table">
        <thead>
          <tr>
            {[said.code, said.desk.kind, said.due, said.desk.who, said.received].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>
                <a class="ds-link tabular" href={`${FEEDBACK_LIST}/${line.code}`}>
                  {line.code}
                </a>
              </td>
              <td>
                {said.kinds[line.kind]}
                <br />
                <small>{said.stages[line.stage]}</small>
              </td>
              <td class="tabular">
                {line.due === null ? said.desk.noDue : words.format.moment(line.due)}
                {line.isOverdue && (
                  <>
                    <br />
                    <strong>{said.desk.overdue}</strong>
                  </>
                )}
              </td>
              <td>
                {line.unitName === null ? said.notGiven : <span lang="vi">{line.unitName}</span>}
                {line.staffName && (
                  <>
                    <br />
                    <small lang="vi">{line.staffName}</small>
                  </>
                )}
              </td>
              <td class="tabular">{words.format.moment(line.receivedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
