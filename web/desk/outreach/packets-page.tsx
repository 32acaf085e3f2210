import { isRefusal } from '#domain/outcome.ts'
import { seePackets, type SeenPackets } from '#work/field/see-packets.ts'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import type { DeskPage } from '../desk-page.ts'
import { dossierAddress } from '../dossier/address.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_DEVICES, OUT_PACKETS, OUT_SESSIONS, packetAddress } from './addresses.ts'
import { concernText } from './concern-text.ts'

type Line = SeenPackets['waiting'][number]

/** What devices brought back: what a person decides on top, what came lately below. */
export const packetsPage: DeskPage = {
  path: OUT_PACKETS,
  action: 'decide-packets',
  async get(visit) {
    const { desk, words } = visit
    const seen = await seePackets(desk)
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const said = words.fieldWork.packets
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{said.lead}</p>
        <h2>{said.waiting}</h2>
        {seen.waiting.length === 0 ? (
          <p class="nothing">{said.noneWaiting}</p>
        ) : (
          <ul class="rows">
            {seen.waiting.map((one) => (
              <li key={one.id}>
                <Head words={words} one={one} />
                {one.concerns.length > 0 && one.stage === 'to-decide' && (
                  <ul>
                    {one.concerns.map((concern) => (
                      <li key={concern.what}>{concernText(words, concern)}</li>
                    ))}
                  </ul>
                )}
                {one.tasks.map((task) => (
                  <p key={task}>{said.tasks[task]}</p>
                ))}
                <p>
                  <Link href={packetAddress(one.id)}>{said.open}</Link>
                </p>
              </li>
            ))}
          </ul>
        )}
        <h2>{said.lately}</h2>
        {seen.lately.length === 0 ? (
          <p class="nothing">{said.noneLately}</p>
        ) : (
          <ul class="rows">
            {seen.lately.map((one) => (
              <li key={one.id}>
                <Head words={words} one={one} />
                <p class="hint">
                  <Link href={packetAddress(one.id)}>{said.stages[one.stage]}</Link>
                </p>
              </li>
            ))}
          </ul>
        )}
        <p>
          <Link href={OUT_DEVICES}>{words.fieldWork.devices.title}</Link>
          {' · '}
          <Link href={OUT_SESSIONS}>{words.outreach.desk.title}</Link>
        </p>
      </>
    )
    return { title: said.title, main }
  },
}

function Head({ words, one }: { readonly words: Words; readonly one: Line }) {
  const said = words.fieldWork.packets
  return (
    <p>
      <strong>{said.kind[one.kind ?? 'unread']}</strong>{' '}
      {one.code !== null && one.kind !== 'contact' && (
        <a class="ds-link tabular" href={dossierAddress(one.code)}>
          {one.code}
        </a>
      )}{' '}
      <span lang="vi">{said.of(one.deviceName, one.staffName)}</span>.{' '}
      {said.arrived(words.format.moment(one.arrivedAt))}
      {one.closing && (
        <>
          .{' '}
          {said.closing(
            words.format.number(one.closing.received),
            words.format.number(one.closing.handedBack),
            words.format.number(one.closing.contacts),
          )}
          .{' '}
          {said.closingCash(words.format.money(one.closing.cashDong), words.format.number(one.closing.slips))}
        </>
      )}
    </p>
  )
}
