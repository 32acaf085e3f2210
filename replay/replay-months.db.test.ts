import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost } from '#domain/people/may.ts'
import type { ReplayTargets } from '#shapes/replay-targets.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { seeHomeFigures } from '#work/outreach/see-home-visits.ts'
import { seeSessions } from '#work/outreach/see-sessions.ts'
import { seeStaff } from '#work/reading/see-staff.ts'
import { sumsIn } from '#work/statistics/sums.ts'
import { compareWithTargets } from './compare.ts'
import { type Replayed, replayMonths } from './replay-months.ts'
import { dayTargets } from './targets.ts'

/** A tenth of the article, and other figures than the article's: whatever is asked for must come out. */
const TENTH: ReplayTargets = {
  name: 'một phần mười, số khác',
  from: '2019-01-01',
  to: '2019-05-31',
  received: 5172,
  onlineShare: '31.07',
  late: 12,
  post: 100,
  supplements: 40,
  sentBack: 30,
  refused: 25,
  withdrawn: 15,
  mobile: { since: '2016-04-01', atLeast: 375 },
  home: { since: '2016-04-01', atLeast: 13 },
}

let opened: TestCentre
beforeEach(async () => {
  opened = await testCentre({ imported: true, poolSize: 12 })
})
afterEach(() => opened.close())

async function replayed(targets: ReplayTargets, seed: string): Promise<Replayed> {
  const outcome = await replayMonths({ centre: opened.centre, targets, seed, progress: () => undefined })
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

test('other targets and another seed come out to the last dossier, and every promise is kept', async () => {
  const { drawn, played } = await replayed(TENTH, 'hạt giống khác')
  expect(drawn).toBe(5172)
  expect(played).toMatchObject({ received: 5172, returned: 5172 - 15, refused: [] })
  expect(played.timeliness.late).toBe(12)
  const compared = await compareWithTargets(opened.centre, TENTH)
  expect(compared.filter((one) => !one.isRight)).toEqual([])
  expect(compared.find(({ what }) => what === 'Nộp trực tuyến')?.counted).toBe('1607/5172')
  expect(await checkCentre(opened.centre)).toEqual([])
  // What came by the mobile channel was taken in sessions, what came from home on visits.
  const staff = await seeStaff(opened.centre)
  const director = staff.find((one) => hasPost(one, 'director', 'HCC', '2019-05-31'))
  if (!director) throw new Error('nobody is director')
  const desk = { centre: opened.centre, now: Temporal.Instant.from('2019-05-31T09:00:00Z'), actor: director }
  const window = { from: TENTH.from, until: TENTH.to }
  const sessions = await seeSessions(desk, window)
  const visits = await seeHomeFigures(desk, window)
  if (isRefusal(sessions) || isRefusal(visits)) throw new Error('the director may not see what was done')
  const { flows } = await sumsIn(opened.centre, {
    window: { from: TENTH.from, to: TENTH.to },
    today: '2019-06-01',
  })
  expect(sessions.reduce((sum, one) => sum + one.received, 0)).toBe(flows.received.mobile)
  expect(visits.visited).toBe(flows.received.home)
}, 240_000)

test('the check finds what does not come out', async () => {
  await replayed({ ...dayTargets('2019-03-05'), received: 60 }, 'a')
  const asked = { ...dayTargets('2019-03-05'), received: 61, late: 1, onlineShare: '99', post: 3 }
  const wrong = (await compareWithTargets(opened.centre, asked)).filter((one) => !one.isRight)
  expect(wrong.map(({ what }) => what)).toEqual([
    'Hồ sơ tiếp nhận',
    'Nộp trực tuyến',
    'Quá hạn',
    'Trước hạn và đúng hạn',
    'Nhận và trả qua bưu chính',
    'Bưu gửi đến đã tiếp nhận',
    'Bưu gửi đã phát',
    'Nhận và trả tại nhà bằng bưu gửi hai chiều',
  ])
})

test('the same day again changes nothing: a replay that was cut off can be run again', async () => {
  const first = await replayed(dayTargets('2019-03-05'), 'a')
  const again = await replayed(dayTargets('2019-03-05'), 'a')
  expect(again.played).toEqual(first.played)
  expect(
    (await compareWithTargets(opened.centre, dayTargets('2019-03-05'))).every((one) => one.isRight),
  ).toBe(true)
})

test('what no whole number can give is refused, and a day off too', async () => {
  const replay = (targets: ReplayTargets) =>
    replayMonths({ centre: opened.centre, targets, seed: 'a', progress: () => undefined })
  expect(await replay({ ...TENTH, received: 5173 })).toMatchObject({ refused: 'targets-out-of-reach' })
  expect(await replay({ ...TENTH, post: 5172 })).toMatchObject({ refused: 'targets-out-of-reach' })
  expect(await replay(dayTargets('2019-03-10'))).toMatchObject({ refused: 'outside-calendar' })
})
