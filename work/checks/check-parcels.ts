import { foldParcel } from '#domain/post/parcel.ts'
import type { Centre } from '#store/database.ts'
import { historiesOfParcels, parcelsAfter } from '#store/parcels.ts'
import type { Finding } from './finding.ts'
import { isSame } from './same.ts'

const PAGE = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/** Every parcel is what its history comes to. */
export async function checkParcels(centre: Centre): Promise<Finding[]> {
  const findings: Finding[] = []
  for (let after = FIRST; ;) {
    const page = await parcelsAfter(centre, after, PAGE)
    const last = page.at(-1)
    if (last === undefined) return findings
    const histories = await historiesOfParcels(
      centre,
      page.map(({ id }) => id),
    )
    for (const { id, parcel } of page) {
      const history = histories.get(id) ?? []
      if (history.length === 0 || !isSame(foldParcel(history), parcel))
        findings.push({ promise: 'parcel-equals-events', code: parcel.code, found: `parcel ${id}` })
    }
    after = last.id
  }
}
