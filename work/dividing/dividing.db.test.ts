import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusal } from '#domain/outcome.ts'
import { hasPost, type Post, type Staff } from '#domain/people/may.ts'
import { historyOf } from '#store/dossier-events.ts'
import { mandateGrounds } from '#store/mandates.ts'
import { staffById } from '#store/people.ts'
import { testCentre, type TestCentre } from '#server/test-centre.ts'
import { aHall, allowed, commandAt, EIGHT, type Hall, received } from '../a-hall.ts'
import { bookOf } from '../centre-book.ts'
import { changeDossier } from '../change-dossier.ts'
import { newId } from '../chance.ts'
import type { Desk } from '../desk.ts'
import { claimDossier } from '../handling/claim-dossier.ts'
import { releaseDossier } from '../handling/release-dossier.ts'
import { assignDossier } from '../handling/assign-dossier.ts'
import { seeDossier } from '../reading/see-dossier.ts'
import { seeWorklist } from '../reading/see-worklist.ts'
import { delegateApproval, endDelegation } from './delegate-approval.ts'
import { endSubstitution } from './end-substitution.ts'
import { enterSubstitution } from './enter-substitution.ts'
import { giveWork } from './give-work.ts'
import { seeLoad } from './see-load.ts'
import { seeOpenWork } from './see-open-work.ts'
import { unitsLed } from './units-led.ts'

const UNIT = 'TCKH'
const noFault = (fault: unknown) => {
  throw fault
}

let opened: TestCentre
let hall: Hall

beforeAll(async () => {
  opened = await testCentre({ imported: true })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

function handlers(): [Staff, Staff] {
  const [one, other] = hall.staff.filter((each) => hasPost(each, 'handler', UNIT, '2019-03-05'))
  if (!one || !other) throw new Error('two handlers are needed')
  return [one, other]
}

/** The desk of somebody as the database knows the person now. */
async function deskOf(id: string, now = EIGHT): Promise<Desk> {
  const actor = await staffById(opened.centre, id)
  if (!actor) throw new Error('no such person')
  return { centre: opened.centre, now, actor }
}

const head = (unit = UNIT) => hall.deskOf('head', unit)
const command = (one: { version: number; step: string }) => ({
  id: newId(),
  version: one.version,
  step: one.step,
})

describe('a step', () => {
  test('is given by the head to a person, who does it; a colleague may help out and the history says who', async () => {
    const [one, other] = handlers()
    const receipt = await received(hall)
    const given = allowed(
      await assignDossier(head(), receipt.code, { ...command(receipt), to: one.id, note: 'Gấp' }),
    )
    expect(given.holder).toMatchObject({ kind: 'person', staff: one.id })
    const done = await changeDossier(await deskOf(other.id), receipt.code, commandAt({ kind: 'work' }, given))
    expect(done).toMatchObject({ holder: { kind: 'list', post: 'approver' } })
    const seen = allowed(await seeDossier(head(), receipt.code))
    expect(seen.history.map(({ type, by }) => [type, by.name])).toEqual([
      ['DossierReceived', expect.any(String)],
      ['DossierAssigned', expect.any(String)],
      ['StepCompleted', other.name],
    ])
  })

  test.each<[string, () => string, string]>([
    ['nobody', () => newId(), 'no-such-staff'],
    [
      'somebody in another post',
      () => hall.staff.find((each) => hasPost(each, 'approver', UNIT, '2019-03-05'))?.id ?? '',
      'not-in-post',
    ],
    [
      'somebody of another unit',
      () => hall.staff.find((each) => hasPost(each, 'handler', 'TP', '2019-03-05'))?.id ?? '',
      'not-in-post',
    ],
  ])('is not given to %s', async (_, to, refused) => {
    const receipt = await received(hall)
    const outcome = await assignDossier(head(), receipt.code, { ...command(receipt), to: to(), note: null })
    expect(outcome).toMatchObject({ refused })
  })

  test.each<[Post, string]>([
    ['handler', UNIT],
    ['head', 'TP'],
    ['clerk', 'HCC-TN'],
  ])('is not given by a %s of %s', async (post, unit) => {
    const [one] = handlers()
    const receipt = await received(hall)
    const outcome = await assignDossier(hall.deskOf(post, unit), receipt.code, {
      ...command(receipt),
      to: one.id,
      note: null,
    })
    expect(outcome).toMatchObject({ refused: 'not-permitted' })
  })

  test('of two who take it at once, one has it and the other is told', async () => {
    const [one, other] = handlers()
    const receipt = await received(hall)
    const desks = [await deskOf(one.id), await deskOf(other.id)]
    const outcomes = await Promise.all(
      desks.map((desk) => claimDossier(desk, receipt.code, command(receipt))),
    )
    expect(outcomes.filter((each) => !isRefusal(each))).toHaveLength(1)
    expect(outcomes.find(isRefusal)).toMatchObject({ refused: 'changed-meanwhile' })
  })

  test('of two who divide the work at once, one decides and the other is told; a form sent twice counts once', async () => {
    const [one, other] = handlers()
    const receipt = await received(hall)
    const director = hall.deskOf('director', 'HCC')
    const first = { ...command(receipt), to: one.id, note: null }
    const outcomes = await Promise.all([
      assignDossier(head(), receipt.code, first),
      assignDossier(director, receipt.code, { ...command(receipt), to: other.id, note: null }),
    ])
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'changed-meanwhile' }])
    if (!isRefusal(outcomes[0])) expect(await assignDossier(head(), receipt.code, first)).toEqual(outcomes[0])
  })

  test('is put back by its holder and by the head, by nobody else', async () => {
    const [one, other] = handlers()
    const receipt = await received(hall)
    const held = allowed(await claimDossier(await deskOf(one.id), receipt.code, command(receipt)))
    expect(await releaseDossier(await deskOf(other.id), receipt.code, command(held))).toMatchObject({
      refused: 'not-permitted',
    })
    const back = allowed(await releaseDossier(await deskOf(one.id), receipt.code, command(held)))
    const again = allowed(await claimDossier(await deskOf(other.id), receipt.code, command(back)))
    expect(await releaseDossier(head(), receipt.code, command(again))).toMatchObject({
      holder: { kind: 'list' },
    })
  })
})

