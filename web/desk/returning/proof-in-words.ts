import type { HandOverProof } from '#domain/dossier/hand-over.ts'
import type { Words } from '../../words/vi.ts'

/** How it was made sure that a result went to the right person, line by line. */
export function proofInWords({ desk: { returning: said } }: Words, proof: HandOverProof): readonly string[] {
  const { identity, acknowledged, slip, sent, papersBack } = proof
  const reference = acknowledged?.how === 'signed-on-glass' ? null : (acknowledged?.reference ?? null)
  return [
    identity && said.shown(said.identityPapers[identity.paper], identity.number),
    identity?.whyDiffers && said.numberDiffered(identity.whyDiffers),
    acknowledged && said.acknowledgedBy(said.acknowledgments[acknowledged.how], reference),
    slip && said.withSlip(slip),
    sent && said.sentAs(sent.to),
    papersBack && said.withPapers(papersBack),
  ].flatMap((line) => line || [])
}
