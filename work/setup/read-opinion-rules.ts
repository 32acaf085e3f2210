import type { FeedbackTimes, OpinionRule } from '#domain/opinions/opinion-rules.ts'
import { type FeedbackTimesRead, OpinionsShape } from '#shapes/centre-documents.ts'
import { type Findings, faultAt } from '#shapes/import-fault.ts'
import type { CentreFile } from '#store/centre-files.ts'
import { readDocument } from './read-yaml.ts'

/** What citizens are asked, and by when what they write is answered; a centre without the file does neither here. */
export function readOpinionRules(files: readonly CentreFile[], findings: Findings): OpinionRule[] {
  const file = files.find(({ name }) => /^opinions\.(yaml|yml|json)$/.test(name))
  const read = file && readDocument(file, OpinionsShape, findings)
  if (!read) return []
  const { rating, feedback } = read.value
  const fault = (path: readonly (string | number)[], code: 'key-twice' | 'no-such-question', value: string) =>
    findings.faults.push(faultAt(read.at(path), String(path.at(-1)), code, { value }))
  for (const [name, times] of [
    ['rating', rating],
    ['feedback', feedback],
  ] as const)
    for (const [place, { from }] of times.entries())
      if (times.findIndex((one) => one.from === from) < place) fault([name, place, 'from'], 'key-twice', from)
  for (const [place, { questions, overall }] of rating.entries()) {
    const keys = questions.map(({ key }) => key)
    for (const [at, key] of keys.entries())
      if (keys.indexOf(key) < at) fault(['rating', place, 'questions', at, 'key'], 'key-twice', key)
    if (!keys.includes(overall)) fault(['rating', place, 'overall'], 'no-such-question', overall)
  }
  return [
    ...rating.map(({ from, questions, overall, rate_within, change_within, ground }) => ({
      kind: 'rating' as const,
      from,
      questions: questions.map(({ index = null, ...said }) => ({ ...said, index })),
      overall,
      rateDays: rate_within,
      changeDays: change_within,
      ground,
    })),
    ...feedback.map(({ from, remark, proposal, complaint, ...seldom }) => ({
      kind: 'feedback' as const,
      from,
      remark: timesOf(remark),
      proposal: timesOf(proposal),
      complaint: timesOf(complaint),
      ...(seldom['post-complaint'] && { 'post-complaint': timesOf(seldom['post-complaint']) }),
      ...(seldom['data-correction'] && { 'data-correction': timesOf(seldom['data-correction']) }),
    })),
  ]
}

function timesOf({
  answer_days,
  appeal_within,
  appeal_answer_days,
  counted,
  ...rest
}: FeedbackTimesRead): FeedbackTimes {
  const kind = counted === 'working' ? 'civil-days' : 'calendar-days'
  return {
    ...rest,
    answer: { kind, days: answer_days },
    appealDays: appeal_within,
    appealAnswer: { kind, days: appeal_answer_days },
  }
}
