import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChangeCommand } from '#domain/dossier/commands.ts'
import { hasPost, type Post } from '#domain/people/may.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import { publishDataSources } from '#store/publish-law.ts'
import { aHall, allowed, BRANCH_GIVEN, commandAt, type Hall, received } from '#work/a-hall.ts'
import { bookOf } from '#work/centre-book.ts'
import { changeDossier } from '#work/change-dossier.ts'
import { newId } from '#work/chance.ts'
import type { Desk } from '#work/desk.ts'
import { seeDossier, type SeenDossier } from '#work/reading/see-dossier.ts'
import { smallCentre } from '../../../e2e/small-centre.ts'
import { addDesk } from '../desk-app.ts'
import { fieldOf, PAGE_COMMANDS, type PageCommand, VERBS } from './verbs.ts'

const UNIT = 'TCKH'
const ORIGIN = 'http://localhost'
let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

/** Everybody who stands in some post of the unit or the hall, one of each. */
const PEOPLE: readonly (readonly [Post, string])[] = [
  ['clerk', 'HCC-TN'],
  ['cashier', 'HCC-TN'],
  ['handler', UNIT],
  ['approver', UNIT],
  ['head', UNIT],
  ['seal-keeper', 'HCC-VT'],
  ['director', 'HCC'],
]

/** The desk as this person's browser sees it. */
function browserOf(desk: Desk) {
  const { actor } = desk
  if (actor.kind !== 'staff') throw new Error('the public has no desk')
  const app = new Hono()
  const doors = smallCentre({
    deskFor: () => Promise.resolve(desk),
    staff: {
      ...smallCentre().staff,
      deskFor: () => Promise.resolve({ ...desk, actor }),
    },
  })
  addDesk(app, doors, async (c) => c.text('too large', 413))
  return {
    async open(path: string) {
      const answer = await app.request(`${ORIGIN}${path}`)
      return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
    },
    async send(path: string, fields: { readonly [name: string]: string }) {
      const answer = await app.request(`${ORIGIN}${path}`, {
        method: 'POST',
        headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      })
      return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
    },
  }
}

const pageOf = (code: string) => `/ban/ho-so/${code}`
const offered = (html: string) =>
  PAGE_COMMANDS.filter((command) => html.includes(`/${VERBS[command].at}"`)).toSorted()

/** What the form of a command is sent with. */
function filled(
  command: PageCommand,
  seen: SeenDossier,
  person: string,
): { readonly [name: string]: string } {
  const on = { id: newId(), version: String(seen.version), step: seen.step.key }
  switch (command) {
    case 'SendBack':
      return {
        ...on,
        [fieldOf(command, 'to')]: seen.backTo[0]?.key ?? 'appraise',
        [fieldOf(command, 'comment')]: 'Ghi rõ căn cứ',
      }
    case 'RequestSupplement':
      return {
        ...on,
        [fieldOf(command, 'items.0.wrong')]: 'Bản sao mờ',
        [fieldOf(command, 'items.0.todo')]: 'Nộp lại bản rõ',
        [fieldOf(command, 'items.0.ground')]: 'Nghị định 61/2018/NĐ-CP',
      }
    case 'SealResult':
      return { ...on, [fieldOf(command, 'sure')]: 'true' }
    case 'VoidNumber':
      return { ...on, [fieldOf(command, 'reason')]: 'In hỏng' }
    case 'AssignDossier':
      return { ...on, [fieldOf(command, 'to')]: person }
    case 'AssessFee':
      return {
        ...on,
        [fieldOf(command, 'lines.0.kind')]: 'fee',
        [fieldOf(command, 'lines.0.name')]: 'Lệ phí',
        [fieldOf(command, 'lines.0.dong')]: '8000',
      }
    default:
      return { ...on, ...branchFields(command) }
  }
}

function branchFields(command: PageCommand): { readonly [name: string]: string } {
  const given = Object.entries(BRANCH_GIVEN).find(([name]) => name === command)?.[1] ?? {}
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[fieldOf(command, name), String(value)]] : [],
    ),
  )
}

