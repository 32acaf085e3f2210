import { AUTHORITY } from '#domain/filing/events.ts'
import type { FilingFile } from '#domain/filing/filing-file.ts'
import { isRefusal, type Refusal } from '#domain/outcome.ts'
import { FilingToAccept, FilingToAsk, FilingToRefuse } from '#shapes/filing-commands.ts'
import { acceptFiling } from '#work/filing/accept-filing.ts'
import type { AnswerLine } from '#work/filing/answer-lines.ts'
import { askFiling, refuseFiling } from '#work/filing/answer-applicant.ts'
import { filingSlip } from '#work/filing/give-filing-slip.ts'
import { filingForOfficer, type SeenFiling, seeFiling, seeFilingFile } from '#work/filing/see-filing.ts'
import type { Page } from '../../page.tsx'
import { Button } from '../../parts/button.tsx'
import { FactOf, Facts } from '../../parts/facts.tsx'
import { type Fault, faultAt, SelectField, TextArea, TextField } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import { paperInWords } from '../../filing/filing-page.tsx'
import { UnitNow } from '../../parts/unit-now.tsx'
import { answerInWords, labelOf } from '../../parts/said-of-fields.ts'
import type { Words } from '../../words/vi.ts'
import { dossierAddress } from '../dossier/address.ts'
import { type DeskPage, type DeskVisit, seeOther } from '../desk-page.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../form.ts'
import { pdfOr } from '../printing/pdf.ts'
import { refusedPage } from '../refused-page.tsx'
import { contentAddress } from '../scans/addresses.ts'
import { SaidLines } from '../telling/said-lines.tsx'
import { checkedFiling, FILINGS } from './addresses.ts'
import { HandedInFile } from './handed-in-file.tsx'

const PATH = `${FILINGS}/:id` as const
const idOf = ({ c }: DeskVisit) => c.req.param('id') ?? ''

/** One filing on one screen: checked field by field and paper by paper, then accepted, asked about or refused. */
export const filingPage: DeskPage = {
  path: PATH,
  action: 'see-filings',
  get: (visit) => shown(visit, NOTHING_TYPED, {}),
  async post(visit, typed) {
    const act = first(typed, 'lam')
    if (act === 'nhan') return accept(visit, typed)
    if (act === 'hoi') return ask(visit, typed)
    if (act === 'tu-choi') return turnDown(visit, typed)
    return seeOther(checkedFiling(idOf(visit)))
  },
}

/** The slip of what was asked for or why it was refused. */
export const filingSlipPage: DeskPage = {
  path: `${PATH}/phieu`,
  action: 'see-filings',
  async get(visit) {
    const held = await filingForOfficer(visit.desk, idOf(visit), 'see-filing')
    if (isRefusal(held)) return refusedPage(visit, held)
    return pdfOr(visit, await filingSlip(visit.desk, held, visit.publicUrl), 'phieu')
  },
}

/** A file as the safe type it was sniffed to be; it may do nothing in the browser. */
export const filingFilePage: DeskPage = {
  path: `${PATH}/tep/:file`,
  action: 'see-filings',
  async get(visit) {
    const found = await seeFilingFile(visit.desk, idOf(visit), visit.c.req.param('file') ?? '')
    if (isRefusal(found)) return refusedPage(visit, found)
    const { name, mediaType, bytes } = found
    return new Response(new Uint8Array(bytes), {
      headers: {
        'Content-Type': mediaType,
        'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
        'Cache-Control': 'private, no-store',
        'Content-Security-Policy':
          "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
      },
    })
  },
}

const marked = ({ fields }: Typed) =>
  Object.entries(fields).flatMap(([name, [text = '']]) =>
    name.startsWith('sai.') && text.trim() !== '' ? [{ at: name.slice(4), wrong: text }] : [],
  )

