import { dayOf, fromMoment } from '#domain/calendar/moment.ts'
import {
  concernsOf,
  type IntakeJudged,
  needsNewNumber,
  type PacketTask,
} from '#domain/outreach/intake-packet.ts'
import { isRefusal } from '#domain/outcome.ts'
import { inForceOn } from '#domain/procedure/procedure.ts'
import type { IntakePacket } from '#shapes/field/packet.ts'
import { codeIsUsed } from '#store/dossier-codes.ts'
import { keepFieldForm } from '#store/field-forms.ts'
import { numbersOfDevice } from '#store/field-provisions.ts'
import { openFilingsOfNumber } from '#store/filings.ts'
import { writeChangeIn } from '#store/dossiers.ts'
import { dossiersOfNumber } from '#store/known-people.ts'
import { keepScanIn } from '#store/scans.ts'
import { bookOf } from '../centre-book.ts'
import { LawChanged, receiveDossier, type TakenBefore } from '../intake/receive-dossier.ts'
import { type ArrivedPacket, deskThen, keepTaken } from './arrived-packet.ts'
import { bookedFee, type BookedFee } from './booked-fee.ts'
import { type CameToNothing, nothingBy } from './came-to.ts'
import { formOfPacket } from './form-of-packet.ts'
import { scansOfPacket } from './scans-of-packet.ts'

type Arrived = ArrivedPacket<IntakePacket>

/**
 * A dossier that was taken in outside is received by the very checks of the counter, as of the moment that counts; with it, in
 * one transaction, its photographs, its form and its fee. What cannot be judged by rule waits for a person, who lets it
 * be received under the law of that day, with a number of the centre's own where the one it bears does not count.
 */
export async function takeInIntake(arrived: Arrived): Promise<CameToNothing | null> {
  const { packet, decided } = arrived
  const judged = await judgedFrom(arrived)
  const concerns = concernsOf(judged)
  if (concerns.length > 0 && decided === null) return { concerns, refusal: null }
  const { owner, ...rest } = packet.dossier
  const receipt = await receiveDossier(
    deskThen(arrived),
    { id: packet.id, ...rest, owner },
    { filedBy: null, out: await takenBefore(arrived, needsNewNumber(judged) ? null : packet.code) },
  )
  if (!isRefusal(receipt)) return null
  return receipt.refused === 'number-used'
    ? {
        concerns: [{ what: 'number-not-ours', of: packet.code === null ? [] : [packet.code] }],
        refusal: receipt,
      }
    : nothingBy(receipt)
}

async function judgedFrom({ desk, device, packet, receivedAt, kept }: Arrived): Promise<IntakeJudged> {
  const { centre } = desk
  const receivedOn = dayOf(fromMoment(receivedAt)).toString()
  const { procedure: key, applicant, owner, takenOut } = packet.dossier
  const [book, blocks, isCodeUsed] = await Promise.all([
    bookOf(centre),
    numbersOfDevice(centre, device.id, receivedOn),
    packet.code === null ? false : codeIsUsed(centre, packet.code),
  ])
  const procedure = inForceOn(book.procedures.get(key) ?? [], receivedOn)
  const number = (owner ?? applicant).idNumber
  return {
    code: packet.code,
    receivedOn,
    basis: kept.basis ?? 'session',
    blocks,
    isCodeUsed,
    procedureVersion: packet.procedureVersion,
    versionInForce: isRefusal(procedure) ? null : procedure.version,
    openAlso: number === null ? [] : await openAlso(),
  }

  async function openAlso(): Promise<readonly string[]> {
    if (number === null) return []
    const [dossiers, filings] = await Promise.all([
      dossiersOfNumber(centre, number, { procedure: key, isOpen: true, size: 10 }),
      openFilingsOfNumber(centre, number, key),
    ])
    const others = dossiers.filter((one) => one.takenOut?.id !== takenOut.id)
    return [...others.map(({ code }) => code), ...filings]
  }
}

async function takenBefore(arrived: Arrived, code: string | null): Promise<TakenBefore> {
  const { packet, receivedAt } = arrived
  const { scans, unreadable } = scansOfPacket(arrived)
  const form = await formOfPacket(arrived.desk, packet.form, dayOf(fromMoment(receivedAt)).toString())
  let fee: BookedFee = { writing: null, task: null }
  return {
    code,
    lookupKey: packet.lookupKey,
    async prepare(writing, law) {
      fee = await bookedFee(arrived, writing, law)
    },
    async keep(inside, { id: dossier, dossier: { code: given, dueAtReceipt } }) {
      for (const scan of scans) await keepScanIn(inside.db, { ...scan, dossier })
      if (form) await keepFieldForm(inside, dossier, form.kept)
      // The till was closed meanwhile: looked at again, the fee is left for a person.
      if (fee.writing && !(await writeChangeIn(inside, fee.writing))) throw new LawChanged()
      const tasks: (PacketTask | null)[] = [
        fee.task,
        unreadable ? 'picture-unreadable' : null,
        form?.isFaulty || (packet.form && !form) ? 'form-faulty' : null,
      ]
      await keepTaken(inside, arrived, {
        code: given,
        due: dueAtReceipt,
        witness: packet.witness,
        feeDong: packet.fee?.taken ? packet.fee.dong : null,
        tasks: tasks.filter((one) => one !== null),
      })
    },
  }
}
