import { KIOSK, KIOSK_SETTING } from '../kiosk/addresses.ts'
import { isKiosk, makeKiosk, unmakeKiosk } from '../kiosk/kiosk-cookie.ts'
import { Button } from '../parts/button.tsx'
import { type DeskPage, seeOther } from './desk-page.ts'
import { first } from './form.ts'

/** Makes the browser an officer sits at the machine for citizens, or an own one again; the officer is signed out of it. */
export const kioskPage: DeskPage = {
  path: KIOSK_SETTING,
  action: 'see-oneself',
  async get({ c, words }) {
    const said = words.kiosk.desk
    const isOn = isKiosk(c)
    const main = (
      <>
        <h1>{said.title}</h1>
        <p class="sub">{isOn ? said.isOn : said.isOff}</p>
        <ul>
          {said.what.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <form method="post" data-turbo="false">
          <Button kind={isOn ? 'secondary' : 'primary'} name="lam" value={isOn ? 'off' : 'on'}>
            {isOn ? said.turnOff : said.turnOn}
          </Button>
        </form>
      </>
    )
    return { title: said.title, main }
  },
  async post({ c }, typed) {
    if (first(typed, 'lam') !== 'on') {
      unmakeKiosk(c)
      return seeOther(KIOSK_SETTING)
    }
    makeKiosk(c)
    return seeOther(KIOSK)
  },
}
