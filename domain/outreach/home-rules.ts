import type { Day } from '../calendar/moment.ts'
import { type Outcome, refuse } from '../outcome.ts'
import { ageOn } from '../people/capacity.ts'

/** Why somebody is visited at home. */
export const HOME_GROUNDS = ['old', 'ill', 'alone'] as const
export type HomeGround = (typeof HOME_GROUNDS)[number]

/** Who bears the ground out. */
export const HOME_EVIDENCE_BY = ['identity-paper', 'medical', 'commune', 'officer'] as const
export type HomeEvidenceBy = (typeof HOME_EVIDENCE_BY)[number]

export interface HomeEvidence {
  readonly by: HomeEvidenceBy
  /** What was shown or said, and by whom. */
  readonly what: string
}

interface HomeRule {
  readonly from: Day
  /** In whole years: from this birthday on. */
  readonly oldFrom: number
  /** From which age somebody alone is old. */
  readonly aloneFrom: number
  readonly bornOutBy: { readonly [ground in HomeGround]: readonly HomeEvidenceBy[] }
}

/**
 * Who is visited at home, free of charge, by the day from which it holds. People over 80, gravely ill, or old and alone:
 * as the centre practised it (newspaper, 3 July 2019); old is 60 (Law on the Elderly 2009, art. 2). That the year of
 * the eightieth birthday counts, and who bears out what, is the centre's own.
 */
const HOME_RULES: readonly HomeRule[] = [
  {
    from: '2010-07-01',
    oldFrom: 80,
    aloneFrom: 60,
    bornOutBy: {
      old: ['identity-paper', 'commune', 'officer'],
      ill: ['medical', 'commune', 'officer'],
      alone: ['commune', 'officer'],
    },
  },
]

export interface HomeClaim {
  readonly ground: HomeGround
  /** A day, a month or a year; null where it is not known. */
  readonly born: string | null
  readonly evidence: HomeEvidence
}

/** Whether the ground entitles somebody to a visit on a day, borne out by who may bear it out. */
export function isEntitled({ ground, born, evidence }: HomeClaim, on: Day): Outcome<true> {
  const rule = HOME_RULES.findLast(({ from }) => from <= on)
  if (!rule) return refuse('no-home-rule', { on })
  if (!rule.bornOutBy[ground].includes(evidence.by)) return refuse('not-borne-out', { ground })
  if (ground === 'ill') return true
  if (born === null) return refuse('birth-date-needed')
  const least = ground === 'old' ? rule.oldFrom : rule.aloneFrom
  return ageOn(firstDayOf(born), on) >= least || refuse('too-young-for-visit', { least })
}

/**
 * The first day somebody can have been born on. Old people often know the year alone: then it is counted from its first
 * day, in their favour, as a month is.
 */
export function firstDayOf(born: string): Day {
  const [year = '', month = '01', day = '01'] = born.split('-')
  return `${year}-${month}-${day}`
}
