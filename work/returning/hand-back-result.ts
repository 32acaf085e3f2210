import { type Outcome, refuse } from '#domain/outcome.ts'
import type { ResultToHandBack } from '#shapes/dossier-commands.ts'
import { hasScan } from '#store/scans.ts'
import { type Changed, changeDossier } from '../change-dossier.ts'
import type { Desk } from '../desk.ts'

/** The result is handed to the citizen or to who may take it. What the proof names by its hash lies with the dossier. */
export async function handBackResult(
  desk: Desk,
  code: string,
  given: ResultToHandBack,
): Promise<Outcome<Changed>> {
  for (const sha256 of hashesOf(given))
    if (!(await hasScan(desk.centre, code, sha256))) return refuse('no-such-scan')
  return changeDossier(desk, code, { type: 'HandBack', ...given })
}

function hashesOf({ proof: { acknowledged, sent } }: ResultToHandBack): readonly string[] {
  const signature = acknowledged?.how === 'signed-on-glass' ? acknowledged.reference : null
  return [signature, sent?.sha256].flatMap((hash) => (/^[0-9a-f]{64}$/.test(hash ?? '') ? [hash ?? ''] : []))
}
