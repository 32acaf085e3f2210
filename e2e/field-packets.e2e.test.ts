import type { Page } from 'playwright-core'
import { slipOf } from '#domain/outreach/intake-packet.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deviceAsking } from '../check/field-device.ts'
import { anIntake, PICTURE } from '#work/field/a-device.ts'
import { newId } from '#work/chance.ts'
import { accessFaults, openHall, type OpenHall, sent, tooWide, visitor } from './open-hall.ts'

/** What a device brought back and no rule decides is decided by a person, without script. */
let hall: OpenHall
beforeAll(async () => {
  hall = await openHall()
}, 120_000)
afterAll(() => hall.close())

const pictures = process.env['PICTURES']
const at = (path: string) => hall.house.origin + path
const main = async (page: Page) => (await page.getByRole('main').allInnerTexts()).join(' ')
const press = (page: Page, name: string) => sent(page, page.getByRole('button', { name, exact: true }))

async function isSound(page: Page, name: string): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect([name, width, await tooWide(page)]).toEqual([name, width, 0])
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true })
  }
}

/** A session of the day, held by the clerk of the demonstration. */
async function aSession() {
  const me = await fetch(at('/api/v1/me'), {
    headers: { authorization: `Bearer ${hall.tokens.get('clerk')}` },
  })
  const { id: clerk } = Object(await me.json())
  const plan = {
    commune: 'X07075',
    place: 'Nhà văn hóa thôn Chí Linh',
    on: '2019-03-05',
    opens: '07:30',
    closes: '17:00',
    team: [clerk],
  }
  const { ids } = Object(await hall.send('clerk', '/sessions', plan))
  await hall.send('clerk', `/sessions/${ids[0]}`, { version: 1, type: 'PublishSession' })
  return { kind: 'session' as const, id: String(ids[0]) }
}