async function accept(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { words, desk } = visit
  if (marked(typed).length > 0)
    return {
      ...(await shown(visit, typed, {
        refused: refusalText(words, { refused: 'marked-as-wrong', facts: {} }),
      })),
      status: 409,
    }
  const given = only(typed, (name) => ['id', 'version', 'placeOfReceipt'].includes(name))
  const data = Object.fromEntries(
    Object.keys(typed.fields).flatMap((name) => {
      if (!name.startsWith('ref.')) return []
      const component = name.slice(4)
      const reference = first(typed, name).trim()
      return reference === '' ? [] : [[component, { source: first(typed, `nguon.${component}`), reference }]]
    }),
  )
  const { value, faults } = readForm(given, FilingToAccept, words)
  if (faults) return shown(visit, typed, { faults })
  const outcome = await acceptFiling(desk, idOf(visit), { ...value, data })
  if (isRefusal(outcome)) return refused(visit, typed, outcome)
  return seeOther(`/ban/tiep-nhan/xong/${outcome.code}`)
}

async function ask(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const { words, desk } = visit
  const [todo, ground, general] = ['todo', 'ground', 'chung'].map((name) => first(typed, name).trim())
  const marks = [...marked(typed), ...(general ? [{ at: '', wrong: general }] : [])]
  if (marks.length === 0)
    return shown(visit, typed, { faults: [{ field: 'chung', text: words.desk.filings.nothingMarked }] })
  const read = FilingToAsk.safeParse({
    id: first(typed, 'id'),
    version: Number(first(typed, 'version')),
    whyAgain: first(typed, 'whyAgain').trim() || null,
    items: marks.map(({ at, wrong }) => ({
      field: at.startsWith('f.') ? at.slice(2) : null,
      component: at.startsWith('p.') ? at.slice(2) : null,
      wrong,
      todo,
      ground,
    })),
  })
  if (!read.success) {
    const missing = ['todo', 'ground'].filter((name) => first(typed, name).trim() === '')
    const faults = missing.map((field) => ({ field, text: words.fieldFaults.missing() }))
    return shown(visit, typed, { faults })
  }
  const outcome = await askFiling(desk, idOf(visit), read.data)
  return isRefusal(outcome) ? refused(visit, typed, outcome) : seeOther(FILINGS)
}

async function turnDown(visit: DeskVisit, typed: Typed): Promise<Page | Response> {
  const given = only(typed, (name) => ['id', 'version', 'reason', 'instead', 'refuseGround'].includes(name))
  const { refuseGround = [], ...fields } = given.fields
  const { value, faults } = readForm(
    { ...given, fields: { ...fields, ground: refuseGround } },
    FilingToRefuse,
    visit.words,
  )
  if (faults) {
    const own = faults.map((one) => (one.field === 'ground' ? { ...one, field: 'refuseGround' } : one))
    return shown(visit, typed, { faults: own })
  }
  const outcome = await refuseFiling(visit.desk, idOf(visit), value)
  return isRefusal(outcome) ? refused(visit, typed, outcome) : seeOther(FILINGS)
}

function only(typed: Typed, isWanted: (name: string) => boolean): Typed {
  return {
    ...typed,
    fields: Object.fromEntries(Object.entries(typed.fields).filter(([name]) => isWanted(name))),
  }
}

async function refused(visit: DeskVisit, typed: Typed, refusal: Refusal): Promise<Page> {
  return { ...(await shown(visit, typed, { refused: refusalText(visit.words, refusal) })), status: 409 }
}

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