describe('the load of a unit', () => {
  test('is seen by its head and the director, not by the head of another', async () => {
    expect(await seeLoad(head('TP'), UNIT)).toMatchObject({ refused: 'not-permitted' })
    expect(await seeOpenWork(head('TP'), { unit: UNIT, staff: null })).toMatchObject({
      refused: 'not-permitted',
    })
    expect((await unitsLed(head())).map(({ code }) => code)).toEqual([UNIT])
    expect((await unitsLed(hall.deskOf('director', 'HCC'))).length).toBeGreaterThan(15)
    expect(await unitsLed(hall.deskOf('handler', UNIT))).toEqual([])
    expect(isRefusal(await seeLoad(hall.deskOf('director', 'HCC'), UNIT))).toBe(false)
  })

  test('counts what each holds by how near it is, what lies in the list, and what was done lately', async () => {
    const [one] = handlers()
    const before = allowed(await seeLoad(head(), UNIT))
    const receipts = [await received(hall), await received(hall)]
    const [taken] = receipts
    if (!taken) throw new Error('received')
    allowed(await claimDossier(await deskOf(one.id), taken.code, command(taken)))
    const loadOf = (load: typeof before) => load.people.find(({ id }) => id === one.id)
    const after = allowed(await seeLoad(head(), UNIT))
    expect(loadOf(after)?.held).toBe((loadOf(before)?.held ?? 0) + 1)
    expect(loadOf(after)?.load.week).toBe((loadOf(before)?.load.week ?? 0) + 1)
    const waiting = (load: typeof before) => load.lists.find(({ post }) => post === 'handler')?.waiting ?? 0
    expect(waiting(after)).toBe(waiting(before) + 1)
    const later = allowed(
      await seeLoad({ ...head(), now: Temporal.Instant.from('2019-03-12T01:00:00Z') }, UNIT),
    )
    expect(loadOf(later)?.load.overdue).toBe(loadOf(after)?.held)
    allowed(
      await changeDossier(
        await deskOf(one.id),
        taken.code,
        commandAt({ kind: 'work' }, { ...taken, version: 2 }),
      ),
    )
    expect(loadOf(allowed(await seeLoad(head(), UNIT)))?.doneLately).toBe(
      (loadOf(before)?.doneLately ?? 0) + 1,
    )
  })
})