async function stepOf({ stage, step }: SeenDossier) {
  const [procedure] = (await bookOf(opened.centre)).procedures.get('1.004979') ?? []
  const found = procedure?.steps.find((one) => one.key === step.key)
  if (!found) throw new Error(`no step ${step.key}`)
  return { found, isReady: stage === 'ready' }
}

test('at every step, whoever opens it is offered what is decided for that person, and nothing else is done', async () => {
  const { code } = await received(hall)
  const director = hall.deskOf('director', 'HCC')
  for (let seen = allowed(await seeDossier(director, code)); seen.stage !== 'returned';) {
    const { found: step, isReady } = await stepOf(seen)
    for (const [post, unit] of PEOPLE) {
      const desk = hall.deskOf(post, unit)
      if (desk.actor.kind !== 'staff') continue
      const person = desk.actor.id
      const browser = browserOf(desk)
      const { html, status } = await browser.open(pageOf(code))
      const where = `${post} at ${seen.step.key}, ${seen.stage}`
      expect([where, status]).toEqual([where, 200])
      const { may } = allowed(await seeDossier(desk, code))
      const isAllowed = (command: ChangeCommand['type']) =>
        may.some((one) => one.command === command && one.isAllowed)
      expect([where, offered(html)]).toEqual([where, PAGE_COMMANDS.filter(isAllowed).toSorted()])
      expect([where, html.includes(`href="/ban/tra/${code}"`)]).toEqual([where, isAllowed('HandBack')])
      expect(html).not.toContain(await lookupKeyOf(code))
      expect([where, html.includes('giay-tiep-nhan.pdf')]).toEqual([where, post === 'clerk'])
      for (const command of PAGE_COMMANDS.filter((one) => !isAllowed(one))) {
        const fields = filled(command, seen, person)
        const tried = await browser.send(`${pageOf(code)}/${VERBS[command].at}`, fields)
        expect([where, command, tried.status]).toEqual([where, command, 409])
      }
    }
    expect(allowed(await seeDossier(director, code)).version).toBe(seen.version)
    const command = commandAt(step, { version: seen.version, step: step.key, isReady })
    allowed(await changeDossier(hall.deskOf(step.post, step.unit), code, command))
    seen = allowed(await seeDossier(director, code))
  }
})

async function lookupKeyOf(code: string): Promise<string> {
  const row = await opened.ownerCentre.db
    .selectFrom('dossier')
    .select('state')
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return String(Object.entries(row.state).find(([name]) => name === 'lookupKey')?.[1])
}

describe('somebody was faster', () => {
  test('what was typed stays in its form, what happened is told, and it can be sent again', async () => {
    const { code } = await received(hall)
    const desk = hall.deskOf('handler', UNIT)
    const seen = allowed(await seeDossier(desk, code))
    const browser = browserOf(desk)
    const typed = {
      ...filled('CompleteStep', seen, ''),
      [fieldOf('CompleteStep', 'note')]: 'Đã đối chiếu <bản chính>',
    }
    // A colleague takes the step from the list meanwhile: still the same step.
    const colleague = hall.staff.find(
      (one) =>
        hasPost(one, 'handler', UNIT, '2019-03-05') &&
        desk.actor.kind === 'staff' &&
        one.id !== desk.actor.id,
    )
    if (!colleague) throw new Error('nobody else is handler')
    const claim = { id: newId(), type: 'ClaimDossier', version: seen.version, step: seen.step.key } as const
    allowed(await changeDossier({ ...desk, actor: colleague }, code, claim))

    const stale = await browser.send(`${pageOf(code)}/xong-buoc`, typed)
    expect(stale.status).toBe(409)
    expect(stale.html).toContain('Có người vừa làm trước bạn')
    expect(stale.html).toContain(colleague.name)
    expect(stale.html).toContain('Đã đối chiếu &lt;bản chính>')
    const again = hiddenIn(stale.html, 'xong-buoc')
    expect(again['version']).toBe(String(seen.version + 1))
    expect(again['id']).not.toBe(typed.id)
    const sent = await browser.send(`${pageOf(code)}/xong-buoc`, { ...typed, ...again })
    expect([sent.status, sent.location]).toEqual([303, `/ban?da-lam=CompleteStep&ho-so=${code}`])
    const done = await browser.open(sent.location ?? '')
    expect(done.html).toContain('Đã hoàn thành bước')
    expect(done.html).toContain(`href="${pageOf(code)}"`)
  })

  test('what can no longer be done leaves its words to copy', async () => {
    const { code } = await received(hall)
    const desk = hall.deskOf('handler', UNIT)
    const seen = allowed(await seeDossier(desk, code))
    allowed(
      await changeDossier(desk, code, { ...commandAt({ kind: 'work' }, { ...seen, step: seen.step.key }) }),
    )
    const stale = await browserOf(desk).send(`${pageOf(code)}/xong-buoc`, {
      ...filled('CompleteStep', seen, ''),
      [fieldOf('CompleteStep', 'note')]: 'Chữ gõ từ sáng',
    })
    expect(stale.status).toBe(409)
    expect(stale.html).toContain('Việc bạn định làm không còn làm được')
    expect(stale.html).toMatch(/<textarea[^>]*name="kept"[^>]*>Chữ gõ từ sáng</)
    expect(offered(stale.html)).not.toContain('CompleteStep')
  })

  test('the same form sent twice has one effect and the same answer', async () => {
    const { code } = await received(hall)
    const desk = hall.deskOf('handler', UNIT)
    const seen = allowed(await seeDossier(desk, code))
    const fields = filled('CompleteStep', seen, '')
    const answers = await Promise.all(
      [1, 2, 3].map(() => browserOf(desk).send(`${pageOf(code)}/xong-buoc`, fields)),
    )
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(allowed(await seeDossier(desk, code)).version).toBe(seen.version + 1)
  })
})