async function shown(visit: DeskVisit, typed: Typed, { faults = [], refused: why }: Answer): Promise<Page> {
  const { words, desk } = visit
  const seen = await seeFiling(desk, idOf(visit))
  if (isRefusal(seen)) return refusedPage(visit, seen)
  const said = words.desk.filings
  const title = said.oneTitle(seen.filing.code)
  const main = (
    <>
      <p class="hint">
        <Link href={FILINGS}>{said.toList}</Link>
      </p>
      <h1>{title}</h1>
      <p class="sub" lang="vi">
        {seen.procedureName}
        {seen.caseName && `: ${seen.caseName}`}
      </p>
      <Head words={words} seen={seen} />
      {!seen.may.refuse && <Closed words={words} seen={seen} />}
      <PostForm words={words} class="stacked filing-check" faults={faults} refused={why}>
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <input type="hidden" name="version" value={seen.filing.version} />
        <h2>{said.answers}</h2>
        <p class="hint" lang="vi">
          {said.form(seen.form.title, String(seen.form.version))}
        </p>
        <Answers words={words} seen={seen} typed={typed} />
        <h2>{said.papers}</h2>
        <PapersFiled words={words} seen={seen} typed={typed} faults={faults} />
        {seen.may.accept && <Accepting words={words} seen={seen} typed={typed} />}
        {seen.may.ask && <Asking words={words} seen={seen} typed={typed} faults={faults} />}
        {seen.may.refuse && <TurningDown words={words} typed={typed} faults={faults} />}
      </PostForm>
      <SaidLines words={words} lines={seen.told} />
      <History words={words} seen={seen} />
    </>
  )
  return { title, main, status: faults.length > 0 ? 422 : 200 }
}

interface PartProps {
  readonly words: Words
  readonly seen: SeenFiling
}

interface TypedProps extends PartProps {
  readonly typed: Typed
}

function Head({ words, seen }: PartProps) {
  const said = words.desk.filings
  const { filing, minutesLeft, helperName, paidDong, remindedAt } = seen
  const { applicant, owner } = filing
  return (
    <Facts>
      <FactOf name={said.stage}>{words.filing.stages[filing.stage]}</FactOf>
      {filing.acceptBy !== null && (
        <FactOf name={said.acceptBy}>
          {words.format.longMoment(filing.acceptBy)}
          {minutesLeft !== null && <small>{words.timeLeft(minutesLeft)}</small>}
        </FactOf>
      )}
      {remindedAt[0] !== undefined && (
        <FactOf name={said.reminded}>{words.format.moment(remindedAt[0])}</FactOf>
      )}
      <FactOf name={said.submittedAt}>{words.format.longMoment(filing.submittedAt)}</FactOf>
      <FactOf name={said.applicant}>
        <span lang="vi">{applicant.name}</span>
        {helperName !== null && (
          <small>
            {said.helped}: <span lang="vi">{helperName}</span>
          </small>
        )}
      </FactOf>
      <FactOf name={said.number}>{applicant.idNumber}</FactOf>
      <FactOf name={said.phone}>{applicant.phone}</FactOf>
      <FactOf name={said.address}>
        <span lang="vi">{applicant.address}</span>
      </FactOf>
      {owner.name !== applicant.name && (
        <FactOf name={said.owner}>
          <span lang="vi">{[owner.name, owner.idNumber].filter(Boolean).join(', ')}</span>
        </FactOf>
      )}
      <FactOf name={said.wish}>
        {words.returnWays[filing.returnWish.way]}
        {filing.returnWish.address && <small lang="vi">{filing.returnWish.address}</small>}
      </FactOf>
      <FactOf name={said.copies}>{words.format.number(filing.copiesWanted)}</FactOf>
      {paidDong > 0 && (
        <FactOf name={words.paying.paidAhead}>
          {words.format.money(paidDong)}
          <small>{words.paying.paidAheadHint}</small>
        </FactOf>
      )}
    </Facts>
  )
}

function Closed({ words, seen }: PartProps) {
  const said = words.desk.filings
  return (
    <Notice kind="info">
      <p>{said.closed}</p>
      {seen.filing.stage === 'accepted' && (
        <p>
          <Link href={dossierAddress(seen.filing.code)}>{said.toDossier}</Link>
        </p>
      )}
    </Notice>
  )
}