describe('work is given on', () => {
  test('all of it, each dossier for itself', async () => {
    const [one, other] = handlers()
    for (let count = 0; count < 3; count += 1) {
      const receipt = await received(hall)
      allowed(await claimDossier(await deskOf(one.id), receipt.code, command(receipt)))
    }
    const held = allowed(await seeOpenWork(head(), { unit: UNIT, staff: one.id })).lines
    const done = allowed(
      await giveWork(
        head(),
        { unit: UNIT, staff: one.id },
        { id: newId(), to: other.id, note: null, all: true, chosen: [] },
        noFault,
      ),
    )
    expect(done.map(({ given: { code } }) => code)).toEqual(held.map(({ code }) => code))
    expect(done.filter(({ outcome }) => isRefusal(outcome))).toEqual([])
    expect(allowed(await seeOpenWork(head(), { unit: UNIT, staff: one.id })).lines).toEqual([])
  })

  test('a selection; what somebody else was faster with is refused and the others go', async () => {
    const [one, other] = handlers()
    const receipts = [await received(hall), await received(hall)]
    const chosen = receipts.map(({ code, version, step }) => ({ code, version, step }))
    const [first] = receipts
    if (!first) throw new Error('received')
    allowed(await claimDossier(await deskOf(one.id), first.code, command(first)))
    const given = { id: newId(), to: other.id, note: null, all: false, chosen }
    const done = allowed(await giveWork(head(), { unit: UNIT, staff: null }, given, noFault))
    expect(done.map(({ outcome }) => isRefusal(outcome) && outcome.refused)).toEqual([
      'changed-meanwhile',
      false,
    ])
    const again = allowed(await giveWork(head(), { unit: UNIT, staff: null }, given, noFault))
    expect(again.map(({ outcome }) => isRefusal(outcome) && outcome.refused)).toEqual([
      'changed-meanwhile',
      false,
    ])
  })

  test('spread evenly among those who are there', async () => {
    const [one, other] = handlers()
    const receipts = []
    for (let count = 0; count < 4; count += 1) receipts.push(await received(hall))
    const chosen = receipts.map(({ code, version, step }) => ({ code, version, step }))
    const loads = async () => {
      const { people } = allowed(await seeLoad(head(), UNIT))
      return [one, other].map(({ id }) => people.find((each) => each.id === id)?.held ?? 0)
    }
    const before = await loads()
    const given = { id: newId(), to: 'spread' as const, note: null, all: false, chosen }
    allowed(await giveWork(head(), { unit: UNIT, staff: null }, given, noFault))
    const after = await loads()
    expect(after.reduce((a, b) => a + b)).toBe(before.reduce((a, b) => a + b) + 4)
    expect(Math.max(...after) - Math.min(...after)).toBeLessThanOrEqual(
      Math.max(1, Math.max(...before) - Math.min(...before)),
    )
  })

  test('not by the head of another unit', async () => {
    const [one] = handlers()
    const given = { id: newId(), to: one.id, note: null, all: true, chosen: [] }
    expect(await giveWork(head('TP'), { unit: UNIT, staff: null }, given, noFault)).toMatchObject({
      refused: 'not-permitted',
    })
  })
})

