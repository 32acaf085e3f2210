import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aCompleteDossier, aHall, allowed, type Hall } from '../a-hall.ts'
import { giveReceipt } from '../intake/give-receipt.ts'
import { receiveDossier } from '../intake/receive-dossier.ts'
import { newId } from '../chance.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { publishDataSources } from '#store/publish-law.ts'
import { changeDossier } from '../change-dossier.ts'
import { seeDigitising } from './see-digitising.ts'

let opened: TestCentre
let hall: Hall
let component: string

/** A source that binds in the hall of 2019, so that the law of 2026 can be tried there. */
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
  component = (await aCompleteDossier(hall)).components[0]?.component ?? ''
  const source = {
    key: 'thu',
    name: 'Cơ sở dữ liệu thử',
    keeper: 'Bộ',
    ground: 'x',
    confidence: 'low',
    source: 'x',
  }
  await publishDataSources(opened.ownerCentre, [
    { ...source, from: '2019-01-01', until: null, dutyFrom: '2019-03-05', components: [component] },
  ])
  await opened.ownerCentre.db
    .updateTable('law_version')
    .set((row) => ({ version: row('version', '+', 1) }))
    .execute()
})
afterAll(() => opened.close())

const clerk = () => hall.deskOf('clerk', 'HCC-TN')

async function received(over: object, isPaper: boolean) {
  const given = await aCompleteDossier(hall, { id: newId() })
  const components = given.components.map((one) => {
    const counts = isPaper ? {} : { original: 0, certified: 0, copy: 0 }
    return one.component === component ? { ...one, ...counts, ...over } : one
  })
  return receiveDossier(clerk(), { ...given, components })
}

test('a paper that data must replace is taken only with a reason, which the director sees', async () => {
  expect(await received({}, true)).toMatchObject({ refused: 'paper-despite-data' })
  const despite = { paperDespiteData: { reason: 'incident', note: 'Mất kết nối từ 7 giờ 30' } }
  const { code } = allowed(await received(despite, true))
  const month = { from: '2019-03-01', until: '2019-03-31' }
  const seen = allowed(await seeDigitising(hall.deskOf('director', 'HCC'), month))
  expect(seen.byReason).toEqual({ incident: 1, disaster: 0, inaccurate: 0 })
  expect(seen.despite).toMatchObject([{ code, reason: 'incident', note: 'Mất kết nối từ 7 giờ 30' }])
  const april = { from: '2019-04-01', until: '2019-04-30' }
  expect(allowed(await seeDigitising(hall.deskOf('director', 'HCC'), april)).despite).toEqual([])
  expect(await seeDigitising(clerk(), month)).toMatchObject({ refused: 'not-permitted' })
})

test('data stand in for the paper, on the dossier and on the receipt', async () => {
  const fromData = { source: 'thu', purpose: 'Giải quyết hồ sơ', reference: 'YC-12', day: '2019-03-05' }
  const { code } = allowed(await received({ fromData }, false))
  const seen = allowed(await seeDossier(clerk(), code))
  expect(seen.components.find((one) => one.component === component)?.fromData).toEqual({
    ...fromData,
    sourceName: 'Cơ sở dữ liệu thử',
  })
  expect(allowed(await giveReceipt(clerk(), code, 'http://127.0.0.1/tra-cuu')).length).toBeGreaterThan(1000)
  const other = { fromData: { ...fromData, source: 'khac' } }
  expect(await received(other, false)).toMatchObject({ refused: 'no-such-data-source' })
})

test('what is handed in as supplement is told of data too, and taken despite them only with a reason that is listed', async () => {
  const fromData = { source: 'thu', purpose: 'Giải quyết hồ sơ', reference: 'YC-13', day: '2019-03-05' }
  const at = allowed(await received({ fromData }, false))
  const handler = hall.deskOf('handler', 'TCKH')
  const items = [{ component, wrong: 'Dữ liệu thiếu trang', todo: 'Nộp lại', ground: 'Nghị định 61/2018' }]
  const command = { id: newId(), type: 'RequestSupplement', items, whyAgain: null, answerBy: null } as const
  const asked = allowed(
    await changeDossier(handler, at.code, { ...command, version: at.version, step: at.step }),
  )
  expect(allowed(await seeDossier(clerk(), at.code)).dataForSupplement).toMatchObject([
    { component, sources: [{ key: 'thu' }], hasDuty: true, on: '2019-03-05' },
  ])
  const paper = { component, original: 0, certified: 0, copy: 1, insteadOfPaper: null }
  const take = (over: object) =>
    changeDossier(clerk(), at.code, {
      id: newId(),
      type: 'TakeSupplement',
      version: asked.version,
      step: asked.step,
      components: [{ ...paper, ...over }],
    })
  expect(await take({})).toMatchObject({ refused: 'paper-despite-data' })
  allowed(await take({ paperDespiteData: { reason: 'inaccurate', note: 'Thiếu trang 2' } }))
  const month = { from: '2019-03-01', until: '2019-03-31' }
  const { despite } = allowed(await seeDigitising(hall.deskOf('director', 'HCC'), month))
  const seen = allowed(await seeDossier(clerk(), at.code))
  const name = seen.components.find((one) => one.component === component)?.name
  expect(despite.filter(({ code }) => code === at.code)).toMatchObject([
    { reason: 'inaccurate', note: 'Thiếu trang 2', paper: name },
  ])
  expect(seen.dataForSupplement).toEqual([])
})