test('a seal without its confirmation, or under a number that is typed, is not set', async () => {
  const { code } = await received(hall)
  const director = hall.deskOf('director', 'HCC')
  let seen = allowed(await seeDossier(director, code))
  while (seen.step.kind !== 'seal') {
    const { found } = await stepOf(seen)
    const command = commandAt(found, { version: seen.version, step: found.key })
    allowed(await changeDossier(hall.deskOf(found.post, found.unit), code, command))
    seen = allowed(await seeDossier(director, code))
  }
  const browser = browserOf(hall.deskOf('seal-keeper', 'HCC-VT'))
  const { [fieldOf('SealResult', 'sure')]: _, ...unsure } = filled('SealResult', seen, '')
  const asked = await browser.send(`${pageOf(code)}/dong-dau`, unsure)
  expect(asked.status).toBe(422)
  expect(asked.html).toContain('href="#dong-dau.sure"')
  const bare = await browser.send(`${pageOf(code)}/dong-dau`, {
    ...filled('SealResult', seen, ''),
    [fieldOf('SealResult', 'documentNumber')]: '12/TCKH',
  })
  expect(bare.status).toBe(409)
  expect(allowed(await seeDossier(director, code)).version).toBe(seen.version)
  expect((await browser.send(`${pageOf(code)}/dong-dau`, filled('SealResult', seen, ''))).status).toBe(303)
})

test('sending back without words is asked for them; with them the earlier step has it again, with what to change', async () => {
  const { code } = await received(hall)
  const handler = hall.deskOf('handler', UNIT)
  const seen = allowed(await seeDossier(handler, code))
  await browserOf(handler).send(`${pageOf(code)}/xong-buoc`, filled('CompleteStep', seen, ''))
  const approver = hall.deskOf('approver', UNIT)
  const now = allowed(await seeDossier(approver, code))
  const fields = filled('SendBack', now, '')
  const browser = browserOf(approver)
  const wordless = await browser.send(`${pageOf(code)}/tra-lai`, { ...fields, 'tra-lai.comment': '' })
  expect(wordless.status).toBe(422)
  expect(wordless.html).toContain('href="#tra-lai.comment"')
  expect((await browser.send(`${pageOf(code)}/tra-lai`, fields)).status).toBe(303)
  const { html } = await browserOf(handler).open(pageOf(code))
  expect(html).toContain('Ghi rõ căn cứ')
  expect(offered(html)).toContain('CompleteStep')
})

