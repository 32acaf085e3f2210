import type { ResultsToReport, ResultsToReturn } from '#shapes/results-to-return.ts'
import type { Desk } from '../desk.ts'
import { oneByOne } from '../one-by-one.ts'
import { handBackResult } from './hand-back-result.ts'
import { markReady } from './mark-ready.ts'
import type { HandOver } from './see-hand-over.ts'

type Chosen = ResultsToReport['dossiers'][number]

/** Hands the results that are taken to one person; who that is stands in the dossier or with the paper of authority. */
export function handBackSeveral(
  desk: Desk,
  { dossiers, way, receiver }: ResultsToReturn,
  parties: Pick<HandOver, 'applicant' | 'owner'>,
  onFault: (fault: unknown) => void,
) {
  const receives = receiverOf(receiver, parties)
  return oneByOne(
    taken(dossiers),
    ({ code, id, version, step }) =>
      handBackResult(desk, code, { id, version, step, way, receiver: receives }),
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
    taken(dossiers),
    ({ code, id, version, step }) => markReady(desk, code, { id, version, step }),
    onFault,
  )
}

const taken = (dossiers: readonly Chosen[]) => dossiers.filter((one) => one.isTaken)

export function receiverOf(
  { who, name = '', idNumber, authority }: ResultsToReturn['receiver'],
  parties: Pick<HandOver, 'applicant' | 'owner'>,
) {
  if (who === 'authorised') return { name, idNumber, isAuthorised: true, authority }
  const { name: own, idNumber: number } = parties[who]
  return { name: own, idNumber: number, isAuthorised: false }
}
