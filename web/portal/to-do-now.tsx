import type { FollowedDossier } from '#work/reading/follow-dossier.ts'
import { Notice } from '../parts/notice.tsx'
import type { Words } from '../words/vi.ts'

interface Props {
  readonly words: Words
  readonly dossier: FollowedDossier
}

interface ToDoProps extends Props {
  /** Where the fee is paid online. */
  readonly payAt: string
  /** Where what is asked for is answered online; null where it is not. */
  readonly answerAt: string | null
  /** Where a signed result is taken; null where that takes signing in. */
  readonly takeAt: string | null
}

type ToDo = FollowedDossier['toDo'][number]

/** What the citizen has to do now and how; or that the centre is at work and nothing is to be done. */
export function ToDoNow({ words, dossier, ...ways }: ToDoProps) {
  const said = words.followed
  const isOver = dossier.stage === 'returned' || dossier.stage === 'stopped'
  if (isOver) return null
  if (dossier.toDo.length === 0) return <NothingToDo words={words} dossier={dossier} />
  return (
    <section aria-labelledby="viec-can-lam" class="to-do">
      <h2 id="viec-can-lam">{said.toDo}</h2>
      {dossier.toDo.map((one) => (
        <One key={one.kind} words={words} dossier={dossier} one={one} {...ways} />
      ))}
    </section>
  )
}

/** What lies ready comes by post, or the post has said below what became of it; otherwise the centre is at work. */
function NothingToDo({ words, dossier: { stage, returnWay, parcels } }: Props) {
  const isByPost = stage === 'ready' && returnWay === 'post'
  if (isByPost && parcels.some((one) => one.stage === 'came-back')) return null
  return <p class="nothing-to-do">{isByPost ? words.post.follow.ready : words.followed.nothingToDo}</p>
}

function One({ words, dossier, one, payAt, answerAt, takeAt }: ToDoProps & { readonly one: ToDo }) {
  const said = words.followed
  const { format } = words
  const place = dossier.placeOfReceiptName
  switch (one.kind) {
    case 'supplement':
      return (
        <Notice kind="warning" title={said.supplement}>
          {one.by && <p>{said.answerBy(format.day(one.by))}</p>}
          <Supplement words={words} dossier={dossier} />
          {answerAt !== null && (
            <p class="no-print">
              <a class="ds-button" data-color="accent" href={answerAt}>
                {words.own.answer.go}
              </a>
            </p>
          )}
          <p>{answerAt === null ? said.supplementHow(place) : words.own.answer.orAt(place)}</p>
        </Notice>
      )
    case 'pay-state':
      return <ToPay words={words} dossier={dossier} />
    case 'pay-fee':
      return (
        <Notice kind="warning" title={said.payFee(format.money(one.dong))}>
          {dossier.fee.isPayable && (
            <p class="no-print">
              <a class="ds-button" data-color="accent" href={payAt}>
                {words.paying.payNow}
              </a>
            </p>
          )}
          <p>{dossier.fee.isPayable ? words.paying.orAt(place) : said.payFeeHow(place)}</p>
        </Notice>
      )
    case 'take':
      return (
        <Notice kind="success" title={words.own.result.ready}>
          {takeAt === null ? (
            <p>{words.own.result.signIn}</p>
          ) : (
            <p class="no-print">
              <a class="ds-button" data-color="accent" href={takeAt}>
                {words.own.result.go}
              </a>
            </p>
          )}
        </Notice>
      )
    case 'fetch':
      return (
        <Notice kind="success" title={said.fetch}>
          <p>{said.fetchHow(place)}</p>
        </Notice>
      )
  }
}

/** What the citizen must bring, item by item. */
function Supplement({ words: { followed }, dossier: { supplement } }: Props) {
  if (supplement === null) return null
  return (
    <ol lang="vi">
      {supplement.map(({ wrong, todo, ground }) => (
        <li key={`${wrong} ${todo}`}>
          <strong>{wrong}</strong>
          <br />
          {todo}
          <br />
          <small>{followed.supplementGround(ground)}</small>
        </li>
      ))}
    </ol>
  )
}

/** What is to be paid to the state, notice by notice; nothing where none came or the dossier is over. */
export function ToPay({ words, dossier: { obligations, stage } }: Props) {
  const said = words.desk.linked
  const { format } = words
  if (obligations.length === 0 || stage === 'stopped') return null
  const isPaid = obligations.every(({ isMet }) => isMet)
  return (
    <Notice kind={isPaid ? 'info' : 'warning'} title={isPaid ? said.obligations : said.toPay}>
      <ul>
        {obligations.map(({ number, body, what, dong, payBy, isMet }) => (
          <li key={`${number} ${body}`}>
            <strong lang="vi">{what}</strong>: {said.toPayBy(format.money(dong), format.day(payBy))}
            <br />
            <small>
              <span lang="vi">{said.noticeOf(number, body)}</span>,{' '}
              {said.obligationStates[isMet ? 'met' : 'open']}
            </small>
          </li>
        ))}
      </ul>
      {!isPaid && <p>{said.toPayHow}</p>}
    </Notice>
  )
}
