import type { Moment } from '#domain/calendar/moment.ts'
import type { Belonging } from '#domain/people/citizen.ts'
import type { FiledContent, FilingAsked, FilingEvent, FilingRefused, FilingSubmitted } from './events.ts'

export const FILING_STAGES = ['submitted', 'asked', 'answered', 'accepted', 'refused', 'withdrawn'] as const
export type FilingStage = (typeof FILING_STAGES)[number]

/** What a citizen filed online, from its submission to the official receipt, which makes a dossier of it. */
export interface Filing extends Omit<
  FilingSubmitted,
  'type' | 'at' | 'acceptBy' | 'isAcceptByProvisional' | keyof FiledContent
> {
  readonly stage: FilingStage
  /** Number of events so far; a command names the version it was made on. */
  readonly version: number
  readonly submittedAt: Moment
  readonly content: FiledContent
  /** As first submitted, where it was answered anew since. */
  readonly before?: FiledContent
  /** By when the centre must answer; null while it has nothing to answer. */
  readonly acceptBy: Moment | null
  readonly isAcceptByProvisional: boolean
  readonly asked?: Pick<FilingAsked, 'at' | 'items'>
  readonly timesAsked: number
  readonly refusal?: Pick<FilingRefused, 'at' | 'reason' | 'ground' | 'instead'>
  readonly lastEventAt: Moment
}

/** A history that cannot have been decided. */
class ImpossibleFiling extends Error {
  override readonly name = 'ImpossibleFiling'
}

/** What a filing comes to after one more event. */
export function evolveFiling(filing: Filing | null, event: FilingEvent): Filing {
  if (event.type === 'FilingSubmitted') {
    if (filing !== null) throw new ImpossibleFiling(`${event.code} submitted twice`)
    const { type: _, at, answers, papers, sha256, ...submitted } = event
    const content = { answers, papers, sha256 }
    return {
      ...submitted,
      stage: 'submitted',
      version: 1,
      submittedAt: at,
      content,
      timesAsked: 0,
      lastEventAt: at,
    }
  }
  if (filing === null) throw new ImpossibleFiling(`${event.type} before FilingSubmitted`)
  const next = { ...filing, version: filing.version + 1, lastEventAt: event.at, acceptBy: null }
  switch (event.type) {
    case 'FilingAsked': {
      const { at, items } = event
      return { ...next, stage: 'asked', asked: { at, items }, timesAsked: filing.timesAsked + 1 }
    }
    case 'FilingAnswered': {
      const { answers, papers, sha256, acceptBy, isAcceptByProvisional } = event
      const content = { answers, papers, sha256 }
      return { ...next, stage: 'answered', content, before: filing.content, acceptBy, isAcceptByProvisional }
    }
    case 'FilingAccepted':
      return { ...next, stage: 'accepted' }
    case 'FilingRefused': {
      const { at, reason, ground, instead } = event
      return { ...next, stage: 'refused', refusal: { at, reason, ground, instead } }
    }
    case 'FilingWithdrawn':
      return { ...next, stage: 'withdrawn' }
  }
}

/** Folds a whole history. */
export function foldFiling(events: readonly FilingEvent[]): Filing {
  const filing = events.reduce<Filing | null>(evolveFiling, null)
  if (filing === null) throw new ImpossibleFiling('no events')
  return filing
}

/** Whether the centre has to answer. */
export function isWaiting({ stage }: Pick<Filing, 'stage'>): boolean {
  return stage === 'submitted' || stage === 'answered'
}

/** Neither received nor refused nor taken back. */
export function isOpen({ stage }: Pick<Filing, 'stage'>): boolean {
  return isWaiting({ stage }) || stage === 'asked'
}

/** Whose a filing is. */
export function belongingOf({ by, applicant, owner, procedure }: Filing): Belonging {
  const numbers = [applicant.idNumber, owner.idNumber].filter((one) => one !== null)
  return { account: by.citizen, representation: by.representation, numbers, procedure }
}
