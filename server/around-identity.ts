import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { takesFilings } from '#domain/procedure/online-filing.ts'
import { openidIdentity } from '#partners/identity/openid-identity.ts'
import type { Centre } from '#store/database.ts'
import { onlineFilings } from '#store/online-filing.ts'
import { IDENTITY_RETURN } from '#web/citizen/addresses.ts'
import { clockFrom } from './clock.ts'
import { type ProviderSettings, readIdentitySettings } from './national-identities.ts'
import { type Check, error, fine, type Remark, warning } from './remarks.ts'

/** Where filings are taken, citizens can say who they are: the national identity of each centre answers. */
export const aroundIdentity: Check = async ({ config, database }) => {
  const settings =
    config.identity === null ? new Map<string, ProviderSettings>() : readIdentitySettings(config.identity)
  const centres = await database.centres()
  const without = centres.filter((one) => !one.isDemonstration && !settings.has(one.slug))
  const returnTo = new URL(IDENTITY_RETURN, config.baseUrl)
  const answers = [...settings].map(async ([slug, one]): Promise<Remark> => {
    let reason = ''
    const identity = openidIdentity({ ...one, onFault: (told) => (reason = told) })
    return isRefusal(await identity.begin(returnTo))
      ? error(`${slug}: định danh điện tử ${one.name} (${one.issuer}) không trả lời: ${reason}`)
      : fine(`${slug}: định danh điện tử ${one.name} trả lời; địa chỉ quay về phải khai là ${returnTo.href}`)
  })
  return [...(await Promise.all(answers)), ...(await Promise.all(without.map(aroundCentre))).flat()]
}

async function aroundCentre(centre: Centre): Promise<readonly Remark[]> {
  const on = dayOf(clockFrom(null)()).toString()
  return takesFilings(await onlineFilings(centre), on)
    ? [warning(`${centre.slug}: nhận hồ sơ trực tuyến nhưng chưa khai định danh điện tử (IDENTITY)`)]
    : []
}