describe('a substitute', () => {
  const days = { from: '2019-03-05', last: '2019-03-07' }

  test('gets posts and work of the absent person, is named in the history, and loses both when it ends', async () => {
    const [absent] = handlers()
    const approver = hall.deskOf('approver', UNIT).actor
    if (approver.kind !== 'staff') throw new Error('staff')
    const receipt = await received(hall)
    const held = allowed(await claimDossier(await deskOf(absent.id), receipt.code, command(receipt)))
    expect(
      await changeDossier(await deskOf(approver.id), receipt.code, commandAt({ kind: 'work' }, held)),
    ).toMatchObject({ refused: 'not-permitted' })

    const id = newId()
    const entering = { id, absent: absent.id, substitute: approver.id, ...days }
    expect(await enterSubstitution(head(), UNIT, entering)).toBe(true)
    expect(await enterSubstitution(head(), UNIT, entering)).toBe(true)
    expect(await enterSubstitution(head(), UNIT, { ...entering, last: '2019-03-08' })).toMatchObject({
      refused: 'command-id-reused',
    })

    const desk = await deskOf(approver.id)
    expect(allowed(await seeWorklist(desk, {})).lines.map(({ code }) => code)).toContain(receipt.code)
    const done = allowed(await changeDossier(desk, receipt.code, commandAt({ kind: 'work' }, held)))
    const event = await opened.ownerCentre.db
      .selectFrom('dossier_event')
      .innerJoin('dossier', 'dossier.id', 'dossier_event.dossier_id')
      .where('code', '=', receipt.code)
      .where('sequence', '=', done.version)
      .select('data')
      .executeTakeFirstOrThrow()
    expect(event.data).toMatchObject({ by: { staff: approver.id, post: 'handler', insteadOf: absent.id } })

    const [load] = allowed(await seeLoad(head(), UNIT)).absences
    expect(load).toMatchObject({
      absent: absent.id,
      substitute: approver.id,
      from: '2019-03-05',
      until: '2019-03-08',
    })
    expect(hasPost((await deskOf(approver.id)).actor as Staff, 'handler', UNIT, '2019-03-08')).toBe(false)

    expect(await endSubstitution(head('TP'), id)).toMatchObject({ refused: 'not-permitted' })
    expect(await endSubstitution(head(), id)).toBe(true)
    expect(await endSubstitution(head(), id)).toMatchObject({ refused: 'no-such-substitution' })
    expect(hasPost((await deskOf(approver.id)).actor as Staff, 'handler', UNIT, '2019-03-05')).toBe(false)
  })

  test('of the approver approves nothing without a mandate of the own', async () => {
    const [stand] = handlers()
    const approver = hall.deskOf('approver', UNIT).actor
    if (approver.kind !== 'staff') throw new Error('staff')
    const id = newId()
    allowed(await enterSubstitution(head(), UNIT, { id, absent: approver.id, substitute: stand.id, ...days }))
    const receipt = await received(hall)
    const at = allowed(
      await changeDossier(await deskOf(stand.id), receipt.code, commandAt({ kind: 'work' }, receipt)),
    )
    const approve = commandAt({ kind: 'approve' }, at)
    expect(await changeDossier(await deskOf(stand.id), receipt.code, approve)).toMatchObject({
      refused: 'no-mandate',
    })
    allowed(await endSubstitution(head(), id))
  })

  test('two heads at once enter one', async () => {
    const [one, other] = handlers()
    const director = hall.deskOf('director', 'HCC')
    const coming = { absent: one.id, from: '2019-03-20', last: '2019-03-22' }
    const approver = hall.deskOf('approver', UNIT).actor
    if (approver.kind !== 'staff') throw new Error('staff')
    const outcomes = await Promise.all([
      enterSubstitution(head(), UNIT, { ...coming, id: newId(), substitute: other.id }),
      enterSubstitution(director, UNIT, { ...coming, id: newId(), substitute: approver.id }),
    ])
    expect(outcomes.filter(isRefusal)).toMatchObject([{ refused: 'already-substituted' }])
  })

  test.each<[string, () => { absent: string; substitute: string; from?: string; last?: string }, string]>([
    [
      'in the past',
      () => ({ absent: handlers()[0].id, substitute: handlers()[1].id, from: '2019-03-04' }),
      'days-past',
    ],
    [
      'backwards',
      () => ({ absent: handlers()[0].id, substitute: handlers()[1].id, last: '2019-03-04' }),
      'days-in-wrong-order',
    ],
    [
      'for oneself',
      () => ({ absent: handlers()[0].id, substitute: handlers()[0].id }),
      'substitute-same-person',
    ],
    [
      'with a stranger',
      () => ({
        absent: handlers()[0].id,
        substitute: hall.staff.find((each) => hasPost(each, 'handler', 'TP', '2019-03-05'))?.id ?? '',
      }),
      'not-in-post',
    ],
  ])('is not entered %s', async (_, given, refused) => {
    const outcome = await enterSubstitution(head(), UNIT, { ...days, id: newId(), ...given() })
    expect(outcome).toMatchObject({ refused })
  })

  test('is not entered by who does not lead the unit', async () => {
    const [one, other] = handlers()
    const given = { ...days, id: newId(), absent: one.id, substitute: other.id }
    for (const desk of [head('TP'), hall.deskOf('handler', UNIT), hall.deskOf('administrator', 'HCC')])
      expect(await enterSubstitution(desk, UNIT, given)).toMatchObject({ refused: 'not-permitted' })
  })
})

