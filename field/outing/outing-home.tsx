import type { RegisteredFor } from '#shapes/field/provision.ts'
import { ActButton } from '../intake/act-button.tsx'
import { begunDraft, typedAt, withBoxes } from '../intake/intake-draft.ts'
import { RegisteredList } from '../intake/registered-list.tsx'
import { VisitSheet } from '../visit/visit-sheet.tsx'
import { isIntake } from '../written/written.ts'
import type { Frame } from './frame.ts'
import { useKept } from './kept.ts'
import { CLOSING, CONTACT, DRAFTS, INTAKE, RESULTS } from './routes.ts'
import { nameIn } from './taking-of.ts'

/** Where an officer begins: the next person, who registered, what was left half done, what was brought along. */
export function OutingHome({ frame }: { frame: Frame }) {
  const { words, provision, drafts, done, go } = frame
  const said = words.fieldIntake
  const { outing, results, registrations } = provision
  const kept = useKept(() => drafts.list(), frame.route)
  const sealed = useKept(() => done(), frame.route)
  const begun = new Set([
    ...(kept ?? []).filter(isIntake).map((one) => typedAt(one, 'registration')),
    ...(sealed ?? []).flatMap(({ registration }) => registration ?? []),
  ])
  return (
    <section class="field-home">
      <h1 tabIndex={-1}>{outing.person === null ? said.home.session : said.visit.title}</h1>
      <p lang="vi">
        {outing.place}, {outing.communeName}
      </p>
      {outing.person && <VisitSheet words={words} outing={outing} person={outing.person} />}
      <p class="field-buttons">
        {outing.person && (
          <ActButton kind="primary" act={() => go(CONTACT)}>
            {said.visit.toContact}
          </ActButton>
        )}
        <ActButton kind="primary" act={() => void begin(frame, null)}>
          {outing.person ? said.visit.toIntake : said.home.next}
        </ActButton>
        <ActButton act={() => go(RESULTS)}>{said.home.results(results.length)}</ActButton>
        <ActButton act={() => go(DRAFTS)}>{said.home.drafts(kept?.length ?? 0)}</ActButton>
        <ActButton act={() => go(CLOSING)}>{words.fieldClosing.open}</ActButton>
      </p>
      <RegisteredList
        words={words}
        registrations={registrations}
        begun={begun}
        nameOf={nameIn(provision)}
        start={(one) => void begin(frame, one)}
      />
    </section>
  )
}

/** A draft with what is known of the person, kept before it is shown; a registration begun before is gone on with. */
async function begin(frame: Frame, registered: RegisteredFor | null): Promise<void> {
  const { provision, drafts, go, newId, now } = frame
  const before = (await drafts.list())
    .filter(isIntake)
    .find((one) => registered !== null && typedAt(one, 'registration') === registered.id)
  if (before) return go(`${INTAKE}/${before.id}`)
  const { outing } = provision
  const { person } = outing
  const address = person && [person.address, person.hamlet, outing.communeName].join(', ')
  const known = person ? { name: person.name, phone: person.phone, address } : {}
  const draft = begunDraft({ id: newId(), begunAt: now() }, registered ?? known)
  await drafts.keep(
    withBoxes(draft, {
      ...(registered && { registration: registered.id }),
      ...(address && { 'returnWish.way': 'home', 'returnWish.address': address }),
    }),
  )
  go(`${INTAKE}/${draft.id}`)
}