/** Field by field, each with room for what is wrong. */
function Answers({ words, seen, typed }: TypedProps) {
  return (
    <ul class="check-lines">
      {seen.lines.map((line, place) => {
        const before = seen.lines[place - 1]
        const heading = headingOf(words, line) || seen.form.title
        return (
          <li key={line.name}>
            {(!before || (headingOf(words, before) || seen.form.title) !== heading) && <h3>{heading}</h3>}
            <div class="check-line">
              <p>
                <span class="hint">{labelOf(words, line.field).text}</span>
                <strong lang="vi">{answerInWords(words, line.field, line.answer)}</strong>
                <UnitNow words={words} now={seen.addressesNow.get(line.name)} />
                {line.before !== null && (
                  <small>
                    {words.desk.filings.changedFrom(answerInWords(words, line.field, line.before))}
                  </small>
                )}
              </p>
              {seen.may.ask && (
                <Mark
                  words={words}
                  name={`sai.f.${line.name}`}
                  what={labelOf(words, line.field).text}
                  typed={typed}
                />
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function headingOf(words: Words, { within }: AnswerLine): string {
  return within
    .map(({ field, row }) => {
      const { text } = labelOf(words, field)
      return row === null ? text : `${text}: ${words.filing.row(row + 1)}`
    })
    .join(' – ')
}

interface MarkProps {
  readonly words: Words
  readonly name: string
  readonly what: string
  readonly typed: Typed
}

/** Unfolded by one key; what is written is asked for. */
function Mark({ words, name, what, typed }: MarkProps) {
  const value = first(typed, name)
  return (
    <details class="mark" open={value !== ''}>
      <summary>
        {words.desk.filings.mark}
        <span class="ds-sr-only">: {what}</span>
      </summary>
      <input
        class="ds-input"
        name={name}
        id={name}
        value={value}
        maxLength={1000}
        aria-label={words.desk.filings.markFor(what)}
      />
    </details>
  )
}

function PapersFiled({ words, seen, typed, faults }: TypedProps & { readonly faults: readonly Fault[] }) {
  const said = words.desk.filings
  const { papers } = seen.filing.content
  if (papers.length === 0) return <p>{said.noPapers}</p>
  return (
    <ul class="check-lines">
      {papers.map((paper) => {
        const { component, way, files, held } = paper
        const name =
          component === AUTHORITY ? words.filing.authority : (seen.paperNames.get(component) ?? component)
        return (
          <li key={component} class="check-line">
            <div>
              <p>
                <strong lang="vi">{name}</strong>
              </p>
              {way === 'file' ? (
                <ul lang="vi">
                  {files.map((file) => (
                    <li key={file.id}>
                      <FileFiled words={words} seen={seen} file={file} />
                    </li>
                  ))}
                </ul>
              ) : (
                <p>
                  {held ? (
                    <a
                      class="ds-link"
                      href={contentAddress(held.code, held.scan)}
                      target="_blank"
                      rel="noopener"
                    >
                      {paperInWords(words, paper)}
                    </a>
                  ) : (
                    paperInWords(words, paper)
                  )}
                </p>
              )}
              {way === 'data' && seen.may.accept && (
                <LookedUp words={words} seen={seen} typed={typed} component={component} faults={faults} />
              )}
            </div>
            {seen.may.ask && <Mark words={words} name={`sai.p.${component}`} what={name} typed={typed} />}
          </li>
        )
      })}
    </ul>
  )
}

/** A file and how it is opened; what is hard to read on it is said beside it. */
function FileFiled({ words, seen, file }: PartProps & { readonly file: FilingFile }) {
  const { pageFault, faults } = words.desk.digitising
  return (
    <HandedInFile words={words} name={file.name} state={seen.fileStates.get(file.id)}>
      {seen.filing.stage === 'accepted' ? (
        file.name
      ) : (
        <a class="ds-link" href={`${checkedFiling(seen.id)}/tep/${file.id}`} target="_blank" rel="noopener">
          {file.name}
        </a>
      )}
      {seen.findings
        .get(file.id)
        ?.map((one) =>
          'page' in one ? (
            <small key={`${one.page} ${one.fault}`}> {pageFault(one.page, faults[one.fault])}</small>
          ) : null,
        )}
    </HandedInFile>
  )
}

interface LookedUpProps extends TypedProps {
  readonly component: string
  readonly faults: readonly Fault[]
}

/** In which source the data were looked up, and under which reference. */
function LookedUp({ words, seen, typed, component, faults }: LookedUpProps) {
  const sources = seen.sources.get(component) ?? []
  const [only, ...more] = sources
  return (
    <div class="two">
      {only && more.length === 0 ? (
        <input type="hidden" name={`nguon.${component}`} value={only.key} />
      ) : (
        <SelectField
          name={`nguon.${component}`}
          label={words.desk.filings.source}
          value={first(typed, `nguon.${component}`)}
          choices={sources.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' }))}
        />
      )}
      <TextField
        name={`ref.${component}`}
        label={words.desk.filings.lookUp(only?.name ?? '')}
        value={first(typed, `ref.${component}`)}
        fault={faultAt(faults, `ref.${component}`)}
        maxLength={120}
      />
    </div>
  )
}

function Accepting({ words, seen, typed }: TypedProps) {
  const said = words.desk.filings
  const [only, ...more] = seen.places
  return (
    <div class="actions">
      {only && more.length === 0 ? (
        <input type="hidden" name="placeOfReceipt" value={only.code} />
      ) : (
        <SelectField
          name="placeOfReceipt"
          label={said.place}
          value={first(typed, 'placeOfReceipt')}
          choices={seen.places.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' }))}
        />
      )}
      <Button name="lam" value="nhan" keys="Alt+Enter">
        {said.accept}
      </Button>
    </div>
  )
}

interface FormProps {
  readonly words: Words
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

function Asking({ words, seen, typed, faults }: FormProps & PartProps) {
  const said = words.desk.filings
  const at = (name: string, usual = '') => {
    return { name, value: first(typed, name) || usual, fault: faultAt(faults, name) }
  }
  return (
    <details open={faults.some(({ field }) => ['chung', 'todo', 'ground'].includes(field))}>
      <summary>{said.askTitle}</summary>
      <div class="stacked">
        <p class="hint">{said.askLead}</p>
        <TextArea {...at('chung')} label={said.generalWrong} rows={2} maxLength={1000} />
        <TextArea {...at('todo', said.todoUsual)} label={said.todo} rows={2} maxLength={1000} />
        <TextField {...at('ground', seen.ground)} label={said.ground} maxLength={300} />
        {seen.filing.timesAsked > 0 && (
          <TextArea {...at('whyAgain')} label={said.whyAgain} rows={2} maxLength={1000} />
        )}
        <Button kind="secondary" name="lam" value="hoi">
          {said.ask}
        </Button>
      </div>
    </details>
  )
}

function TurningDown({ words, typed, faults }: FormProps) {
  const said = words.desk.filings
  const at = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  return (
    <details open={faults.some(({ field }) => ['reason', 'refuseGround', 'instead'].includes(field))}>
      <summary>{said.refuseTitle}</summary>
      <div class="stacked">
        <p class="hint">{said.refuseLead}</p>
        <TextArea {...at('reason')} label={said.reason} />
        <TextField {...at('refuseGround')} label={said.ground} maxLength={300} />
        <TextArea {...at('instead')} label={said.instead} rows={2} maxLength={1000} />
        <Button kind="secondary" name="lam" value="tu-choi" isDanger>
          {said.refuse}
        </Button>
      </div>
    </details>
  )
}

function History({ words, seen }: PartProps) {
  const said = words.desk.filings
  const hasSlip = seen.history.some(({ type }) => type === 'FilingAsked' || type === 'FilingRefused')
  return (
    <section>
      <h2>{said.history}</h2>
      <ol>
        {seen.history.map(({ type, at, by }) => (
          <li key={at}>
            {words.format.moment(at)}: {said.events[type]}, <span lang="vi">{by ?? said.byCitizen}</span>
          </li>
        ))}
      </ol>
      {hasSlip && (
        <p>
          <a class="ds-link" href={`${checkedFiling(seen.id)}/phieu`}>
            {said.slip}
          </a>
        </p>
      )}
    </section>
  )
}
