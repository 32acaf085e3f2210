import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { capacityLines, SIGNING_FORMS } from '#domain/people/may.ts'
import { lastDay } from '#domain/people/substitution.ts'
import { ApprovalToDelegate } from '#shapes/chosen-dossiers.ts'
import { delegateApproval, endDelegation } from '#work/dividing/delegate-approval.ts'
import { seeDelegations, type SeenDelegations } from '#work/dividing/see-delegations.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { type Fault, faultAt, SelectField, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { DELEGATING, delegatingOf, divisionOf } from './addresses.ts'
import { askedUnit } from './asked-unit.ts'

/** The right to approve is delegated for a period by a written decision, and ended early. */
export const delegatingPage: DeskPage = {
  path: DELEGATING,
  action: 'delegate-approval',
  get: (visit) => shown(visit, { typed: NOTHING_TYPED }),
  post: delegate,
}

interface Answered {
  readonly typed: Typed
  readonly faults?: readonly Fault[]
  readonly refused?: Refusal
}

async function delegate(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const { desk, words } = visit
  const ends = first(typed, 'end')
  if (ends !== '') {
    const ended = await endDelegation(desk, ends)
    return isRefusal(ended) ? refusedPage(visit, ended) : seeOther(delegatingOf(asked.unit))
  }
  const { value, faults } = readForm(typed, ApprovalToDelegate, words)
  if (faults) return { ...(await shown(visit, { typed, faults })), status: 422 }
  const outcome = await delegateApproval(desk, asked.unit, value)
  if (!isRefusal(outcome)) return seeOther(delegatingOf(asked.unit))
  if (outcome.refused === 'not-permitted') return refusedPage(visit, outcome)
  return { ...(await shown(visit, { typed, refused: outcome })), status: 409 }
}

async function shown(visit: DeskVisit, { typed, faults = [], refused }: Answered): Promise<Page> {
  const asked = await askedUnit(visit)
  if (isRefusal(asked)) return refusedPage(visit, asked)
  const seen = await seeDelegations(visit.desk, asked.unit)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const { words, desk } = visit
  const said = words.desk.dividing
  const at = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  const action = delegatingOf(asked.unit)
  const main = (
    <>
      <h1>{said.delegateTitle}</h1>
      <p class="sub" lang="vi">
        {seen.unitName}
      </p>
      <p>{said.delegateLead}</p>
      <Standing visit={visit} seen={seen} action={action} />
      <PostForm
        words={words}
        action={action}
        faults={faults}
        refused={refused && refusalText(words, refused)}
        class="absence stacked"
      >
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <SelectField
          {...at('staff')}
          label={said.delegate}
          choices={[
            { value: '', label: said.choose },
            ...seen.people
              .filter(({ id }) => id !== desk.actor.id)
              .map(({ id, name }) => ({ value: id, label: name, lang: 'vi' as const })),
          ]}
        />
        <div class="days">
          <TextField
            {...at('from')}
            value={first(typed, 'from') || dayOf(desk.now).toString()}
            type="date"
            label={said.from}
            required
          />
          <TextField {...at('last')} type="date" label={said.last} required />
        </div>
        <SelectField
          {...at('form')}
          value={first(typed, 'form') || (typed === NOTHING_TYPED ? 'TUQ' : '')}
          label={said.signingForm}
          choices={[
            { value: '', label: said.signingForms.none },
            ...SIGNING_FORMS.map((form) => ({ value: form, label: said.signingForms[form] })),
          ]}
        />
        <TextField {...at('principal')} label={said.principal} hint={said.principalHint} maxLength={200} />
        <TextField {...at('position')} label={said.position} hint={said.positionHint} maxLength={200} />
        <TextField {...at('ground')} label={said.ground} hint={said.groundHint} maxLength={300} required />
        <Button keys="Alt+Enter">{said.delegateSend}</Button>
      </PostForm>
      <p>
        <Link href={divisionOf(asked.unit)}>{said.back}</Link>
      </p>
    </>
  )
  return { title: said.delegateTitle, main }
}

interface StandingProps {
  readonly visit: DeskVisit
  readonly seen: SeenDelegations
  readonly action: string
}

function Standing({ visit: { words }, seen: { delegations }, action }: StandingProps) {
  const said = words.desk.dividing
  if (delegations.length === 0) return <p>{said.noDelegations}</p>
  return (
    <ul class="delegations">
      {delegations.map((one) => (
        <li key={one.id}>
          <strong lang="vi">{one.staffName}</strong>, {said.daysFrom(one.from, lastDay(one.until))}
          <br />
          {one.capacity && <span lang="vi">{capacityLines(one.capacity).join(', ')}. </span>}
          <span lang="vi">{one.ground}</span> ({said.enteredBy}: <span lang="vi">{one.enteredByName}</span>)
          <form method="post" action={action}>
            <button
              class="ds-button"
              data-variant="secondary"
              name="end"
              value={one.id}
              aria-label={said.endDelegation(one.staffName)}
            >
              {said.end}
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
}
