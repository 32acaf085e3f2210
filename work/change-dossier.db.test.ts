import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasPost } from '#domain/people/may.ts'
import { isRefusal } from '#domain/outcome.ts'
import { type TestCentre, testCentre } from '#server/test-centre.ts'
import {
  aCompleteDossier,
  aHall,
  allowed,
  commandAt,
  EIGHT,
  type Hall,
  received,
  takenToTheEnd,
  BRANCH_GIVEN,
} from './a-hall.ts'
import { type Changed, changeDossier, type ChangeGiven } from './change-dossier.ts'
import { newId } from './chance.ts'
import { checkCentre } from './checks/check-centre.ts'
import { checkDossiers } from './checks/check-dossier.ts'
import { receiveDossier } from './intake/receive-dossier.ts'
import { followDossier } from './reading/follow-dossier.ts'
import { seeDossier } from './reading/see-dossier.ts'
import { seeWorklist } from './reading/see-worklist.ts'
import { relayCentre } from './relaying/relay-centre.ts'

let opened: TestCentre
let hall: Hall
beforeAll(async () => {
  opened = await testCentre({ imported: true, poolSize: 8 })
  hall = await aHall(opened.centre)
})
afterAll(() => opened.close())

const everything = async () => {
  const count = async (table: 'dossier' | 'dossier_event' | 'outbox') => {
    const row = await opened.ownerCentre.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return row.count
  }
  return [await count('dossier'), await count('dossier_event'), await count('outbox')]
}

