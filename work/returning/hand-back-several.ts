import type { ResultsToReport, ResultsToReturn } from '#shapes/results-to-return.ts'
import type { Desk } from '../desk.ts'
import { oneByOne } from '../one-by-one.ts'
import { handBackResult } from './hand-back-result.ts'
import { markReady } from './mark-ready.ts'
import type { HandOver } from './see-hand-over.ts'

/**
 * Hands the results that are taken to one person, checked once and signed for once; who that is stands in the dossier
 * or with the paper of authority.
 */
export function handBackSeveral(
  desk: Desk,
  given: ResultsToReturn,
  parties: Pick<HandOver, 'applicant' | 'owner'>,
  onFault: (fault: unknown) => void,
) {
  const { dossiers, way } = given
  const receiver = receiverOf(given, parties)
  return oneByOne(
    dossiers.filter((one) => one.isTaken),
    ({ code, id, version, step, ...own }) =>
      handBackResult(desk, code, { id, version, step, way, receiver, proof: proofOf(given, own) }),
    onFault,
  )
}

/** Reports the results that were chosen as ready. */
export function markReadySeveral(
  desk: Desk,
  { dossiers }: ResultsToReport,
  onFault: (fault: unknown) => void,
) {
  return oneByOne(
    dossiers.filter((one) => one.isTaken),
    ({ code, id, version, step }) => markReady(desk, code, { id, version, step }),
    onFault,
  )
}

function proofOf(
  { identity, acknowledged, slip, sentTo, papersBack, together, dossiers }: ResultsToReturn,
  { withdrawn, sha256 }: Pick<ResultsToReturn['dossiers'][number], 'withdrawn' | 'sha256'>,
) {
  const sent = sentTo === undefined || sha256 === undefined ? null : { to: sentTo, sha256 }
  const isOne = dossiers.filter((one) => one.isTaken).length === 1
  return { identity, acknowledged, sent, slip, withdrawn, papersBack, together: isOne ? null : together }
}

export function receiverOf(
  { receiver, identity }: Pick<ResultsToReturn, 'receiver' | 'identity'>,
  parties: Pick<HandOver, 'applicant' | 'owner'>,
) {
  const { who, name = '', ...paper } = receiver
  if (who === 'authorised') return { ...paper, name, idNumber: identity?.number ?? null, isAuthorised: true }
  const { name: own, idNumber: number } = parties[who]
  return { name: own, idNumber: number, isAuthorised: false }
}
