import { isId } from '#shapes/id.ts'
import { isRefusal } from '#domain/outcome.ts'
import { endDevice } from '#work/field/end-device.ts'
import { askDeviceCode, type CodeShown, seeDeviceCode } from '#work/field/register-device.ts'
import { seeDevices, type SeenDevices } from '#work/field/see-devices.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import type { Words } from '../../words/vi.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, refusalText } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { OUT_DEVICES, OUT_PACKETS, OUT_SESSIONS } from './addresses.ts'

const ENDS = { mat: 'lost', go: 'removed' } as const
const isEnd = (lam: string): lam is keyof typeof ENDS => lam in ENDS

/** Devices of the mobile team: a code for one more, and what is lost is told to erase itself. */
export const devicesPage: DeskPage = {
  path: OUT_DEVICES,
  action: 'work-outside',
  get: (visit) => shown(visit),
  async post(visit, typed) {
    const { desk, words } = visit
    const lam = first(typed, 'lam')
    const id = first(typed, 'id')
    const outcome = !isId(id)
      ? ({ refused: 'no-such-device', facts: {} } as const)
      : isEnd(lam)
        ? await endDevice(desk, id, ENDS[lam])
        : await askDeviceCode(desk, id)
    if (!isRefusal(outcome)) return seeOther(isEnd(lam) ? OUT_DEVICES : `${OUT_DEVICES}?ma=${id}`)
    if (outcome.refused === 'not-permitted') return refusedPage(visit, outcome)
    return shown(visit, refusalText(words, outcome))
  },
}

async function shown(visit: DeskVisit, refused?: string): Promise<Page> {
  const { desk, words, url } = visit
  const seen = await seeDevices(desk)
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const asked = url.searchParams.get('ma') ?? ''
  const code = isId(asked) ? await seeDeviceCode(desk, asked) : null
  const said = words.fieldWork.devices
  const main = (
    <>
      <h1>{said.title}</h1>
      <p class="sub">{said.lead}</p>
      {refused !== undefined && (
        <Notice kind="danger" role="alert">
          <p>{refused}</p>
        </Notice>
      )}
      {code === null ? (
        <form method="post">
          <input type="hidden" name="id" value={newCommandId()} />
          <p>{said.askLead}</p>
          <Button>{said.ask}</Button>
        </form>
      ) : (
        <Code words={words} code={code} />
      )}
      {seen.devices.length === 0 ? (
        <p class="nothing">{said.none}</p>
      ) : (
        <Devices words={words} devices={seen.devices} />
      )}
      <p>
        {seen.mayDecide && <Link href={OUT_PACKETS}>{words.fieldWork.packets.title}</Link>}
        {seen.mayDecide && ' · '}
        <Link href={OUT_SESSIONS}>{words.outreach.desk.title}</Link>
      </p>
    </>
  )
  return { title: said.title, main, status: refused === undefined ? 200 : 409 }
}

function Code({ words, code: { code, until } }: { readonly words: Words; readonly code: CodeShown }) {
  const said = words.fieldWork.devices
  return (
    <Notice kind="success">
      <p>
        {said.code}: <strong class="tabular">{`${code.slice(0, 5)}-${code.slice(5)}`}</strong>
      </p>
      <p>{said.codeUntil(words.format.moment(until))}</p>
      <p>{said.enterCode}</p>
    </Notice>
  )
}

function Devices({ words, devices }: { readonly words: Words } & Pick<SeenDevices, 'devices'>) {
  const said = words.fieldWork.devices
  const { moment, number } = words.format
  return (
    <div class="scrolled" role="region" aria-label={said.table} tabIndex={0}>
      <table class="ds-table">
        <thead>
          <tr>
            {[said.name, said.owner, said.contact, said.packets, said.state, said.act].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {devices.map((one) => (
            <tr key={one.id}>
              <td lang="vi">{one.name}</td>
              <td lang="vi">{one.staffName}</td>
              <td class="tabular">{moment(one.lastContactAt)}</td>
              <td>
                {one.arriving > 0 && <p>{said.arriving(number(one.arriving))}</p>}
                {one.toDecide > 0 && <p>{said.toDecide(number(one.toDecide))}</p>}
                {one.arriving + one.toDecide === 0 && said.noPackets}
              </td>
              <td>
                {said.states[one.state]}
                {one.state !== 'active' && (
                  <>
                    <br />
                    <small>
                      {one.erasedAt === null ? said.notErased : said.erased(moment(one.erasedAt))}
                    </small>
                  </>
                )}
              </td>
              <td>
                {one.state === 'active' && (
                  <form method="post" class="actions">
                    <input type="hidden" name="id" value={one.id} />
                    <Button kind="secondary" isDanger name="lam" value="mat">
                      {said.lose}
                    </Button>
                    <Button kind="tertiary" name="lam" value="go">
                      {said.remove}
                    </Button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
