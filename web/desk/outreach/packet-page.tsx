import { isRefusal } from '#domain/outcome.ts'
import type { PacketTask } from '#domain/outreach/intake-packet.ts'
import { PacketDecision } from '#shapes/field/decision.ts'
import { isId } from '#shapes/id.ts'
import { decidePacket } from '#work/field/decide-packet.ts'
import { seePacketAtDesk, type SeenPacket } from '#work/field/see-packets.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { faultAt, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { type Answered, first, NOTHING_TYPED, readForm, refusalText } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_PACKETS, packetAddress } from './addresses.ts'
import { concernText } from './concern-text.ts'
import { PacketFacts } from './packet-facts.tsx'

const idOf = ({ c }: DeskVisit) => c.req.param('id') ?? ''

/** One packet from outside: what happened to it, and what a person does about it. */
export const packetPage: DeskPage = {
  path: `${OUT_PACKETS}/:id`,
  action: 'decide-packets',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const { desk, words } = visit
    const id = idOf(visit)
    if (!isId(id)) return refusedPage(visit, { refused: 'no-such-packet', facts: {} })
    const read = readForm(typed, PacketDecision, words)
    // The one thing that can be wrong in it is the reason.
    if (read.faults)
      return shown(visit, { typed, faults: [{ field: 'why', text: words.fieldWork.packets.whyNeeded }] })
    const outcome = await decidePacket(desk, id, read.value)
    return isRefusal(outcome)
      ? shown(visit, { typed, refused: refusalText(words, outcome) })
      : seeOther(packetAddress(id))
  },
}

async function shown(visit: DeskVisit, answered?: Answered): Promise<Page> {
  const { desk, words } = visit
  const id = idOf(visit)
  const seen = isId(id)
    ? await seePacketAtDesk(desk, id)
    : ({ refused: 'no-such-packet', facts: {} } as const)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.fieldWork.packets
  const { packet } = seen
  const title = said.kind[packet.kind ?? 'unread']
  const main = (
    <div class="dossier">
      <h1>{title}</h1>
      <p class="sub">
        {said.stages[packet.stage]}. <span lang="vi">{said.of(packet.deviceName, packet.staffName)}</span>.{' '}
        {said.arrived(words.format.moment(packet.arrivedAt))}
      </p>
      {answered?.refused !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{answered.refused}</p>
        </Notice>
      )}
      {(packet.concerns.length > 0 || packet.why !== null) && <Happened words={words} packet={packet} />}
      <PacketFacts words={words} seen={seen} />
      {packet.tasks.map((task) => (
        <Task key={task} words={words} task={task} />
      ))}
      {packet.stage === 'to-decide' && <Decide words={words} seen={seen} answered={answered} />}
      <p>
        <Link href={OUT_PACKETS}>{said.back}</Link>
      </p>
    </div>
  )
  return { title, main, status: answered === undefined ? 200 : answered.faults ? 422 : 409 }
}

interface OfPacket {
  readonly words: Words
  readonly packet: SeenPacket['packet']
}

function Happened({ words, packet }: OfPacket) {
  const said = words.fieldWork.packets
  return (
    <section aria-labelledby="what">
      <h2 id="what">{said.what}</h2>
      <ul>
        {packet.concerns.map((concern) => (
          <li key={concern.what}>{concernText(words, concern)}</li>
        ))}
        {packet.decidedAt !== null && (
          <li>
            <span lang="vi">
              {said.decided(packet.deciderName ?? '', words.format.moment(packet.decidedAt))}
            </span>
            {packet.why !== null && <span lang="vi">: {packet.why}</span>}
          </li>
        )}
      </ul>
    </section>
  )
}

function Task({ words, task }: { readonly words: Words; readonly task: PacketTask }) {
  const said = words.fieldWork.packets
  return (
    <form method="post">
      <p>{said.tasks[task]}</p>
      <input type="hidden" name="decision" value="done" />
      <input type="hidden" name="task" value={task} />
      <Button kind="secondary">{said.taskDone[task]}</Button>
    </form>
  )
}

interface Deciding {
  readonly words: Words
  readonly seen: SeenPacket
  readonly answered: Answered | undefined
}

function Decide({ words, seen: { packet, inside }, answered }: Deciding) {
  const said = words.fieldWork.packets
  const isIntake = packet.kind === 'intake'
  const faults = answered?.faults ?? []
  const phone = inside?.person?.phone ?? null
  return (
    <section aria-labelledby="decide">
      <h2 id="decide">{said.decide}</h2>
      {inside === null ? (
        <p>{said.unreadable}</p>
      ) : (
        <form method="post" class="stacked">
          <p>{isIntake ? said.receiveLead : said.letStandLead}</p>
          <input type="hidden" name="decision" value="receive" />
          <Button>{isIntake ? said.receive : said.letStand}</Button>
        </form>
      )}
      <section class="dossier-notes" aria-labelledby="refuse">
        <h3 id="refuse">{said.refuse}</h3>
        <PostForm words={words} class="stacked" faults={faults}>
          <input type="hidden" name="decision" value="refuse" />
          <p>{phone === null ? said.refuseLeadUnknown : said.refuseLead(phone)}</p>
          <TextField
            name="why"
            label={said.why}
            value={first(answered?.typed ?? NOTHING_TYPED, 'why')}
            fault={faultAt(faults, 'why')}
            maxLength={500}
            required
          />
          <Button kind="secondary" isDanger>
            {said.refuse}
          </Button>
        </PostForm>
      </section>
    </section>
  )
}
