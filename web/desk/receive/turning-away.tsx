import { isRefusal } from '#domain/outcome.ts'
import { ApplicantToTurnAway } from '#shapes/dossier-commands.ts'
import { seeIntake } from '#work/intake/see-intake.ts'
import { seeTurnedAway } from '#work/intake/see-turned-away.ts'
import { turnAway } from '#work/intake/turn-away.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { faultAt, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, readForm, refusalText, type Typed } from '../form.ts'
import { refusedPage } from '../refused-page.tsx'
import { SupplementItemFields } from '../supplement-item.tsx'
import { guidanceAddress, turnedAwayPdf } from '../printing/addresses.ts'
import { PdfLink } from '../printing/paper-links.tsx'
import { RECEIVE, TURN_AWAY } from './addresses.ts'
import type { Answered } from './receive-form.tsx'

export type TurningAway = ApplicantToTurnAway['kind']

/** Rows to write in; what is left empty was not asked for. */
const ROWS = 4

/** The slip to be made out, with the applicant as typed so far. Nothing is done by asking for it. */
export async function turnAwayForm(
  visit: DeskVisit,
  kind: TurningAway,
  { typed, faults = [], refused }: Answered,
): Promise<Page> {
  const { desk, words } = visit
  const seen = await seeIntake(desk, { procedure: first(typed, 'procedure') })
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.turningAway
  const at = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  const main = (
    <>
      <p class="hint">
        <Link href={`${RECEIVE}?thu-tuc=${seen.procedure.key}`}>{said.back}</Link>
      </p>
      <h1>{said[kind]}</h1>
      <p class="sub" lang="vi">
        {seen.procedure.name}
      </p>
      <p class="hint">{kind === 'supplement' ? said.supplementLead : said.refusalLead}</p>
      <PostForm words={words} action={TURN_AWAY} class="stacked" faults={faults} refused={refused}>
        <input type="hidden" name="id" value={first(typed, 'slip') || newCommandId()} />
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="procedure" value={seen.procedure.key} />
        <input
          type="hidden"
          name="placeOfReceipt"
          value={first(typed, 'placeOfReceipt') || (seen.places[0]?.code ?? '')}
        />
        <input type="hidden" name="applicant.kind" value={first(typed, 'applicant.kind') || 'citizen'} />
        <TextField {...at('applicant.name')} label={said.name} required />
        <div class="two">
          <TextField {...at('applicant.idNumber')} label={said.idNumber} maxLength={20} isCode />
          <TextField {...at('applicant.phone')} label={said.phone} inputmode="tel" maxLength={11} />
        </div>
        <TextField {...at('applicant.address')} label={said.address} maxLength={300} />
        {kind === 'supplement' ? <Items words={words} at={at} /> : <Refusal words={words} at={at} />}
        <Button keys="Alt+Enter">{said.write}</Button>
      </PostForm>
    </>
  )
  return { title: said[kind], main, status: 422 }
}

interface PartProps {
  readonly words: DeskVisit['words']
  readonly at: (name: string) => { name: string; value: string; fault: string | undefined }
}

function Items({ words, at }: PartProps) {
  const said = words.desk.turningAway
  return (
    <>
      {Array.from({ length: ROWS }, (_, place) => (
        <fieldset key={place} class="ds-fieldset stacked">
          <legend>{words.desk.dossier.supplementItem(place + 1)}</legend>
          <SupplementItemFields words={words} at={(name) => at(`items.${place}.${name}`)} />
        </fieldset>
      ))}
      <TextArea {...at('whyAgain')} label={said.whyAgain} hint={said.whyAgainHint} rows={2} />
    </>
  )
}

function Refusal({ words, at }: PartProps) {
  const said = words.desk.turningAway
  return (
    <>
      <TextArea {...at('reason')} label={said.reason} required />
      <TextField {...at('ground')} label={said.ground} maxLength={300} required />
      <TextArea {...at('instead')} label={said.instead} rows={2} required />
    </>
  )
}

/** Takes a slip that was made out; opened by itself it leads back to receiving. */
export const turnAwayPage: DeskPage = {
  path: TURN_AWAY,
  action: 'receive-dossier',
  get: () => Promise.resolve(seeOther(RECEIVE)),
  async post(visit, sent) {
    const kind = first(sent, 'kind') === 'refusal' ? 'refusal' : 'supplement'
    const typed: Typed = { ...sent, fields: { ...sent.fields, slip: [first(sent, 'id')] } }
    const { value, faults } = readForm(sent, ApplicantToTurnAway, visit.words)
    if (faults) return turnAwayForm(visit, kind, { typed, faults })
    const slip = await turnAway(visit.desk, value)
    if (!isRefusal(slip)) return seeOther(`${TURN_AWAY}/${slip.id}`)
    return {
      ...(await turnAwayForm(visit, kind, { typed, refused: refusalText(visit.words, slip) })),
      status: 409,
    }
  },
}

/** A slip as it was given out. */
export const turnedAwayPage: DeskPage = {
  path: `${TURN_AWAY}/:id`,
  action: 'receive-dossier',
  async get(visit) {
    const seen = await seeTurnedAway(visit.desk, visit.c.req.param('id') ?? '')
    if (isRefusal(seen)) return refusedPage(visit, seen)
    const { words } = visit
    const said = words.desk.turningAway
    const { slip, procedureName, placeName } = seen
    const main = (
      <>
        <h1>{said[slip.kind]}</h1>
        <Facts>
          <FactOf name={said.name}>
            <span lang="vi">{slip.applicant.name}</span>
          </FactOf>
          <FactOf name={said.procedure}>
            <span lang="vi">{procedureName}</span>
          </FactOf>
          <FactOf name={said.at}>{words.format.longMoment(slip.at)}</FactOf>
          <FactOf name={said.place}>
            <span lang="vi">{placeName}</span>
          </FactOf>
        </Facts>
        {slip.kind === 'supplement' ? (
          <>
            <h2>{said.items}</h2>
            <ol lang="vi">
              {slip.items.map(({ wrong, todo, ground }) => (
                <li key={`${wrong} ${todo}`}>
                  <p>{wrong}</p>
                  <p>
                    <strong>{todo}</strong>
                  </p>
                  <p class="hint">{ground}</p>
                </li>
              ))}
            </ol>
          </>
        ) : (
          <Facts>
            <FactOf name={said.reason}>
              <span lang="vi">{slip.reason}</span>
            </FactOf>
            <FactOf name={said.ground}>
              <span lang="vi">{slip.ground}</span>
            </FactOf>
            <FactOf name={said.instead}>
              <span lang="vi">{slip.instead}</span>
            </FactOf>
          </Facts>
        )}
        <p class="no-print">
          <PdfLink href={turnedAwayPdf(slip.id)}>{words.desk.printing.print}</PdfLink>
        </p>
        <p class="no-print">
          <PdfLink href={guidanceAddress(slip.procedure)}>
            {words.desk.printing.forms.phieu_huong_dan}
          </PdfLink>
        </p>
        <p class="no-print">
          <Link href={RECEIVE}>{said.back}</Link>
        </p>
      </>
    )
    return { title: said[slip.kind], main }
  },
}