describe('receiving', () => {
  test('gives code, look-up key, due moment and first step, and lies in a worklist at once', async () => {
    const receipt = await received(hall)
    expect(receipt.code).toMatch(/^000\.00\.12\.H49-190305-\d{4}$/)
    expect(receipt.lookupKey).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(receipt).toMatchObject({
      version: 1,
      receivedAt: '2019-03-05T01:00:00.000Z',
      due: '2019-03-08T10:00:00.000Z',
    })
    const [step] = await holders(receipt.code)
    expect(step).toMatchObject({ holder_kind: 'list' })
    expect(await checkDossiers(opened.centre, [receipt.code])).toEqual([])
  })

  test('the same command twice has one effect and one answer', async () => {
    const given = await aCompleteDossier(hall)
    const desk = hall.deskOf('clerk', 'HCC-TN')
    const first = allowed(await receiveDossier(desk, given))
    const before = await everything()
    expect(await receiveDossier(desk, given)).toEqual(first)
    const both = await Promise.all([receiveDossier(desk, given), receiveDossier(desk, given)])
    expect(both).toEqual([first, first])
    expect(await everything()).toEqual(before)
  })

  test('two of the same command at the same moment make one dossier', async () => {
    const given = await aCompleteDossier(hall)
    const desk = hall.deskOf('clerk', 'HCC-TN')
    const [dossiers = 0] = await everything()
    const answers = await Promise.all(Array.from({ length: 8 }, () => receiveDossier(desk, given)))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect((await everything())[0]).toBe(dossiers + 1)
  })

  test('the same id with other content, or from another person, is refused', async () => {
    const given = await aCompleteDossier(hall)
    const desk = hall.deskOf('clerk', 'HCC-TN')
    await receiveDossier(desk, given)
    const before = await everything()
    expect(await receiveDossier(desk, { ...given, copiesWanted: 2 })).toMatchObject({
      refused: 'command-id-reused',
    })
    const other = hall.staff.filter((one) => one.id !== (desk.actor.kind === 'staff' ? desk.actor.id : ''))
    const clerk = other.find((one) => hasPost(one, 'clerk', 'HCC-TN', '2019-03-05'))
    expect(clerk && (await receiveDossier({ ...desk, actor: clerk }, given))).toMatchObject({
      refused: 'command-id-reused',
    })
    expect(await everything()).toEqual(before)
  })

  test('codes are never given twice, however many counters receive', async () => {
    const desk = hall.deskOf('clerk', 'HCC-TN')
    const given = await Promise.all(Array.from({ length: 120 }, () => aCompleteDossier(hall)))
    const receipts = await Promise.all(given.map((one) => receiveDossier(desk, one)))
    expect(new Set(receipts.map((one) => allowed(one).code)).size).toBe(120)
    const blocks = await opened.ownerCentre.db
      .selectFrom('code_block')
      .select(['first', 'last'])
      .where('on_day', '=', '2019-03-05')
      .orderBy('first')
      .execute()
    for (const [place, block] of blocks.entries())
      expect(block.first).toBe((blocks[place - 1]?.last ?? 0) + 1)
  })

  test.each([
    ['a procedure nobody knows', { procedure: '9.999999' }, 'no-such-procedure'],
    ['a case nobody knows', { case: 'none' }, 'no-such-case'],
    ['a unit nobody knows', { placeOfSupport: 'X99999' }, 'no-such-unit'],
    ['papers missing', { components: [] }, 'papers-missing'],
  ])('%s is refused and writes nothing', async (_, over, refused) => {
    const before = await everything()
    const given = { ...(await aCompleteDossier(hall)), ...over }
    expect(await receiveDossier(hall.deskOf('clerk', 'HCC-TN'), given)).toMatchObject({ refused })
    expect(await everything()).toEqual(before)
  })

  test.each([
    ['before the catalogue began', '2018-12-31T01:00:00Z', 'procedure-not-in-force'],
    ['outside every calendar', '2055-03-05T01:00:00Z', 'outside-calendar'],
  ])('on a day %s is refused', async (_, now, refused) => {
    const desk = hall.deskOf('clerk', 'HCC-TN')
    const actor = {
      ...desk.actor,
      appointments: [{ post: 'clerk', unit: 'HCC-TN', from: '2000-01-01', until: null }],
    } as const
    const given = await aCompleteDossier(hall)
    const outcome = await receiveDossier({ ...desk, actor, now: Temporal.Instant.from(now) }, given)
    expect(outcome).toMatchObject({ refused })
  })

  test('is for clerks of the place alone', async () => {
    const given = await aCompleteDossier(hall)
    for (const [post, unit] of [
      ['handler', 'TCKH'],
      ['seal-keeper', 'HCC-VT'],
      ['cashier', 'HCC-TN'],
    ] as const)
      expect(await receiveDossier(hall.deskOf(post, unit), given)).toMatchObject({ refused: 'not-permitted' })
    const nobody = { centre: hall.centre, now: EIGHT, actor: { kind: 'public' as const } }
    expect(await receiveDossier(nobody, given)).toMatchObject({ refused: 'not-permitted' })
  })
})

