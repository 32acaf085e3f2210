import { isRefusal } from '#domain/outcome.ts'
import { DeviceToKeep } from '#shapes/citizen.ts'
import { dropDevice, keepDevice, type SeenDevices } from '#work/telling/keep-device.ts'
import { agentInWords } from '../desk/account/agent.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, readForm } from '../desk/form.ts'
import { Button } from '../parts/button.tsx'
import type { Words } from '../words/vi.ts'
import { DEVICES, NOTICES, PUSH_WORKER } from './addresses.ts'
import type { CitizenPage } from './citizen-page.ts'

/** A device is turned on by its browser, or off by whoever has it listed. */
export const devicesPage: CitizenPage = {
  path: DEVICES,
  action: 'keep-account',
  async post({ desk, words, c }, typed) {
    const off = first(typed, 'off')
    if (off !== '') {
      if (/^[0-9a-f-]{36}$/.test(off)) await dropDevice(desk, off)
      return seeOther(NOTICES)
    }
    const read = readForm(typed, DeviceToKeep, words)
    const label = agentInWords(words, c.req.header('user-agent') ?? null)
    const kept = read.faults ? null : await keepDevice(desk, { ...read.value, label })
    return seeOther(`${NOTICES}?thiet-bi=${kept === null || isRefusal(kept) ? 'khong' : 'bat'}`)
  },
}

/** The devices that show what is told, and the button for this one. */
export function Devices({ words, seen: { key, devices } }: { words: Words; seen: SeenDevices }) {
  const said = words.notices.devices
  return (
    <section>
      <h2>{said.title}</h2>
      <p>{said.lead}</p>
      {devices.length > 0 && (
        <ul class="sessions">
          {devices.map(({ id, label, since }) => (
            <li key={id}>
              <span>
                {label}
                <small>{words.desk.account.since(words.format.moment(since))}</small>
              </span>
              <form method="post" action={DEVICES}>
                <Button kind="secondary" name="off" value={id}>
                  {said.off}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <mc-push data-key={key} data-worker={PUSH_WORKER} data-denied={said.denied} data-failed={said.failed}>
        <form method="post" action={DEVICES} hidden>
          <input type="hidden" name="endpoint" />
          <input type="hidden" name="p256dh" />
          <input type="hidden" name="auth" />
          <Button kind="secondary">{said.on}</Button>
        </form>
        <p class="hint" role="status">
          {said.cannot}
        </p>
      </mc-push>
    </section>
  )
}