test('a device asks in, what it brings back is decided by a person, and lost it hears no more', async () => {
  const outing = await aSession()
  const { page, leave } = await hall.personAt('clerk', { javaScriptEnabled: false })
  await page.goto(at('/ban/luu-dong'))
  await isSound(page, 'month')
  await page.getByRole('link', { name: 'Thiết bị lưu động' }).click()
  await expect.poll(() => main(page)).toContain('Chưa có thiết bị nào')
  await press(page, 'Lấy mã thiết bị')
  await isSound(page, 'device-code')
  const code = /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(await main(page))?.[0] ?? ''
  const device = await deviceAsking(hall.house.origin, { outing, code })
  await page.reload()
  expect(await main(page)).not.toContain(code)

  const by = await device.provision()
  const fine = await device.intake(by, 0, [{ bytes: PICTURE }])
  expect(await device.put(fine, 0)).toMatchObject({ stage: 'taken-in', code: fine.code })
  const idNumber = '022188001234'
  const lookupKey = 'K7MQ2W9XAB'
  const { dossier } = anIntake(by, 1)
  const used = await device.intake(by, 1, [{ bytes: PICTURE }], {
    code: null,
    lookupKey,
    dossier: { ...dossier, applicant: { ...dossier.applicant, idNumber } },
  })
  // The person looks it up by what stands on the paper: before it came, and while an officer looks at it.
  const citizen = await visitor(hall, { width: 390 })
  const lookUp = async () => {
    await citizen.goto(at('/tra-cuu'))
    await citizen.getByLabel('Mã hồ sơ').fill(slipOf(used.id))
    await citizen.getByLabel('Khóa tra cứu').fill(lookupKey)
    await press(citizen, 'Xem hồ sơ')
  }
  await lookUp()
  await expect.poll(() => main(citizen)).toContain('khi thiết bị đã gửi về Trung tâm')
  expect(await device.put(used, 0)).toMatchObject({ stage: 'to-decide' })
  await lookUp()
  await expect.poll(() => main(citizen)).toContain('cán bộ đang xem lại trước khi tiếp nhận')
  expect(await accessFaults(citizen)).toEqual([])
  await isSound(citizen, 'paper-waits')
  const closing = await device.seal(
    {
      kind: 'closing',
      id: newId(),
      claimedAt: by.now,
      on: '2019-03-05',
      received: 3,
      handedBack: 0,
      contacts: 0,
      cashDong: 0,
      slips: 0,
    },
    by,
  )
  expect(await device.put(closing, 0)).toMatchObject({ stage: 'taken-in' })

  // What was taken in cash is counted out to the cashier, who writes the receipt.
  const chosen = by.procedures.find(({ key }) => key === '2.000815')
  const paidFor = chosen?.cases.find(({ fee }) => fee.any.kind !== 'free')
  const components = (paidFor?.components ?? [])
    .filter((one) => one.isRequired && one.original + one.certified + one.copy > 0)
    .map(({ key, original, certified, copy }) => ({ component: key, original, certified, copy }))
  const paid = await device.intake(by, 2, [{ bytes: PICTURE }], {
    procedureVersion: chosen?.version ?? 0,
    fee: { dong: 2000, taken: true, slip: 'x' },
    dossier: { ...dossier, procedure: '2.000815', case: paidFor?.key ?? '', components, pages: 1 },
  })
  expect(await device.put(paid, 0)).toMatchObject({ stage: 'taken-in' })
  const cashier = await hall.personAt('cashier', { javaScriptEnabled: false })
  await cashier.page.goto(at('/ban/quy'))
  await expect.poll(() => main(cashier.page)).toContain('Tiền thu ngoài Trung tâm chờ nộp quỹ')
  await isSound(cashier.page, 'money-brought')
  await press(cashier.page, 'Đã nhận đủ các khoản đã đánh dấu, ghi biên lai')
  await expect.poll(() => main(cashier.page)).not.toContain('chờ nộp quỹ')
  await expect.poll(() => main(cashier.page)).toContain(paid.code)
  await cashier.leave()

  await page.goto(at('/ban/luu-dong'))
  await page.getByRole('link', { name: 'Gói hồ sơ lưu động: 1 chờ quyết định' }).click()
  await expect.poll(() => main(page)).toContain('hết số hồ sơ mang theo')
  expect(await main(page)).not.toContain('Đỗ Thị Mai')
  await isSound(page, 'packets')
  await page.getByRole('link', { name: 'Xem và quyết định' }).click()
  await expect.poll(() => main(page)).toContain('Đỗ Thị Mai')
  await expect.poll(() => main(page)).toContain('0912345678')
  await isSound(page, 'packet')
  await press(page, 'Không nhận')
  await expect.poll(() => page.getByRole('alert').textContent()).toContain('Ghi lý do không nhận')
  await isSound(page, 'packet-faults')
  await press(page, 'Nhận hồ sơ')
  await expect.poll(() => main(page)).toContain('Đã nhận vào hệ thống')
  // Received under a number of its own, it is followed by the paper all the same.
  await lookUp()
  await expect.poll(() => main(citizen)).toContain('Hồ sơ 000.')
  await citizen.context().close()
  await isSound(page, 'packet-taken')
  expect(await device.see(used)).toMatchObject({ stage: 'taken-in' })
  await page.getByRole('link', { name: /-190305-/ }).click()
  await expect.poll(() => main(page)).toContain('Đỗ Thị Mai')

  await page.goto(at(`/ban/luu-dong/goi-ho-so/${closing.id}`))
  await expect.poll(() => main(page)).toContain('Khớp với phiếu')
  await isSound(page, 'closing')
  await page.goto(at('/ban/luu-dong/thiet-bi'))
  await isSound(page, 'devices')
  const scripted = await hall.personAt('clerk')
  for (const path of [
    '/ban/luu-dong/thiet-bi',
    '/ban/luu-dong/goi-ho-so',
    `/ban/luu-dong/goi-ho-so/${used.id}`,
  ]) {
    await scripted.page.goto(at(path))
    expect([path, await accessFaults(scripted.page)]).toEqual([path, []])
  }
  await scripted.leave()
  await press(page, 'Báo mất')
  await expect.poll(() => main(page)).toContain('Sẽ tự xóa khi liên lạc lại')
  await expect(device.see(used)).rejects.toThrow('410')
  await leave()
})
