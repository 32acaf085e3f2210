import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, type Hall } from '#work/a-hall.ts'
import { checkCentre } from '#work/checks/check-centre.ts'
import { newId } from '#work/chance.ts'
import { Changed, FollowedDossier, Receipt, SeenDossier, Worklist } from './answers/dossier.ts'
import { Due, ProcedureList } from './answers/procedure.ts'
import { type Answer, type House, isPerson, testHouse } from './test-house.ts'

let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const said = (answer: Answer) => Object.assign({ status: answer.status }, answer.body)
const receiptIn = ({ body }: Answer) => Receipt.parse(body)
const dossierIn = ({ body }: Answer) => SeenDossier.parse(body)
const dueIn = ({ body }: Answer) => Due.parse(body)
const on = (version: number, step: string) => ({ id: newId(), version, step })

/** A dossier received at the counter: its code and first step. */
async function received(house: House) {
  return receiptIn(await house.send('clerk', 'POST', '/dossiers', await house.toReceive()))
}

const seenBy = async (house: House, person: 'clerk' | 'approver', code: string) =>
  dossierIn(await house.send(person, 'GET', `/dossiers/${code}`))

/** Who has the dossier now, as one of the people of these tests. */
function holderOf({ holder }: { holder: { post: string } | null }) {
  const post = holder?.post ?? ''
  if (!isPerson(post)) throw new Error(`nobody is ${post}`)
  return post
}

const OWN_VERBS: { readonly [kind in string]?: string } = {
  approve: 'approve',
  seal: 'seal',
  return: 'mark-ready',
}
const MORE: { readonly [verb in string]?: object } = {
  seal: {},
  'hand-back': {
    way: 'counter',
    receiver: { name: 'Nguyễn Thị Hương' },
    proof: {
      identity: { paper: 'identity-card', number: '100123456', how: 'seen' },
      acknowledged: { how: 'signed-slip' },
    },
  },
}

test('five on the spot: received, appraised, approved, sealed and handed back by five people', async () => {
  const house = testHouse(hall)
  const receipt = await house.send('clerk', 'POST', '/dossiers', await house.toReceive())
  expect(receipt.status).toBe(201)
  const { code, lookupKey, due } = receiptIn(receipt)
  const at = `/dossiers/${code}`
  expect(receipt.headers.get('location')).toBe(`/api/v1${at}`)
  expect(due).toBe('2019-03-08T10:00:00.000Z')

  const walked: string[] = []
  for (;;) {
    house.clock.now = house.clock.now.add({ minutes: 20 })
    const seen = await seenBy(house, 'clerk', code)
    if (seen.stage === 'returned') break
    const verb = seen.stage === 'ready' ? 'hand-back' : (OWN_VERBS[seen.step.kind] ?? 'complete-step')
    const person = holderOf(seen)
    const { lines } = Worklist.parse((await house.send(person, 'GET', '/worklist')).body)
    expect(lines.filter((line) => line.code === code)).toHaveLength(1)
    const command = { ...on(seen.version, seen.step.key), ...MORE[verb] }
    const done = await house.send(person, 'POST', `${at}/${verb}`, command)
    expect([verb, done.status]).toEqual([verb, 200])
    walked.push(`${person} ${verb}`)
  }
  expect(walked).toEqual([
    'cashier complete-step',
    'handler complete-step',
    'approver approve',
    'seal-keeper seal',
    'clerk mark-ready',
    'clerk hand-back',
  ])
  const followed = FollowedDossier.parse(
    (await house.send(null, 'POST', '/follow', { code, key: lookupKey })).body,
  )
  expect(followed).toMatchObject({ stage: 'returned', timeliness: 'early', holder: null })
  expect(JSON.stringify(followed)).not.toContain('Hương')
  expect((await seenBy(house, 'clerk', code)).history.at(-1)?.type).toBe('ResultHandedBack')
  expect((await house.send('director', 'GET', `${at}/accesses`)).status).toBe(200)
  expect((await house.send('director', 'GET', '/figures/day?on=2019-03-05')).status).toBe(200)
  expect(await checkCentre(opened.centre)).toEqual([])
  expect(house.faults).toEqual([])
})