describe('going through the process', () => {
  test('every step by its own person, to the hand-over; trail, row and figures right', async () => {
    const receipt = await received(hall)
    const end = await takenToTheEnd(hall, receipt)
    expect(end).toMatchObject({ stage: 'returned', holder: null, timeliness: 'early' })
    expect(await checkDossiers(opened.centre, [receipt.code])).toEqual([])
  })

  test('two at once: one wins, the other is told what happened meanwhile and by whom', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { code, version, step } = await received(hall)
      const tries = await Promise.all(
        Array.from({ length: 4 }, () =>
          changeDossier(hall.deskOf('handler', 'TCKH'), code, commandAt({ kind: 'work' }, { version, step })),
        ),
      )
      const won = tries.filter((one) => !isRefusal(one))
      expect(won).toHaveLength(1)
      for (const lost of tries.filter(isRefusal))
        expect(lost).toMatchObject({
          refused: 'changed-meanwhile',
          facts: { version: 2, since: [{ type: 'StepCompleted', by: { unit: 'TCKH', post: 'handler' } }] },
        })
    }
  })

  test('a step command repeated is answered as the first time, also when others went on meanwhile', async () => {
    const receipt = await received(hall)
    const command = commandAt({ kind: 'work' }, receipt)
    const desk = hall.deskOf('handler', 'TCKH')
    const first = allowed(await changeDossier(desk, receipt.code, command))
    await approve(receipt.code, first)
    expect(await changeDossier(desk, receipt.code, command)).toEqual(first)
    const other = { ...command, note: 'khác' }
    expect(await changeDossier(desk, receipt.code, other as typeof command)).toMatchObject({
      refused: 'command-id-reused',
    })
  })

  test('a command id used on another dossier is refused', async () => {
    const [one, two] = [await received(hall), await received(hall)]
    const command = commandAt({ kind: 'work' }, one)
    allowed(await changeDossier(hall.deskOf('handler', 'TCKH'), one.code, command))
    expect(await changeDossier(hall.deskOf('handler', 'TCKH'), two.code, command)).toMatchObject({
      refused: 'command-id-reused',
    })
  })

  test('sealing before approval is impossible for the seal keeper too', async () => {
    const { code, version, step } = await received(hall)
    const outcome = await changeDossier(hall.deskOf('seal-keeper', 'HCC-VT'), code, {
      type: 'SealResult',
      id: newId(),
      version,
      step,
    })
    expect(outcome).toMatchObject({ refused: 'not-approved' })
  })

  test('approving needs a mandate', async () => {
    const receipt = await received(hall)
    const appraised = allowed(
      await changeDossier(hall.deskOf('handler', 'TCKH'), receipt.code, commandAt({ kind: 'work' }, receipt)),
    )
    const desk = hall.deskOf('approver', 'TCKH')
    const actor = desk.actor.kind === 'staff' ? { ...desk.actor, mandates: [] } : desk.actor
    const command = commandAt({ kind: 'approve' }, appraised)
    expect(await changeDossier({ ...desk, actor }, receipt.code, command)).toMatchObject({
      refused: 'no-mandate',
    })
    expect(allowed(await changeDossier(desk, receipt.code, command))).toMatchObject({ step: 'seal' })
  })

  test('people of other units neither see nor touch it', async () => {
    const { code, version, step } = await received(hall)
    const stranger = hall.deskOf('handler', 'QLDT')
    expect(await seeDossier(stranger, code)).toMatchObject({ refused: 'not-permitted' })
    const outcome = await changeDossier(stranger, code, commandAt({ kind: 'work' }, { version, step }))
    expect(outcome).toMatchObject({ refused: 'not-permitted' })
  })

  test('a new version of the law is noticed by the next write, which decides again', async () => {
    await received(hall)
    await opened.ownerCentre.db.updateTable('law_version').set({ version: 99 }).execute()
    const receipt = await received(hall)
    expect(await takenToTheEnd(hall, receipt)).toMatchObject({ stage: 'returned' })
  })
})

