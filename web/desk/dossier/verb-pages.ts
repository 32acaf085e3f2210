import { z } from 'zod'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { CallToRecord } from '#shapes/call-to-record.ts'
import { NoticeToSendAgain } from '#shapes/notice-to-send-again.ts'
import { NoteToWrite } from '#shapes/note-to-write.ts'
import { beSeen, leave } from '#work/noting/viewers.ts'
import { writeNote } from '#work/noting/write-note.ts'
import { recordCall } from '#work/returning/record-call.ts'
import { tellAgain } from '#work/telling/tell-again.ts'
import type { Page } from '../../page.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, readForm, refusalText, type Typed } from '../form.ts'
import { codeOf, DOSSIER, dossierAddress } from './address.ts'
import type { Answered } from './answered.ts'
import { CALL_AT } from './calls.tsx'
import { doneAddress } from './dossier-done.tsx'
import { showDossier } from './dossier-page.tsx'
import { NOTE_AT } from './notes.tsx'
import { TOLD_AT } from './told.tsx'
import { PRESENCE_AT, viewersInWords } from './presence.tsx'
import { named, PAGE_COMMANDS, type PageCommand, VERBS } from './verbs.ts'

/** The addresses the forms of a dossier are sent to. Opened by themselves they lead back to it. */
const back = (visit: DeskVisit) => Promise.resolve(seeOther(dossierAddress(codeOf(visit))))

const commandPages = PAGE_COMMANDS.map((command): DeskPage => ({
  path: `${DOSSIER}/${VERBS[command].at}`,
  action: VERBS[command].action,
  get: back,
  post: (visit, typed) => carryOut(visit, command, typed),
}))

async function carryOut(visit: DeskVisit, command: PageCommand, typed: Typed): Promise<Page | Response> {
  const { desk, words } = visit
  const code = codeOf(visit)
  const { leaves, submit } = VERBS[command]
  const { faults, ...submitted } = await submit(desk, code, typed, words)
  if (faults) return showDossier(visit, { form: command, typed, faults }, 422)
  if (!('outcome' in submitted)) throw new Error(`${command} came to nothing`)
  const { outcome } = submitted
  if (isRefusal(outcome)) return showDossier(visit, refusedForm(visit, command, typed, outcome), 409)
  return seeOther(leaves ? doneAddress(command, code) : dossierAddress(code))
}

function refusedForm({ words }: DeskVisit, form: Answered['form'], typed: Typed, refusal: Refusal): Answered {
  return refusal.refused === 'changed-meanwhile'
    ? { form, typed, madeOn: Number(first(typed, 'version')) }
    : { form, typed, refused: refusalText(words, refusal) }
}

const notePage: DeskPage = {
  path: `${DOSSIER}/${NOTE_AT}`,
  action: 'write-note',
  get: back,
  async post(visit, typed) {
    const code = codeOf(visit)
    const { value, faults } = readForm(typed, NoteToWrite, visit.words)
    if (faults)
      return showDossier(visit, { form: 'note', typed, faults: named(faults, typed, visit.words) }, 422)
    const written = await writeNote(visit.desk, code, value)
    return isRefusal(written)
      ? showDossier(visit, refusedForm(visit, 'note', typed, written), 409)
      : seeOther(`${dossierAddress(code)}#${NOTE_AT}`)
  },
}

const callPage: DeskPage = {
  path: `${DOSSIER}/${CALL_AT}`,
  action: 'record-call',
  get: back,
  async post(visit, typed) {
    const code = codeOf(visit)
    const { value, faults } = readForm(typed, z.object({ call: CallToRecord }), visit.words)
    if (faults) return showDossier(visit, { form: 'call', typed, faults }, 422)
    const recorded = await recordCall(visit.desk, code, value.call)
    return isRefusal(recorded)
      ? showDossier(visit, refusedForm(visit, 'call', typed, recorded), 409)
      : seeOther(`${dossierAddress(code)}#${CALL_AT}`)
  },
}

const tellPage: DeskPage = {
  path: `${DOSSIER}/${TOLD_AT}`,
  action: 'act-for-lists',
  get: back,
  async post(visit, typed) {
    const code = codeOf(visit)
    const { value, faults } = readForm(typed, NoticeToSendAgain, visit.words)
    if (faults) return showDossier(visit, { form: 'tell', typed, faults }, 422)
    const told = await tellAgain(visit.desk, code, value)
    return isRefusal(told)
      ? showDossier(visit, refusedForm(visit, 'tell', typed, told), 409)
      : seeOther(`${dossierAddress(code)}#${TOLD_AT}`)
  },
}

/** The open page says that it is still open, or that it is being left; it hears who else has the dossier open. */
const presencePage: DeskPage = {
  path: `${DOSSIER}/${PRESENCE_AT}`,
  action: 'see-dossier',
  get: back,
  async post(visit, typed) {
    const { desk, words } = visit
    const isLeaving = first(typed, 'roi') === '1'
    const heard = await (isLeaving ? leave(desk, codeOf(visit)) : beSeen(desk, codeOf(visit)))
    if (isRefusal(heard)) return new Response(null, { status: 403 })
    return Response.json(heard === true ? [] : viewersInWords(words, heard))
  },
}

export const DOSSIER_FORM_PAGES: readonly DeskPage[] = [
  ...commandPages,
  notePage,
  callPage,
  tellPage,
  presencePage,
]