test('a stamp before approval and an approval without a mandate are refused, each in its own words', async () => {
  const house = testHouse(hall)
  const { code, version, step } = await received(house)
  const at = `/dossiers/${code}`
  const seal = on(version, step)
  expect(said(await house.send('seal-keeper', 'POST', `${at}/seal`, seal))).toMatchObject({
    status: 422,
    code: 'not-approved',
  })
  for (;;) {
    const seen = await seenBy(house, 'clerk', code)
    if (seen.step.kind === 'approve') break
    const command = on(seen.version, seen.step.key)
    const done = await house.send(holderOf(seen), 'POST', `${at}/complete-step`, command)
    expect(done.status).toBe(200)
  }
  const seen = await seenBy(house, 'approver', code)
  expect(seen.may.find((one) => one.command === 'ApproveResult')?.isAllowed).toBe(true)
  const approval = on(seen.version, seen.step.key)
  const without = await house.send('approver-without-mandate', 'POST', `${at}/approve`, approval)
  expect(said(without)).toMatchObject({ status: 403, code: 'no-mandate', facts: { unit: 'TP' } })
  expect(without.headers.get('content-type')).toBe('application/problem+json')
  const back = { ...approval, to: seen.backTo[0]?.key, comment: 'Cần ghi rõ\ncăn cứ' }
  expect(
    Changed.parse((await house.send('approver', 'POST', `${at}/send-back`, back)).body).holder?.kind,
  ).toBe('person')
})

test('two at once on one version: exactly one wins, the other is told what happened meanwhile', async () => {
  const house = testHouse(hall)
  for (let round = 0; round < 20; round += 1) {
    const { code, version, step } = await received(house)
    const person = holderOf(await seenBy(house, 'clerk', code))
    const answers = await Promise.all(
      [1, 2].map(() => house.send(person, 'POST', `/dossiers/${code}/complete-step`, on(version, step))),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.map(said)).toContainEqual(
      expect.objectContaining({
        code: 'changed-meanwhile',
        facts: { version: version + 1, since: [expect.objectContaining({ type: 'StepCompleted' })] },
      }),
    )
  }
})

test('the same id twice is one dossier and one answer; with other content it is refused', async () => {
  const house = testHouse(hall)
  const given = await house.toReceive()
  const count = async () => (await opened.centre.db.selectFrom('dossier').select('id').execute()).length
  const before = await count()
  const answers = await Promise.all([1, 2, 3].map(() => house.send('clerk', 'POST', '/dossiers', given)))
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  expect(await count()).toBe(before + 1)
  const other = await house.send('clerk', 'POST', '/dossiers', { ...given, copiesWanted: 7 })
  expect(said(other)).toMatchObject({ status: 409, code: 'command-id-reused', facts: { id: given.id } })

  const { code, version, step } = Receipt.parse(answers[0]?.body)
  const person = holderOf(await seenBy(house, 'clerk', code))
  const command = on(version, step)
  const complete = (more: object) =>
    house.send(person, 'POST', `/dossiers/${code}/complete-step`, { ...command, ...more })
  const first = await complete({})
  expect(await complete({})).toMatchObject({ status: 200, body: first.body })
  expect(said(await complete({ note: 'khác' }))).toMatchObject({ status: 409, code: 'command-id-reused' })
  expect(said(await complete({ id: newId() }))).toMatchObject({ status: 409, code: 'changed-meanwhile' })
})

test('text that comes decomposed (NFD) is stored composed (NFC)', async () => {
  const house = testHouse(hall)
  const name = 'Nguyễn Thị Hoà'
  const given = await house.toReceive({
    applicant: { kind: 'citizen', name: name.normalize('NFD'), idNumber: null, phone: null, address: null },
  })
  const { code } = receiptIn(await house.send('clerk', 'POST', '/dossiers', given))
  const rows = await opened.centre.db.selectFrom('dossier').select('state').where('code', '=', code).execute()
  expect(JSON.stringify(rows)).toContain(name.normalize('NFC'))
  expect(JSON.stringify(rows)).toBe(JSON.stringify(rows).normalize('NFC'))
  const found = await house.send(
    null,
    'GET',
    `/procedures?q=${encodeURIComponent('hộ tịch'.normalize('NFD'))}`,
  )
  expect(ProcedureList.parse(found.body).total).toBeGreaterThan(0)
})

