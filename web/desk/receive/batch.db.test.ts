import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { aHall } from '#work/a-hall.ts'
import type { Desk } from '#work/desk.ts'
import { smallCentre } from '../../../e2e/small-centre.ts'
import { addDesk } from '../desk-app.ts'

const ORIGIN = 'http://localhost'
const PAGE = '/ban/tiep-nhan/nhieu'
let opened: TestCentre
let clerk: ReturnType<typeof browserOf>
beforeAll(async () => {
  opened = await testCentre({ imported: true })
  clerk = browserOf((await aHall(opened.centre)).deskOf('clerk', 'HCC-TN'))
})
afterAll(() => opened.close())

type Fields = { readonly [name: string]: string }

function browserOf(desk: Desk) {
  const { actor } = desk
  if (actor.kind !== 'staff') throw new Error('the public has no desk')
  const app = new Hono()
  const doors = smallCentre({ deskFor: () => Promise.resolve(desk) })
  const staff = { ...doors.staff, deskFor: () => Promise.resolve({ ...desk, actor }) }
  addDesk(app, { ...doors, staff }, async (c) => c.text('too large', 413))
  const said = async (answer: Response) => ({
    status: answer.status,
    html: await answer.text(),
    location: answer.headers.get('location'),
  })
  const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
  return {
    open: async (path: string) => said(await app.request(`${ORIGIN}${path}`)),
    send: async (fields: Fields) =>
      said(
        await app.request(`${ORIGIN}${PAGE}`, {
          method: 'POST',
          headers,
          body: new URLSearchParams(fields).toString(),
        }),
      ),
  }
}

/** What the form of a page holds. */
function formIn(html: string): Fields {
  const form = html.slice(html.indexOf('<form method="post" action="/ban/tiep-nhan/nhieu"'))
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const fields: { [name: string]: string } = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const isBox = ['radio', 'checkbox'].includes(attribute(tag, 'type'))
    if (!isBox || /\schecked(\s|>|\/|=)/.test(tag)) fields[attribute(tag, 'name')] = attribute(tag, 'value')
  }
  return fields
}

async function begun(procedure = '2.000815'): Promise<Fields> {
  const { html } = await clerk.open(`${PAGE}?thu-tuc=${procedure}`)
  return {
    ...formIn(html),
    'applicant.name': 'Nguyễn Thị Hương',
    'applicant.idNumber': '022 188 000 001',
    channel: 'counter',
    papersSeen: 'true',
    lam: 'tiep-nhan',
  }
}

test('pasted lines come into the table and are received only from there', async () => {
  const pasted = await clerk.send({ ...(await begun()), paste: 'Hoàng Văn Ước\t\t3\t2\tBằng lái' })
  expect(pasted.status).toBe(422)
  const fields = formIn(pasted.html)
  expect(fields['rows.10.ownerName']).toBe('Hoàng Văn Ước')
  expect(pasted.html).toContain('10.000')
  const received = await clerk.send({ ...fields, channel: 'counter', papersSeen: 'true', lam: 'tiep-nhan' })
  expect([received.status, received.location?.startsWith('/ban/tiep-nhan/luot/')]).toEqual([303, true])
  const { html } = await clerk.open(received.location ?? '')
  expect(html).toContain('Hoàng Văn Ước')
})

test('what is wrong with a line is said, and nothing is received', async () => {
  const wrong: readonly (readonly [Fields, string])[] = [
    [{ paste: 'một cột' }, 'Dòng 1 có 1 cột'],
    [{ paste: Array.from({ length: 500 }, (_, at) => `A${at}\t\t1\t1`).join('\n') }, 'Có 500 dòng'],
    [{ 'rows.0.subject': 'Học bạ' }, 'Dòng 1: Thủ tục này tính theo số trang'],
    [{ 'rows.0.subject': 'Học bạ', 'rows.0.pages': 'hai' }, 'số trang “hai”'],
    [{ 'rows.0.pages': '1', 'rows.4.pages': '1' }, 'Dòng 2 giống hệt dòng 1'],
    [{ 'rows.0.pages': '1', papersSeen: '' }, 'Kiểm tra giấy tờ của mọi hồ sơ'],
    [{ 'rows.0.pages': '1', 'applicant.name': '' }, 'error-summary'],
    [{}, 'Chưa có dòng nào'],
  ]
  const before = await count()
  for (const [over, said] of wrong) {
    const { status, html } = await clerk.send({ ...(await begun()), ...over })
    expect([status, html.includes(said), said]).toEqual([422, true, said])
  }
  expect(await count()).toBe(before)
})

test('a row that a rule refuses stays with its reason, the others are received', async () => {
  const form = await begun()
  const fields = { ...form, case: 'two-pages', 'rows.0.pages': '2', 'rows.1.pages': '9' }
  const { status, html } = await clerk.send(fields)
  expect(status).toBe(409)
  expect(html).toContain('Đã tiếp nhận 1 hồ sơ; 1 dòng chưa được')
  const left = formIn(html)
  expect([left['rows.0.pages'], left['rows.1.pages'], left['id']]).toEqual([undefined, '9', form['id']])
  const again = await clerk.send({
    ...left,
    case: 'two-pages',
    channel: 'counter',
    papersSeen: 'true',
    lam: 'tiep-nhan',
    'rows.1.pages': '2',
  })
  expect(again.status).toBe(303)
  expect((await clerk.open(again.location ?? '')).html).toContain('Đã tiếp nhận 2 hồ sơ')
})

async function count(): Promise<number> {
  const rows = await opened.ownerCentre.db.selectFrom('dossier').select('id').execute()
  return rows.length
}