test('the right to approve is delegated for a period with its ground, used in the own name, and ended at once', async () => {
  const head = hall.deskOf('head', 'TCKH')
  const handler = hall.deskOf('handler', 'TCKH')
  const delegate = handler.actor.kind === 'staff' ? handler.actor.id : ''
  const [procedure] = (await bookOf(hall.centre)).procedures.get('1.004979') ?? []
  const receipt = await received(hall)
  const appraise = procedure?.steps.find(({ key }) => key === receipt.step)
  if (!appraise) throw new Error('no step')
  const changed = allowed(await changeDossier(handler, receipt.code, commandAt(appraise, receipt)))
  const approve = {
    type: 'ApproveResult',
    id: newId(),
    version: changed.version,
    step: changed.step,
    note: null,
  } as const
  const asNow = async (): Promise<Desk> => {
    const actor = await staffById(hall.centre, delegate)
    if (!actor) throw new Error('nobody')
    return { ...handler, actor }
  }
  expect(await changeDossier(await asNow(), receipt.code, approve)).toMatchObject({
    refused: 'not-permitted',
  })
  const asked = {
    id: newId(),
    staff: delegate,
    from: '2019-03-05',
    last: '2019-03-06',
    form: 'KT' as const,
    principal: 'Trưởng phòng',
    position: 'Phó Trưởng phòng',
    ground: 'QĐ 15/QĐ-TCKH',
  }
  expect(await delegateApproval(handler, 'TCKH', asked)).toMatchObject({ refused: 'not-permitted' })
  const self = head.actor.kind === 'staff' ? head.actor.id : ''
  expect(await delegateApproval(head, 'TCKH', { ...asked, staff: self })).toMatchObject({
    refused: 'second-person-needed',
  })
  expect(await delegateApproval(head, 'TCKH', asked)).toBe(true)
  expect(await delegateApproval(head, 'TCKH', asked)).toBe(true)
  expect(await delegateApproval(head, 'TCKH', { ...asked, ground: 'Khác' })).toMatchObject({
    refused: 'command-id-reused',
  })
  allowed(await changeDossier(await asNow(), receipt.code, approve))
  const event = (await historyOf(hall.centre, receipt.code)).at(-1)?.event
  expect(event).toMatchObject({ type: 'ResultApproved', mandate: `uq-${asked.id}`, by: { post: 'approver' } })
  expect((await mandateGrounds(hall.centre, [`uq-${asked.id}`])).get(`uq-${asked.id}`)).toBe('QĐ 15/QĐ-TCKH')
  expect(await endDelegation(head, asked.id)).toBe(true)
  expect(await endDelegation(head, asked.id)).toMatchObject({ refused: 'no-such-delegation' })
  expect((await asNow()).actor).not.toMatchObject({ mandates: [{ key: `uq-${asked.id}` }] })
})
