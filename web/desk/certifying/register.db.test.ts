import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall, allowed, commandAt, received } from '#work/a-hall.ts'
import { changeDossier } from '#work/change-dossier.ts'
import { newId } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import { smallCentre } from '../../../e2e/small-centre.ts'
import { addDesk } from '../desk-app.ts'

const ORIGIN = 'http://localhost'
const PAGE = '/ban/so-chung-thuc'
let opened: TestCentre
let approver: ReturnType<typeof browserOf>
let clerk: ReturnType<typeof browserOf>

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  const hall = await aHall(opened.centre)
  approver = browserOf(hall.deskOf('approver', 'TP'))
  clerk = browserOf(hall.deskOf('clerk', 'HCC-TN'))
  const receipt = await received(hall, {
    procedure: '2.000815',
    case: 'two-pages',
    pages: 2,
    copiesWanted: 3,
  })
  const on = { id: newId(), version: receipt.version, step: receipt.step }
  const paid = allowed(
    await changeDossier(hall.deskOf('cashier', 'HCC-TN'), receipt.code, {
      ...on,
      type: 'TakePayment',
      way: 'cash',
      dong: 12_000,
    }),
  )
  const entered = allowed(
    await changeDossier(hall.deskOf('handler', 'TP'), paid.code, commandAt({ kind: 'work' }, paid)),
  )
  allowed(
    await changeDossier(hall.deskOf('approver', 'TP'), paid.code, commandAt({ kind: 'approve' }, entered)),
  )
})
afterAll(() => opened.close())

function browserOf(desk: Desk) {
  const { actor } = desk
  if (actor.kind !== 'staff') throw new Error('the public has no desk')
  const app = new Hono()
  const doors = smallCentre({ deskFor: () => Promise.resolve(desk) })
  const staff = { ...doors.staff, deskFor: () => Promise.resolve({ ...desk, actor }) }
  addDesk(app, { ...doors, staff }, async (c) => c.text('too large', 413))
  const said = async (answer: Response) => ({ status: answer.status, html: await answer.text() })
  const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
  return {
    open: async (query = '') => said(await app.request(`${ORIGIN}${PAGE}${query}`)),
    send: async (fields: { [name: string]: string }) =>
      said(
        await app.request(`${ORIGIN}${PAGE}`, {
          method: 'POST',
          headers,
          body: new URLSearchParams({ so: 'copy', ngay: '2019-03-05', ...fields }).toString(),
        }),
      ),
  }
}

test('the day of a register with its totals; another day is empty; names are asked for by a form', async () => {
  const { status, html } = await approver.open()
  expect(status).toBe(200)
  for (const said of ['01/2019', 'Nguyễn Thị Hương', '1 việc, 3 bản', '12.000', 'uq-tp-2019'])
    expect(html).toContain(said)
  expect((await approver.open('?so=copy&ngay=2019-03-06')).html).toContain('Không có việc chứng thực nào')
  const found = await approver.send({ lam: 'tim', tim: 'nguyen thi huong' })
  expect([found.status, found.html.includes('01/2019')]).toEqual([422, true])
  expect((await approver.send({ lam: 'tim', tim: '2/2019' })).html).toContain('Không có việc chứng thực nào')
})

test('a spoiled number is said once, with its reason, by who signs there', async () => {
  const { html } = await approver.open()
  const id = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? ''
  expect((await clerk.open()).html).not.toContain('Ghi số hỏng')
  expect((await approver.send({ id })).status).toBe(422)
  expect((await clerk.send({ id, reason: 'Rách' })).status).toBe(409)
  expect((await approver.send({ id, reason: 'Bản sao bị rách' })).status).toBe(303)
  expect((await approver.send({ id, reason: 'Bản sao bị rách' })).status).toBe(409)
  const after = (await approver.open()).html
  expect(after).toContain('Bản sao bị rách')
  expect(after).toContain('0 việc, 0 bản')
})
