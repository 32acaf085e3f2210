import { isRefusal } from '#domain/outcome.ts'
import type { Procedure } from '#domain/procedure/procedure.ts'
import { inForceOn } from '#domain/procedure/procedure.ts'
import type { Provision } from '#shapes/field/provision.ts'
import { formAlong, lawAlong } from '../intake/field-law.ts'
import { dayOut, type Out } from '../intake/intake-content.ts'
import { type IntakeDraft, typedAt } from '../intake/intake-draft.ts'
import type { Taking } from '../intake/intake-lacks.ts'
import type { Frame } from './frame.ts'

/** Where and when something is taken in on this outing. */
function outOf({ provision: { outing, officer }, now }: Frame): Out {
  return {
    kind: outing.kind,
    id: outing.id,
    placeOfReceipt: officer.units[0] ?? '',
    placeOfSupport: outing.commune,
    now: now(),
  }
}

/** What a draft is decided by; null until a procedure that was brought along is chosen. */
export function takingOf(frame: Frame, draft: IntakeDraft): Taking | null {
  const out = outOf(frame)
  const on = dayOut(out)
  const law = lawAlong(frame.provision, typedAt(draft, 'procedure'), on)
  if (isRefusal(law)) return null
  const { places } = frame.provision
  return { law, form: formAlong(frame.provision, law.procedure, on), places, out }
}

/** The procedures that can be received on the day. */
export function proceduresOn(frame: Frame): readonly Procedure[] {
  const { procedures } = frame.provision
  const on = dayOut(outOf(frame))
  return [...Map.groupBy(procedures, ({ key }) => key).values()].flatMap((versions) => {
    const found = inForceOn(versions, on)
    return isRefusal(found) ? [] : [found]
  })
}

/** What a procedure is called; its key where it was not brought along. */
export function nameIn({ procedures }: Pick<Provision, 'procedures'>): (key: string) => string {
  return (key) => procedures.findLast((one) => one.key === key)?.name ?? key
}