describe('reading', () => {
  test('a dossier shows its history and what the caller may do; the access is recorded', async () => {
    const receipt = await received(hall)
    const seen = allowed(await seeDossier(hall.deskOf('handler', 'TCKH'), receipt.code))
    expect(seen).toMatchObject({
      code: receipt.code,
      minutesLeft: 1860,
      unitName: 'Phòng Tài chính - Kế hoạch',
    })
    expect(seen).not.toHaveProperty('lookupKey')
    expect(seen.history).toMatchObject([{ type: 'DossierReceived', by: { post: 'clerk' } }])
    expect(seen.history[0]?.by.name).not.toBe('')
    expect(Object.fromEntries(seen.may.map((one) => [one.command, one.isAllowed]))).toEqual({
      CompleteStep: true,
      SendBack: false,
      RequestSupplement: true,
      TakeSupplement: false,
      ReceiveAsCompetent: false,
      ApproveResult: false,
      NumberResult: false,
      VoidNumber: false,
      SealResult: false,
      MarkReady: false,
      HandBack: false,
      AssignDossier: false,
      ClaimDossier: true,
      ReleaseDossier: false,
      ProposeRefusal: true,
      StopDossier: false,
      DraftApology: true,
      ConsentToApology: false,
      SignApology: false,
      SendApology: false,
      DropApology: false,
      AskOpinion: true,
      RecordOpinion: false,
      PromptApplicant: false,
      AssessFee: false,
      ChargePostage: false,
      TakePayment: false,
      CancelPayment: false,
      AskRefund: false,
      AgreeToRefund: false,
      DropRefund: false,
      CorrectContact: false,
      ChangeReturnWish: false,
      ProposeCorrection: false,
      ConfirmCorrection: false,
      DropCorrection: false,
      FindPaper: false,
      NotifyObligation: false,
      WithdrawObligation: false,
      MeetObligation: false,
      CompletePart: false,
      SendPartBack: false,
      AskPartAgain: false,
      GiveUpPart: false,
    })
    const accesses = await opened.ownerCentre.db
      .selectFrom('access_record')
      .select('what')
      .where('dossier_code', '=', receipt.code)
      .execute()
    expect(accesses).toEqual([{ what: 'see-dossier' }])
  })

  test('what may be done is what is then allowed, for everybody at every step', async () => {
    const receipt = await received(hall)
    const desks = [
      hall.deskOf('clerk', 'HCC-TN'),
      hall.deskOf('handler', 'TCKH'),
      hall.deskOf('approver', 'TCKH'),
      hall.deskOf('seal-keeper', 'HCC-VT'),
    ]
    for (const desk of desks) {
      const seen = allowed(await seeDossier(desk, receipt.code))
      for (const { command, isAllowed } of seen.may) {
        if (isAllowed) continue
        const given = { ...commandFor(command, receipt), id: newId() }
        expect(isRefusal(await changeDossier(desk, receipt.code, given))).toBe(true)
      }
    }
  })

  test('the worklist pages through everything once, soonest due first', async () => {
    const desk = hall.deskOf('handler', 'TCKH')
    const seen: string[] = []
    const dues: string[] = []
    for (let after: string | undefined; ;) {
      const page = allowed(await seeWorklist(desk, { after }))
      seen.push(...page.lines.map((line) => line.code))
      dues.push(...page.lines.map((line) => line.lawfulDue ?? '9'))
      if (page.next === null) break
      after = page.next
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(dues).toEqual([...dues].sort())
    const { count } = await opened.ownerCentre.db
      .selectFrom('dossier')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('holder_unit', '=', 'TCKH')
      .where('holder_post', '=', 'handler')
      .executeTakeFirstOrThrow()
    expect(seen.length).toBe(count)
    expect(count).toBeGreaterThan(100)
  })

  test('code and key follow a dossier; anything else tells nothing', async () => {
    const receipt = await received(hall)
    const anybody = { centre: hall.centre, now: EIGHT, actor: { kind: 'public' as const } }
    const followed = allowed(await followDossier(anybody, { code: receipt.code, key: receipt.lookupKey }))
    expect(followed).toMatchObject({
      stage: 'in-process',
      holder: { unitName: 'Phòng Tài chính - Kế hoạch' },
    })
    expect(JSON.stringify(followed)).not.toMatch(/Hương|100123456|0912345678|Mạo Khê/)
    const wrong = [
      { code: receipt.code, key: '' },
      { code: receipt.code, key: 'AAAAAAAAAA' },
      { code: receipt.code.replace('190305', '190304'), key: receipt.lookupKey },
      { code: '', key: '' },
    ]
    const answers = await Promise.all(wrong.map((one) => followDossier(anybody, one)))
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
    expect(answers[0]).toEqual({ refused: 'no-such-dossier', facts: {} })
  })
})

describe('the promises', () => {
  test('hold for the whole centre, figures included, before and after the relay', async () => {
    expect(await checkCentre(opened.centre)).toEqual([])
    while ((await relayCentre(opened.centre)).done > 0);
    expect((await everything())[2]).toBe(0)
    expect(await checkCentre(opened.centre)).toEqual([])
  })

  test('the program’s own login cannot change, delete or empty what happened', async () => {
    const { schema, db } = opened.centre
    await expect(db.updateTable('dossier_event').set({ type: 'x' }).execute()).rejects.toThrow(
      /permission denied/,
    )
    await expect(db.deleteFrom('dossier_event').execute()).rejects.toThrow(/permission denied/)
    const truncate = opened.database.pool.query(`truncate "${schema}".dossier_event`)
    await expect(truncate).rejects.toThrow(/permission denied/)
  })

  test('whoever changes a byte of the history behind the program’s back is found out', async () => {
    const receipt = await received(hall)
    const { db } = opened.ownerCentre
    const { id } = await db
      .selectFrom('dossier')
      .select('id')
      .where('code', '=', receipt.code)
      .executeTakeFirstOrThrow()
    const event = () =>
      db.selectFrom('dossier_event').selectAll().where('dossier_id', '=', id).executeTakeFirstOrThrow()
    const true_ = await event()
    const forged = { ...true_.data, copiesWanted: 7 }
    await db
      .updateTable('dossier_event')
      .set({ data: JSON.stringify(forged) })
      .where('dossier_id', '=', id)
      .execute()
    expect(await checkDossiers(opened.centre, [receipt.code])).toMatchObject([{ promise: 'trail-unbroken' }])
    await db
      .updateTable('dossier_event')
      .set({ data: JSON.stringify(true_.data) })
      .where('dossier_id', '=', id)
      .execute()
    await db.updateTable('dossier').set({ holder_unit: 'BHXH' }).where('id', '=', id).execute()
    expect(await checkDossiers(opened.centre, [receipt.code])).toMatchObject([
      { promise: 'row-equals-events', found: 'holder_unit' },
    ])
    await db.updateTable('dossier').set({ holder_unit: 'TCKH' }).where('id', '=', id).execute()
    expect(await checkDossiers(opened.centre, [receipt.code])).toEqual([])
  })
})

async function holders(code: string) {
  return opened.ownerCentre.db
    .selectFrom('dossier')
    .select(['holder_kind', 'holder_unit', 'holder_post'])
    .where('code', '=', code)
    .execute()
}

async function approve(code: string, changed: Changed) {
  const command = commandAt({ kind: 'approve' }, changed)
  return allowed(await changeDossier(hall.deskOf('approver', 'TCKH'), code, command))
}

const ASKED = { component: null, wrong: 'Mờ', todo: 'Nộp lại', ground: 'Luật' }

function commandFor(command: string, at: { version: number; step: string }) {
  const kinds = {
    ApproveResult: 'approve',
    SealResult: 'seal',
    MarkReady: 'return',
    ReceiveAsCompetent: 'competent-receipt',
  } as const
  if (command === 'SendBack')
    return { type: 'SendBack' as const, id: newId(), ...at, to: 'receive', comment: 'x' }
  if (command === 'RequestSupplement')
    return { type: command, id: newId(), ...at, items: [ASKED], whyAgain: null } as const
  if (command === 'TakeSupplement') return { type: command, id: newId(), ...at, components: [] } as const
  if (command === 'HandBack') return commandAt({ kind: 'return' }, { ...at, isReady: true })
  if (command === 'AssignDossier')
    return { type: 'AssignDossier' as const, id: newId(), ...at, to: hall.staff[0]?.id ?? '', note: null }
  if (command === 'VoidNumber') return { type: command, id: newId(), ...at, reason: 'x' } as const
  if (command === 'NumberResult') return { type: command, id: newId(), ...at } as const
  if (command === 'ClaimDossier' || command === 'ReleaseDossier')
    return { type: command as 'ClaimDossier' | 'ReleaseDossier', id: newId(), ...at }
  if (isBranch(command)) return { type: command, id: newId(), ...at, ...BRANCH_GIVEN[command] } as ChangeGiven
  const kind = command in kinds ? kinds[command as keyof typeof kinds] : 'work'
  return commandAt({ kind }, at)
}

function isBranch(command: string): command is keyof typeof BRANCH_GIVEN {
  return Object.hasOwn(BRANCH_GIVEN, command)
}
