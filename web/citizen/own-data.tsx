import { makeZip } from 'client-zip'
import { dayOf } from '#domain/calendar/moment.ts'
import { isRefusal } from '#domain/outcome.ts'
import { CorrectionToAsk } from '#shapes/own.ts'
import { newId } from '#work/chance.ts'
import { askCorrection } from '#work/own/ask-correction.ts'
import { type DataFile, exportOwnData, seeExports } from '#work/own/own-data.ts'
import { seeOwnDossiers } from '#work/reading/follow-own.ts'
import { MOST_SCAN_BYTES } from '#work/scanning/readable-files.ts'
import { seeOther } from '../desk/desk-page.ts'
import { first, newCommandId, NOTHING_TYPED, readForm, refusalText, type Typed } from '../desk/form.ts'
import type { Page } from '../page.tsx'
import { Button } from '../parts/button.tsx'
import { type Fault, faultAt, FileField, SelectField, TextArea } from '../parts/field.tsx'
import { Link } from '../parts/link.tsx'
import { PostForm } from '../parts/post-form.tsx'
import { LOOK_UP } from '../portal/key-cookie.tsx'
import { CORRECT_DATA, MINE, OWN_DATA, OWN_PAPERS, ownFeedbackAddress, WHO_LOOKED } from './addresses.ts'
import type { CitizenPage, CitizenVisit } from './citizen-page.ts'

interface Answer {
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** What is held of the person, and the way to take it along or to have it put right. */
export const ownDataPage: CitizenPage = {
  path: OWN_DATA,
  action: 'keep-account',
  get: (visit) => shown(visit),
  async post(visit) {
    const { desk, words, publicUrl } = visit
    const site = new URL(LOOK_UP, publicUrl).href
    const files = await exportOwnData(desk, { id: newId(), site })
    if (isRefusal(files)) return shown(visit, refusalText(words, files))
    return new Response(makeZip(zipped(files)), {
      headers: {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="du-lieu-cua-toi-${dayOf(desk.now).toString()}.zip"`,
        'Cache-Control': 'private, no-store',
      },
    })
  },
}

async function* zipped(files: AsyncGenerator<DataFile>) {
  for await (const { name, content, at } of files)
    yield {
      name,
      lastModified: at.epochMilliseconds,
      input: typeof content === 'string' ? content : new Uint8Array(content),
    }
}

async function shown(visit: CitizenVisit, refused?: string): Promise<Page> {
  const { desk, words } = visit
  const said = words.own.data
  const before = await seeExports(desk)
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <p class="onward">
        <Link href={OWN_PAPERS}>{words.own.papers.title}</Link>
        <Link href={WHO_LOOKED}>{words.own.looked.title}</Link>
      </p>
      <h2>{said.exportTitle}</h2>
      <p>{said.exportLead}</p>
      <div data-turbo="false">
        <PostForm words={words} class="stacked" refused={refused}>
          <Button>{said.exportNow}</Button>
        </PostForm>
      </div>
      {before.length > 0 && (
        <>
          <h3>{said.earlier}</h3>
          <ul>
            {before.map(({ id, at, isWhole, files }) => (
              <li key={id}>
                {isWhole
                  ? said.earlierOne(words.format.moment(at), words.format.number(files))
                  : said.brokenOff(words.format.moment(at))}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{said.correctTitle}</h2>
      <p>{said.correctLead}</p>
      <p>
        <a class="ds-button" data-variant="secondary" href={CORRECT_DATA}>
          {said.correct}
        </a>
      </p>
      <p class="onward">
        <Link href={MINE}>{words.citizens.mineTitle}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: refused ? 409 : 200 }
}

/** In place of a dossier: the data stand in the account. */
const ACCOUNT = ''
const MOST_DOSSIERS = 20

/** Which data are wrong and what is right. */
export const correctDataPage: CitizenPage = {
  path: CORRECT_DATA,
  action: 'say-opinion',
  mostBytes: MOST_SCAN_BYTES + 64 * 1024,
  get: (visit) => asking(visit, NOTHING_TYPED),
  async post(visit, typed) {
    const { desk, words } = visit
    const { value, faults } = readForm(typed, CorrectionToAsk, words)
    if (faults) return asking(visit, typed, { faults: inOwnWords(visit, faults) })
    const [sent] = typed.files
    const isFile = sent && sent.file.size > 0
    const file = isFile
      ? { name: sent.file.name, bytes: new Uint8Array(await sent.file.arrayBuffer()) }
      : null
    const code = await askCorrection(desk, value, file)
    if (isRefusal(code)) return asking(visit, typed, { refused: refusalText(words, code) })
    return seeOther(ownFeedbackAddress(code))
  },
}

/** Which of the two is missing is said by its name. */
function inOwnWords({ words }: CitizenVisit, faults: readonly Fault[]): Fault[] {
  const { wrong, right } = words.own.correction
  const names: { readonly [field: string]: string } = { wrong, right }
  return faults.map(({ field, text }) => ({ field, text: names[field] ? `${names[field]} ${text}` : text }))
}

async function asking(visit: CitizenVisit, typed: Typed, answer: Answer = {}): Promise<Page> {
  const { desk, words, url } = visit
  const said = words.own.correction
  const { faults = [], refused } = answer
  const list = await seeOwnDossiers(desk, { after: null, size: MOST_DOSSIERS })
  const lines = isRefusal(list) ? [] : list.lines
  const field = (name: string) => ({ name, value: first(typed, name), fault: faultAt(faults, name) })
  const main = (
    <div class="wrap page narrow">
      <h1>{said.title}</h1>
      <p>{said.lead}</p>
      <PostForm words={words} class="stacked" enctype="multipart/form-data" faults={faults} refused={refused}>
        <input type="hidden" name="id" value={first(typed, 'id') || newCommandId()} />
        <SelectField
          {...field('dossier')}
          value={first(typed, 'dossier') || (url.searchParams.get('ma') ?? ACCOUNT)}
          label={said.about}
          choices={[
            { value: ACCOUNT, label: said.account },
            ...lines.map(({ code, procedureName }) => {
              return { value: code, label: `${code}: ${procedureName}`, lang: 'vi' as const }
            }),
          ]}
        />
        <TextArea {...field('wrong')} label={said.wrong} rows={3} maxLength={1500} required />
        <TextArea {...field('right')} label={said.right} rows={3} maxLength={1500} required />
        <FileField
          name="file"
          label={said.file}
          hint={words.feedback.fileHint}
          accept="application/pdf,image/jpeg,image/png"
        />
        <Button>{said.send}</Button>
      </PostForm>
      <p class="onward">
        <Link href={OWN_DATA}>{words.own.data.title}</Link>
      </p>
    </div>
  )
  return { title: said.title, main, status: faults.length > 0 ? 422 : refused ? 409 : 200 }
}