test('a note is written beside the history; the address of a form alone leads back to the dossier', async () => {
  const { code } = await received(hall)
  const browser = browserOf(hall.deskOf('clerk', 'HCC-TN'))
  const note = { id: newId(), text: 'Người nộp hẹn chiều mai' }
  for (const _ of [1, 2])
    expect(await browser.send(`${pageOf(code)}/ghi-chu`, note)).toMatchObject({
      status: 303,
      location: `${pageOf(code)}#ghi-chu`,
    })
  const { html } = await browser.open(pageOf(code))
  expect(html.split(note.text)).toHaveLength(2)
  expect((await browser.send(`${pageOf(code)}/ghi-chu`, { id: newId(), text: '' })).status).toBe(422)
  expect((await browser.open(`${pageOf(code)}/ghi-chu`)).location).toBe(pageOf(code))
})

test('a dossier of another unit, and one that is not there, show nothing', async () => {
  const { code } = await received(hall)
  const stranger = browserOf(hall.deskOf('handler', 'TP'))
  const closed = await stranger.open(pageOf(code))
  expect(closed.status).toBe(403)
  expect(closed.html).not.toContain('Nguyễn Thị Hương')
  expect((await stranger.send(`${pageOf(code)}/dang-xem`, {})).status).toBe(403)
  expect((await stranger.open(pageOf('000.00.12.H49-190305-9999'))).status).toBe(404)
})

/** The hidden fields of one form of a page. */
function hiddenIn(html: string, at: string): { readonly [name: string]: string } {
  const form = html.slice(html.indexOf(`/${at}"`))
  return Object.fromEntries(
    ['id', 'version', 'step'].map((name) => [
      name,
      new RegExp(`type="hidden" name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? '',
    ]),
  )
}

/** Last, as the source stays. */
test('what data must replace is asked for as data where a supplement is taken, and kept as typed when refused', async () => {
  const receipt = await received(hall)
  const seen = allowed(await seeDossier(hall.deskOf('clerk', 'HCC-TN'), receipt.code))
  const component = seen.components[0]?.component ?? ''
  const meta = { name: 'Cơ sở dữ liệu thử', keeper: 'Bộ', ground: 'x', confidence: 'low', source: 'x' }
  await publishDataSources(opened.ownerCentre, [
    { ...meta, key: 'thu', from: '2019-01-01', until: null, dutyFrom: '2019-03-05', components: [component] },
  ])
  await opened.ownerCentre.db
    .updateTable('law_version')
    .set((row) => ({ version: row('version', '+', 1) }))
    .execute()
  const items = [{ component, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Nghị định 61/2018' }]
  const asked = allowed(
    await changeDossier(hall.deskOf('handler', UNIT), receipt.code, {
      id: newId(),
      type: 'RequestSupplement',
      items,
      whyAgain: null,
      answerBy: null,
      version: receipt.version,
      step: receipt.step,
    }),
  )
  const clerk = browserOf(hall.deskOf('clerk', 'HCC-TN'))
  await expect
    .poll(async () => (await clerk.open(pageOf(receipt.code))).html)
    .toContain('Phải lấy từ dữ liệu, không yêu cầu giấy')
  const at = (name: string) => fieldOf('TakeSupplement', name)
  const form = {
    id: newId(),
    version: String(asked.version),
    step: asked.step,
    [at('channel')]: 'counter',
    [at('components.0.component')]: component,
    [at('components.0.copy')]: '1',
    [at('components.0.fromData.source')]: '',
    [at('components.0.fromData.purpose')]: 'Giải quyết',
    [at('components.0.fromData.day')]: '2019-03-05',
  }
  const address = `${pageOf(receipt.code)}/nhan-bo-sung`
  const refused = await clerk.send(address, form)
  expect([refused.status, refused.html.includes('Cơ sở dữ liệu thử')]).toEqual([409, true])
  const reason = {
    [at('components.0.paperDespiteData.reason')]: 'incident',
    [at('components.0.paperDespiteData.note')]: 'Mất kết nối từ 7 giờ',
  }
  expect((await clerk.send(address, { ...form, ...reason, id: newId() })).status).toBe(303)
  const after = allowed(await seeDossier(hall.deskOf('clerk', 'HCC-TN'), receipt.code))
  expect(after.components.at(-1)).toMatchObject({
    component,
    copy: 1,
    paperDespiteData: { reason: 'incident', note: 'Mất kết nối từ 7 giờ' },
  })
})
