import { type Outcome, refuse } from '#domain/outcome.ts'
import { type LedUnit, unitsLed } from '#work/dividing/units-led.ts'
import type { DeskVisit } from '../desk-page.ts'

/** The unit a page of dividing the work is about, and those the person could ask for. */
export interface AskedUnit {
  readonly unit: string
  readonly units: readonly LedUnit[]
}

/** The unit of the address, otherwise the first the person leads; refused to who leads none. */
export async function askedUnit({ desk, url }: DeskVisit): Promise<Outcome<AskedUnit>> {
  const units = await unitsLed(desk)
  const asked = url.searchParams.get('donVi') ?? units[0]?.code
  return asked === undefined ? refuse('not-permitted', { action: 'see-load' }) : { unit: asked, units }
}
