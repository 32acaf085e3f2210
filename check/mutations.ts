/** One small change of a rule that some test must notice. `from` stands in the file exactly once. */
export interface Mutation {
  readonly file: string
  readonly from: string
  readonly to: string
}

const mutationsOf = (file: string, changes: readonly (readonly [from: string, to: string])[]): Mutation[] =>
  changes.map(([from, to]) => ({ file: `domain/${file}`, from, to }))

export const MUTATIONS: readonly Mutation[] = [
  ...mutationsOf('dossier/supplement.ts', [['if (isRefusal(data)) return data', '']]),
  ...mutationsOf('dossier/collection.ts', [
    ['days: UNCOLLECTED_DAYS + 1', 'days: UNCOLLECTED_DAYS'],
    ['count < rule.most', 'count <= rule.most'],
    ['days: rule.everyDays', 'days: UNCOLLECTED_DAYS'],
    ['Temporal.PlainDate.compare(toldFor, cameOn) > 0', 'Temporal.PlainDate.compare(toldFor, cameOn) < 0'],
  ]),
  ...mutationsOf('dossier/taking-over-faults.ts', [
    ['due < receivedAt ?', 'due > receivedAt ?'],
    ['moment < receivedAt ||', 'moment <= at ||'],
    ['return steps.slice(place).some(isApproval) ?', 'return steps.some(isApproval) ?'],
    ['return steps.slice(0, place).some(isApproval) ?', 'return steps.some(isApproval) ?'],
    ['if (stopped === null) return isOwnStep ? [', 'if (stopped === null) return !isOwnStep ? ['],
    ['!isOwnStep && items.length === 0', 'isOwnStep && items.length === 0'],
    ['minutesLeft < 0 ? couldBeLate', 'minutesLeft > 0 ? couldBeLate'],
    ['readyAt !== null && heldBy !== null', 'readyAt !== null && heldBy === null'],
    ['refusal && !passesRefused(step.kind)', 'refusal && passesRefused(step.kind)'],
    ['paid > feeDong', 'paid >= feeDong'],
  ]),
  ...mutationsOf('dossier/numbering.ts', [
    [
      "if (isOurs && typed !== undefined) return refuse('number-from-the-book', { documentNumber: typed })",
      '',
    ],
    ["if (!isNumberedHere(law.procedure, dossier)) return refuse('numbered-outside')", ''],
    ['isOurs ? number?.written : typed', 'typed ?? number?.written'],
    ['number && number.id !== dossier.number?.id', 'number && number.id === dossier.number?.id'],
    ["case 'RefusalProposed':", "case 'RefusalProposed': return null"],
  ]),
  ...mutationsOf('dossier/document-number.ts', [
    ["padStart(2, '0')", "padStart(1, '0')"],
    ['refusal === undefined ? documents?.result', 'refusal !== undefined ? documents?.result'],
  ]),
  ...mutationsOf('statistics/facts.ts', [
    ['const received = dayIn(receivedAt)', 'const received = dayIn(lawfulDue ?? receivedAt)'],
    ['(stopped.minutesLeft ?? 0) >= 0', '(stopped.minutesLeft ?? 0) < 0'],
    ['lawfulDue !== null && dayIn(lawfulDue) < on', 'lawfulDue !== null && dayIn(lawfulDue) > on'],
  ]),
  ...mutationsOf('dossier/taken-over.ts', [
    ['dueAtReceipt: due,', 'dueAtReceipt: rest.lawfulDue,'],
    ['doneBy: {},', 'doneBy: { receive: event.by },'],
  ]),
  ...mutationsOf('dossier/dossier.ts', [
    ['event.document?.sha256,\n', 'event.document?.sha256 ?? next.document,\n'],
    ['event.document?.sha256 ?? next.document,', 'next.document,'],
    ['        event.draft,\n', '        next.draft,\n'],
    ['        next.draft,\n', '        undefined,\n'],
    ['...withDocument(reopened, undefined, undefined)', '...reopened'],
  ]),
  ...mutationsOf('dossier/handling.ts', [
    ['return [document ? { ...drafted, document } : drafted', 'return [drafted'],
    ['const drafted = draft ? { ...approved, draft } : approved', 'const drafted = approved'],
    ['return [document ? { ...sealed, document } : sealed', 'return [sealed'],
  ]),
  ...mutationsOf('calendar/moment.ts', [
    ['const OFFSET_MS = 7 *', 'const OFFSET_MS = 8 *'],
    ["roundingMode: 'trunc'", "roundingMode: 'ceil'"],
    [
      'return Math.floor((instant.epochMilliseconds + OFFSET_MS) / MINUTE_MS)',
      'return Math.round((instant.epochMilliseconds + OFFSET_MS) / MINUTE_MS)',
    ],
  ]),
  ...mutationsOf('calendar/working-time.ts', [
    ['opens <= time && time < closes', 'opens < time && time < closes'],
    ['time < closes)', 'time <= closes)'],
    ['if (left <= closes - opens) return opens + left', 'if (left < closes - opens) return opens + left'],
    ['return isRefusal(back) ? back : 0 - back', 'return back'],
    ['wholeYears += total(year.minutesBefore)', 'wholeYears += 0'],
  ]),
  ...mutationsOf('calendar/reach.ts', [
    ['left < 1 || left > total', 'left < 0 || left > total'],
    ['left > total(year[by])) {', 'left >= total(year[by])) {'],
    ['sumAt(sums, middle) < count', 'sumAt(sums, middle) <= count'],
    ['isProvisional ||= year.isProvisional', 'isProvisional = year.isProvisional'],
  ]),
  ...mutationsOf('calendar/working-days.ts', [
    ['return nthBehind(calendar, day, 1, n)', 'return nthBehind(calendar, day, 0, n)'],
    ['return nthBehind(calendar, day, 0, 1)', 'return nthBehind(calendar, day, 1, 1)'],
  ]),
  ...mutationsOf('calendar/working-calendar.ts', [
    ["special?.kind === 'off'", "special?.kind === 'work'"],
    ["isProvisional: status === 'provisional'", "isProvisional: status === 'announced'"],
    ['findLast(({ from }) => from <= day)', 'findLast(({ from }) => from < day)'],
    ['special?.intervals ?? intervals', 'intervals'],
    ['return openings.at(-1)?.closes ?? null', 'return openings.at(0)?.closes ?? null'],
  ]),
  ...mutationsOf('digitising/page-quality.ts', [
    ['if (paper < DARK_PAPER)', 'if (paper <= DARK_PAPER)'],
    ['if (contrast < FAINT)', 'if (contrast <= FAINT)'],
    ['if (inked < LEAST_INKED)', 'if (inked <= LEAST_INKED)'],
    ['sharpness < LEAST_SHARPNESS', 'sharpness <= LEAST_SHARPNESS'],
    ['Math.min(width, height) < SHORT_SIDE ||', ''],
    ['page: place + 1', 'page: place'],
    ['declared === null || declared === pages.length', 'declared === null'],
  ]),
  ...mutationsOf('digitising/copy-status.ts', [
    ['copies.filter((one) => !one.isStruck)', 'copies'],
    ['one.reusedFrom === null && one.isCertified', 'one.reusedFrom === null'],
    ['reused === RESULT_COMPONENT ? 3 : 2', '2'],
    ['ownerNumber === null || copy.ownerNumber !== ownerNumber', 'copy.ownerNumber !== ownerNumber'],
    ['copy.validUntil < on', 'copy.validUntil <= on'],
    ["if (!copy.isCertified) return 'not-certified'", ''],
  ]),
  ...mutationsOf('procedure/data-for-paper.ts', [
    ['one.from <= on', 'one.from < on'],
    ['on < one.until', 'on <= one.until'],
    ['dutyFrom <= on', 'dutyFrom < on'],
    ['fromData.day > on', 'fromData.day >= on'],
    ['duty && !paperDespiteData && original', 'duty && original'],
    ['original + certified + copy > 0', 'original + copy > 0'],
    ['if (paperDespiteData && !duty)', 'if (!paperDespiteData && false)'],
  ]),
  ...mutationsOf('dossier/official-receipt.ts', [
    ['timeAt(received) > closing', 'timeAt(received) >= closing'],
    ['(day + 1) * DAY_MINUTES', 'day * DAY_MINUTES'],
  ]),
  ...mutationsOf('dossier/due.ts', [
    ['timeAt(received) > limit.cutOffMinute', 'timeAt(received) >= limit.cutOffMinute'],
    ['workingDayFrom(counting, day + limit.days)', 'workingDayFrom(counting, day + limit.days - 1)'],
    ['workingDayAfter(counting, day, limit.days)', 'workingDayAfter(counting, day, limit.days + 1)'],
    ['isLate ? Math.min(left, -1) : left', 'left'],
    ['localMinute(at) > localMinute(lawfulDue)', 'localMinute(at) >= localMinute(lawfulDue)'],
    [
      'const isProvisional = receipt.isProvisional || last.isProvisional',
      'const isProvisional = receipt.isProvisional',
    ],
  ]),
  ...mutationsOf('dossier/timeliness.ts', [
    ['minute(readyAt) > minute(lawfulDue)', 'minute(readyAt) >= minute(lawfulDue)'],
    ["['civil-days', 'calendar-days']", "['civil-days']"],
    ['dayOf(lawfulDue)) < 0', 'dayOf(lawfulDue)) <= 0'],
    [': minute(readyAt) < minute(lawfulDue)', ': minute(readyAt) <= minute(lawfulDue)'],
    ["if (lawfulDue === null) return 'no-limit'", "if (lawfulDue === null) return 'on-time'"],
  ]),
  ...mutationsOf('dossier/guards.ts', [
    [
      "if (dossier.approvedAt === null) return refuse('not-approved', { step: step.key })\n      return step.kind === 'seal'",
      "return step.kind === 'seal'",
    ],
    [
      "if (dossier.approvedAt === null) return refuse('not-approved', { step: step.key })\n      return step.kind === 'return'",
      "return step.kind === 'return'",
    ],
    ["if (step.kind !== 'approve') return wrongStep", ''],
    ["if (dossier.stage !== 'ready') return wrongStage", ''],
    ["dossier.result === 'refused' || !isOwed(dossier) || unpaid(dossier)", 'true'],
    ["dossier.approvedAt === null || refuse('decided-already')", 'true'],
    ['opinionsAwaited(dossier).length === 0 || awaited(dossier)', 'true'],
    ["if (step.kind === 'collect-fee' && isDue(dossier)) return unpaid(dossier)", ''],
    ['< mostApologies(dossier.ruleSet)', '<= mostApologies(dossier.ruleSet)'],
    ['.slice(0, at)', '.slice(0, at + 1)'],
    ['.reverse()', ''],
    ["dossier.holder.kind === 'list' || refuse('already-held'", "true || refuse('already-held'"],
    ["dossier.holder.kind === 'person' || refuse('not-held'", "true || refuse('not-held'"],
    [
      "step.kind === 'approve' || step.kind === 'seal' || step.kind === 'return'\n        ?",
      "step.kind === 'approve' || step.kind === 'return'\n        ?",
    ],
  ]),
  ...mutationsOf('dossier/handling.ts', [
    ['command.step !== dossier.step', 'false'],
    ['command.at < dossier.lastEventAt', 'command.at <= dossier.lastEventAt'],
    ["if (dossier.stage !== 'awaiting-citizen') return null", 'return null'],
    ["kind: 'person', ...at, staff: doer.staff", "kind: 'person', ...at, staff: command.by.staff"],
    ['isDueProvisional: running.isProvisional', 'isDueProvisional: dossier.isDueProvisional'],
    [
      'const lawfulDue = resumed ? resumed.lawfulDue : dossier.lawfulDue',
      'const lawfulDue = dossier.lawfulDue',
    ],
  ]),
  ...mutationsOf('dossier/dossier.ts', [
    ['version: dossier.version + 1', 'version: dossier.version'],
    ['...reopened } = moved(next, event, null)', '...reopened } = moved(next, event, next.approvedAt)'],
    ['...moved(next, event, event.at)', '...moved(next, event, next.approvedAt)'],
    ['lawfulDue: due,', 'lawfulDue: null,'],
    ['readyAt: event.at,', 'readyAt: next.receivedAt,'],
    ['stepSince: event.at,', 'stepSince: dossier.stepSince,'],
  ]),
  ...mutationsOf('people/delegation.ts', [
    ['asked.staff === by', 'false'],
    ['if (asked.from < on)', 'if (false)'],
    ['one.from < asked.until', 'one.from <= asked.until'],
    ['one.unit === asked.unit', 'true'],
  ]),
  ...mutationsOf('calendar/paper-transfer.ts', [
    ['Math.min(cutOffMinute + 1, closing)', 'Math.min(cutOffMinute, closing)'],
    ['Math.min(cutOffMinute + 1, closing)', 'cutOffMinute + 1'],
    ['cutOffMinute === null ? closing', 'cutOffMinute === null ? 0'],
    ['Math.min(opens + startMinutes', 'Math.min(opens'],
    ['if (timeAt(minute) > closing)', 'if (timeAt(minute) >= closing)'],
    ['transfer, today - 1)', 'transfer, today)'],
    ['opens > time', 'opens >= time'],
  ]),
  ...mutationsOf('dossier/papers.ts', [
    ['original + certified + copy > 0', 'original > 0 || copy >= 0'],
    ['sheet === undefined && unit !== holder.unit', 'unit !== holder.unit'],
    ['since > wanted ? since : wanted', 'since'],
    ['dossier.unitSince ?? dossier.stepSince', 'dossier.stepSince'],
    ["returnWish.way !== 'electronic'", 'true'],
  ]),
  ...mutationsOf('dossier/carried.ts', [
    ['=> !event.missing.includes(paper)', '=> paper'],
    ['papers.length > 0 || lot.sheet', 'papers.length > 0'],
    ['.filter((one) => one.paper !== paper)', '.filter(() => true)'],
    ['|| isThere || isMissing ||', '|| isMissing ||'],
  ]),
  ...mutationsOf('dossier/handing-over.ts', [
    ['dossier.holder?.unit !== to', 'false'],
    [
      "if (on.lot.sheet?.givenBy === command.by.staff) return refuse('second-person-needed')\n  // What",
      '// What',
    ],
    ['return at < lastEventAt ?', 'return at < "" ?'],
    ['localMinute(fromMoment(at)) <= localMinute(fromMoment(due))', 'at <= due'],
    ['one.sheet?.id === command.sheet', 'one.sheet !== undefined'],
  ]),
  ...mutationsOf('dossier/intake.ts', [
    ["(way === 'post' || way === 'home') && !address", "way === 'post' && !address"],
    ['const limit = forChannel(chosen.limit, command.channel)', 'const limit = chosen.limit.any'],
    ['forChannel(chosen.fee, command.channel)', 'chosen.fee.any'],
  ]),
  ...mutationsOf('dossier/steps.ts', [
    ["if (step.kind !== 'citizen') return", "if (step.kind !== 'outside') return"],
  ]),
  ...mutationsOf('dossier/dossier-code.ts', [
    ["padStart(4, '0')", "padStart(5, '0')"],
    ['.slice(2)', '.slice(0, 6)'],
  ]),
  ...mutationsOf('dossier/lookup-key.ts', [
    ["replaceAll('O', '0')", "replaceAll('O', 'O')"],
    ['byte & 31', 'byte & 15'],
  ]),
  ...mutationsOf('dossier/trail.ts', [
    ['Object.keys(parts).sort()', 'Object.keys(parts)'],
    ['canonical([previousSeal, code, sequence])', 'canonical([code, sequence])'],
  ]),
  ...mutationsOf('dossier/progress.ts', [
    ["place < present ? 'done'", "place <= present ? 'done'"],
    ["dossier.stage === 'returned' ? steps.length", "dossier.stage === 'ready' ? steps.length"],
  ]),
  ...mutationsOf('people/may.ts', [
    ['action.holder === (one.insteadOf ?? actor.id)', 'action.holder !== null'],
    ["hasPost(staff, 'head', unit, on) ||", "hasPost(staff, 'handler', unit, on) ||"],
    ['period.from <= on &&', 'period.from < on &&'],
    ['on < period.until', 'on <= period.until'],
    ['one.post === post && one.unit === unit', 'one.post === post'],
    ['one.unit === unit && holds(one, on)', 'one.unit === unit'],
    ["posts.filter(({ post }) => post !== 'administrator')", 'posts'],
    ['holder !== null && sight.units.includes(holder.unit)', 'false'],
    ['doer.staff === sight.staff', 'false'],
  ]),
  ...mutationsOf('people/highlighted.ts', [
    ['!isWordStart || at === 0 ||', '!isWordStart ||'],
    ["line[at - 1] === ' '", 'true'],
  ]),
  ...mutationsOf('dossier/asked.ts', [
    ["last.padStart(4, '0')", 'last'],
    ["replace(/^84(?=\\d{9}$)/, '0')", "replace(/^84(?=\\d{9}$)/, '')"],
    ['code.endsWith(` ${text}`)', 'code.includes(text)'],
    ['digits.length < FEWEST_DIGITS', 'false'],
  ]),
  ...mutationsOf('dossier/receiver.ts', [
    ["(receiver.authority ?? '').trim() !== ''", 'true'],
    ['[applicant, owner]', '[applicant]'],
    ['party.idNumber === null || idNumber === null', 'party.idNumber === null'],
    ['bare(party.idNumber) === bare(idNumber)', 'party.idNumber === idNumber'],
  ]),
  ...mutationsOf('people/substitution.ts', [
    ['one.from > from ? one.from : from', 'from'],
    ['one.until !== null && one.until < until ? one.until : until', 'until'],
    ['.filter((one) => one.unit === unit)', ''],
    ['if (asked.from < on)', 'if (asked.from <= on)'],
    ['if (asked.until <= asked.from)', 'if (asked.until < asked.from)'],
    [
      'one.from < asked.until && asked.from < one.until',
      'one.from <= asked.until && asked.from <= one.until',
    ],
    ['one.absent === asked.substitute)', 'one.absent === asked.unit)'],
    ['one.substitute === asked.absent)', 'one.substitute === asked.unit)'],
    ['fitting.find((one) => one.insteadOf === holder) ??', ''],
  ]),
  ...mutationsOf('people/spread.ts', [
    ['posts.includes(given.post)', 'posts.length > 0'],
    ['loadOf(least) + 1', 'loadOf(least)'],
    ['loadOf(one) < loadOf(best)', 'loadOf(one) <= loadOf(best)'],
  ]),
  ...mutationsOf('dossier/holding.ts', [
    ["if (dossier.holder?.staff === to) return refuse('already-held', { staff: to })", ''],
    ['heldBy(by.staff, dossier, law)', "heldBy('', dossier, law)"],
    ["kind: 'person', unit", "kind: 'list', unit"],
  ]),
  ...mutationsOf('dossier/doer.ts', [
    ['DIVIDES.includes(action.kind) ? undefined : ', ''],
    ['appointmentsOn(actor, on)', 'actor.appointments'],
  ]),
  ...mutationsOf('dossier/document-numbers.ts', [
    ['Number(digits) + place', 'Number(digits)'],
    [".padStart(digits.length, '0')", ''],
  ]),
  ...mutationsOf('dossier/heat.ts', [
    ['lawfulDue < now', 'lawfulDue <= now'],
    ['lawfulDue < tomorrow', 'lawfulDue <= tomorrow'],
    ['8 - day.dayOfWeek', '7 - day.dayOfWeek'],
    ['toMoment(fromLocalMinute(localMinute(now)))', 'toMoment(now)'],
  ]),
  ...mutationsOf('procedure/procedure.ts', [
    [
      'one.from <= on && (one.until === null || on < one.until)',
      'one.from <= on && (one.until === null || on <= one.until)',
    ],
    ['return procedure.level >= 3', 'return procedure.level >= 2'],
    ["channel !== 'post' || procedure.isPostal", 'true'],
    ['values.channels[channel] ?? values.any', 'values.any'],
  ]),
  ...mutationsOf('procedure/checklist.ts', [
    ['one.original + one.certified + one.copy > 0)', 'one.original > 0)'],
    ['component.isRequired && asksForPaper(component)', 'asksForPaper(component)'],
    ['one.insteadOfPaper !== null ||', ''],
    ['one.fromData !== undefined ||', ''],
  ]),
  ...mutationsOf('statistics/facts.ts', [
    ["event.result === 'refused' ? [one('refused')] : []", '[]'],
    [
      "(before?.stage === 'awaiting-citizen' && !stayedLate(before) ? [] : settled(before, on))",
      'settled(before, on)',
    ],
    ['...fallsDue(before?.lawfulDue ?? null, -1), ', ''],
  ]),
  ...mutationsOf('cash/movements.ts', [[" - sumOf(movements, 'cancelled', way)", '']]),
  ...mutationsOf('dossier/steps.ts', [['!isRefused || passesRefused(kind)', 'true']]),
  ...mutationsOf('dossier/stopping.ts', [
    ['.toString() > answerBy', '.toString() >= answerBy'],
    ["(dossier.minutesLeft ?? 0) < 0 ? 'late' : 'on-time'", "'on-time'"],
    ["judged === 'late' ? 'late' : 'on-time'", 'judged'],
  ]),
  ...mutationsOf('dossier/apology.ts', [
    ["if (dossier.apology?.draftedBy === by.staff) return refuse('second-person-needed')", ''],
    ['lawfulDue !== null && at <= lawfulDue', 'true'],
    ["promised <= at || promised <= (dossier.lawfulDue ?? '')", 'promised <= at'],
  ]),
  ...mutationsOf('dossier/consultation.ts', [
    ['<= asked.answerBy)', '< asked.answerBy)'],
    ['if (answerBy < today)', 'if (answerBy <= today)'],
  ]),
  ...mutationsOf('dossier/correction.ts', [
    ["if (searched(before.name) !== searched(name)) return refuse('identity-needs-two')", ''],
    ["if (correction.proposedBy === by.staff) return refuse('second-person-needed')", ''],
    ['return isOne ? PARTIES : [party]', 'return [party]'],
  ]),
  ...mutationsOf('dossier/hand-over.ts', [
    ['bare(written) === bare(checked.number) || ', 'true || '],
    ['until >= dayOf(', 'until > dayOf('],
    ["dossier.stage === 'ready' && dossier.result === 'refused'", 'false'],
    ['(!one.isTaken && isEmpty(one.whyNot))', 'false'],
    ['home: [identity, acknowledged, slip]', 'home: [identity, acknowledged]'],
  ]),
  ...mutationsOf('procedure/fee-lines.ts', [
    ['on < one.until', 'on <= one.until'],
    ['Math.ceil((line.dong', 'Math.floor((line.dong'],
    ['off.percent === 100 ?', 'true ?'],
    ["kind !== 'both' && kind !== line.kind", 'false'],
  ]),
  ...mutationsOf('cash/cash-sheet.ts', [
    ['openingDong + sums.cash', 'sums.cash'],
    ['differenceDong !== 0 &&', 'false &&'],
    ['cashier !== by ||', 'true ||'],
    ['if (on > today)', 'if (on >= today)'],
  ]),
  ...mutationsOf('dossier/money.ts', [
    ["way !== 'cash' && reference === null", 'false'],
    ['found.dong - (found.refundedDong ?? 0)', 'found.dong'],
    ['found.refundedDong !== undefined', 'false'],
    ['(dong !== owed && dong !== owedNow)', 'false'],
    ['dong !== owed && dong !== owedNow', 'dong !== owed'],
    ['if (day(found.at) !== day(at))', 'if (false)'],
    ['if (dong > left)', 'if (dong >= left)'],
  ]),
  ...mutationsOf('dossier/owed.ts', [
    ["state !== 'cancelled'", "state === 'taken'"],
    ['fee?.paymentsBefore ?? 0', '0'],
    ['DUE_TIMES.indexOf(line.due) <= latest', 'true'],
    ['if (fee === null) return null', 'if (fee === null) return 0'],
  ]),
  ...mutationsOf('dossier/visit.ts', [
    ['first.placeOfReceipt === placeOfReceipt &&', ''],
    ['dayIn(first.receivedAt) === dayIn(at)', 'true'],
    ['isOneApplicant(first.applicant, applicant) &&', ''],
  ]),
  ...mutationsOf('dossier/at-once.ts', [
    ['dayOf(due).equals(day)', 'true'],
    ['return isDueThatDay && !isOver', 'return isDueThatDay'],
    ["if (stage === 'ready' || stage === 'returned') return true", ''],
  ]),
  ...mutationsOf('dossier/certification.ts', [
    ['dossier.approvedAt === null ||', ''],
    ['|| dossier.refusal', ''],
  ]),
  ...mutationsOf('procedure/procedure.ts', [
    ['range.from <= pages &&', ''],
    ['pages <= range.to', 'pages < range.to'],
  ]),
  {
    file: 'domain/dossier/passages.ts',
    from: "if (taken > allotted) return 'late'",
    to: "if (taken >= allotted) return 'late'",
  },
  {
    file: 'domain/dossier/passages.ts',
    from: 'if (to === null || to.unitName === from) continue',
    to: 'if (to === null) continue',
  },
  ...mutationsOf('dossier/notices.ts', [
    ['if (payBy < issuedOn)', 'if (payBy <= issuedOn)'],
    ['if (dong < notice.dong)', 'if (dong <= notice.dong)'],
    ['&& partsAwaited(dossier).length === 0', ''],
    ["if (!isLast || waitsFor(dossier) !== 'payment') return [met]", 'if (!isLast) return [met]'],
  ]),
  ...mutationsOf('dossier/obligations.ts', [["state === 'open'", "state !== 'met'"]]),
  ...mutationsOf('dossier/linked.ts', [
    ['partsToAsk(dossier), law)', 'dossier.parts ?? [], law)'],
    ['planned?.minutesAllotted ?? null', 'null'],
  ]),
  ...mutationsOf('dossier/parts.ts', [["state === 'open' || state === 'sent-back'", "state === 'open'"]]),
  ...mutationsOf('dossier/steps.ts', [
    ['if (step.waits && !rule?.stopsClock) return', 'if (false) return'],
    ['if (parts.some(({ key }) => key === part.key)) continue', ''],
  ]),
  ...mutationsOf('procedure/process.ts', [
    ['waits.findLast(({ from }) => from <= receivedOn)', 'waits.findLast(({ from }) => from < receivedOn)'],
    ['(part.minutesAllotted ?? 0) > step.minutesAllotted', 'false'],
  ]),
  ...mutationsOf('dossier/money.ts', [['dong === 0 ||', 'false ||']]),
]