test('when it would be due, day by day; a moment outside every calendar, before the catalogue, an unknown case', async () => {
  const { send, clock } = testHouse(hall)
  const ask = (query: string, key = '2.000748') => send(null, 'GET', `/procedures/${key}/due?${query}`)
  const due = async (query: string, key?: string) => said(await ask(query, key))
  const asked = dueIn(await ask('receivedAt=2019-03-05T08:00%2B07:00&channel=counter&case=default'))
  expect(asked).toMatchObject({ due: '2019-03-08T10:00:00.000Z', provisional: false, pattern: 'A' })
  expect(asked.days[0]).toMatchObject({ date: '2019-03-05', counted: false, why: 'receipt-day' })
  expect(asked.days.filter((one) => one.counted)).toHaveLength(3)
  expect(await due('receivedAt=2019-03-05T08:00+07:00')).toMatchObject({ due: asked.due })
  clock.now = Temporal.Instant.from('2019-03-05T01:00:00Z')
  expect(await due('')).toMatchObject({ due: asked.due })
  expect(await due('receivedAt=9998-12-30T08:00Z')).toMatchObject({ status: 422, code: 'outside-calendar' })
  expect(await due('receivedAt=2018-12-31T08:00%2B07:00')).toMatchObject({
    status: 422,
    code: 'procedure-not-in-force',
  })
  expect(await due('receivedAt=0001-01-01T00:00Z')).toMatchObject({
    status: 422,
    code: 'procedure-not-in-force',
  })
  expect(await due('case=other')).toMatchObject({ status: 422, code: 'no-such-case' })
  expect(await due('', 'khong-co')).toMatchObject({ status: 404, code: 'no-such-procedure' })
  expect(await due('', '%00')).toMatchObject({ status: 400, code: 'invalid-parameters' })
})

test('what the rules refuse at the counter comes with its code and facts, and nothing is written', async () => {
  const house = testHouse(hall)
  const count = async () =>
    (await opened.centre.db.selectFrom('dossier_event').select('hash').execute()).length
  const before = await count()
  const refusedAs = async (over: object) =>
    said(await house.send('clerk', 'POST', '/dossiers', { ...(await house.toReceive()), ...over }))
  expect(await refusedAs({ procedure: 'khong-co' })).toMatchObject({ status: 422, code: 'no-such-procedure' })
  expect(await refusedAs({ case: 'khac' })).toMatchObject({ status: 422, code: 'no-such-case' })
  expect(await refusedAs({ components: [] })).toMatchObject({ status: 422, code: 'papers-missing' })
  expect(await refusedAs({ components: [{ component: 'la' }] })).toMatchObject({ code: 'no-such-component' })
  expect(await refusedAs({ returnWish: { way: 'post', address: null } })).toMatchObject({
    code: 'return-address-needed',
  })
  expect(await refusedAs({ placeOfReceipt: 'XX' })).toMatchObject({ status: 403, code: 'not-permitted' })
  expect(await refusedAs({ placeOfSupport: 'XX' })).toMatchObject({ status: 422, code: 'no-such-unit' })
  house.clock.now = Temporal.Instant.from('2018-12-28T02:00:00Z')
  expect(await refusedAs({})).toMatchObject({ status: 403, code: 'not-permitted' })
  expect(await count()).toBe(before)
})

test('looking up: ten a minute from one address, thirty wrong keys an hour for one code from anywhere', async () => {
  const house = testHouse(hall)
  const { code, lookupKey } = await received(house)
  const follow = async (key: string, from: string) =>
    (await house.send(null, 'POST', '/follow', { code, key }, { 'x-test-address': from })).status
  for (let n = 0; n < 10; n += 1) expect(await follow('0000000000', '192.0.2.9')).toBe(404)
  expect(await follow(lookupKey, '192.0.2.9')).toBe(429)
  expect(await follow(lookupKey, '192.0.2.10')).toBe(200)
  for (let n = 0; n < 20; n += 1) expect(await follow('0000000000', `192.0.3.${n}`)).toBe(404)
  expect(await follow('0000000000', '192.0.3.99')).toBe(429)
  house.clock.now = house.clock.now.add({ minutes: 2 })
  expect(await follow(lookupKey, '192.0.3.99')).toBe(200)
})

test('codes of dossiers: small letters and spaces are forgiven, what cannot be a code never reaches the database', async () => {
  const house = testHouse(hall)
  const { code } = await received(house)
  expect((await house.send('clerk', 'GET', `/dossiers/${code.toLowerCase()}%20`)).status).toBe(200)
  for (const wrong of ['%00', 'x', "'%3B--", `${code}0000`, '000.00.12.H49-190305-9999'])
    expect(said(await house.send('clerk', 'GET', `/dossiers/${wrong}`))).toMatchObject({
      status: 404,
      code: 'no-such-dossier',
    })
})
