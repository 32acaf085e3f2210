import { isRefusal } from '#domain/outcome.ts'
import { ScanToAttach } from '#shapes/scans.ts'
import { derivedId } from '#work/derived-id.ts'
import { attachScan, hashOf } from '#work/scanning/attach-scan.ts'
import type { DeskVisit } from '../desk-page.ts'
import { first, type Typed } from '../form.ts'

/**
 * The form as its way of handing back needs it: what belongs to another way was not given, and an image of a signature
 * lies beside every dossier it is for and is named by its hash.
 */
export async function signature(visit: DeskVisit, sent: Typed): Promise<Typed> {
  const fields = new Map(Object.entries(fitting(sent)))
  const file = sent.files.find(({ name }) => name === 'signature')?.file
  if (!file || first(sent, 'acknowledged.how') !== 'signed-on-glass')
    return { ...sent, fields: Object.fromEntries(fields) }
  const bytes = new Uint8Array(await file.arrayBuffer())
  for (const code of takenCodes(sent)) {
    const given = ScanToAttach.safeParse({
      id: derivedId(first(sent, 'together'), code, hashOf(bytes)),
      name: visit.words.desk.returning.signatureName,
    })
    const kept = given.success ? await attachScan(visit.desk, code, given.data, bytes) : null
    if (kept === null || isRefusal(kept)) return { ...sent, fields: Object.fromEntries(fields) }
  }
  fields.set('acknowledged.reference', [hashOf(bytes)])
  return { ...sent, fields: Object.fromEntries(fields) }
}

/** Only what the chosen way and receiver ask for. */
function fitting(sent: Typed): Typed['fields'] {
  const way = first(sent, 'way') || 'counter'
  const isFaceToFace = way === 'counter' || way === 'home'
  const left: string[] = []
  if (!isFaceToFace || first(sent, 'identity.number').trim() === '') left.push('identity.')
  if (!isFaceToFace) left.push('acknowledged.')
  if (first(sent, 'acknowledged.how') === 'signed-slip') left.push('acknowledged.reference')
  if (way !== 'post' && way !== 'home') left.push('slip')
  if (way !== 'electronic') left.push('sentTo')
  if (first(sent, 'receiver.who') !== 'authorised')
    left.push('receiver.name', 'receiver.authority', 'receiver.scope')
  return Object.fromEntries(
    Object.entries(sent.fields).filter(([name]) => !left.some((start) => name.startsWith(start))),
  )
}

function takenCodes(sent: Typed): readonly string[] {
  return Object.entries(sent.fields).flatMap(([name, [code = '']]) => {
    const place = /^dossiers\.(\d+)\.code$/.exec(name)?.[1]
    return place !== undefined && first(sent, `dossiers.${place}.isTaken`) === 'true' ? [code] : []
  })
}
