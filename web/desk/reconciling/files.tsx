import type { ProviderKey } from '#domain/paying/provider-key.ts'
import type { SeenReconciliation } from '#work/paying/see-reconciliation.ts'
import { Button } from '../../parts/button.tsx'
import { faultAt, SelectField } from '../../parts/field.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PostForm } from '../../parts/post-form.tsx'
import type { Words } from '../../words/vi.ts'
import { first, NOTHING_TYPED } from '../form.ts'
import { RECONCILIATION } from './address.ts'
import type { ReconcilingAnswered } from './reconciliation.tsx'

interface FileFormProps {
  readonly words: Words
  readonly providers: readonly ProviderKey[]
  readonly notCompared: SeenReconciliation['notCompared']
  readonly answered: ReconcilingAnswered
}

/** A provider's list or the bank's statement is sent in. */
export function FileForm({ words, providers, notCompared, answered }: FileFormProps) {
  const said = words.desk.reconciling
  const { typed = NOTHING_TYPED, faults = [], refused } = answered
  const fault = faultAt(faults, 'file')
  return (
    <section id="tep">
      <h2>{said.file}</h2>
      {notCompared.length > 0 && (
        <Notice kind="warning" title={said.notCompared}>
          <ul>
            {notCompared.map(({ provider, on }) => (
              <li key={`${provider} ${on}`}>
                {said.fileOf(said.providers[provider], words.format.day(on), words.format.day(on))}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <PostForm
        words={words}
        action={RECONCILIATION}
        class="stacked narrow-form"
        enctype="multipart/form-data"
        refused={refused}
      >
        <p class="hint">{said.fileLead}</p>
        <input type="hidden" name="do" value="compare" />
        <SelectField
          name="provider"
          label={said.provider}
          value={first(typed, 'provider') || providers[0]}
          choices={providers.map((value) => ({ value, label: said.providers[value] }))}
        />
        <div class="ds-field">
          <label class="ds-label" data-weight="semibold" for="file">
            {said.chooseFile}
          </label>
          <input
            class="ds-input"
            id="file"
            type="file"
            name="file"
            accept=".csv,text/csv"
            {...(fault && { 'aria-describedby': 'file-fault', 'aria-invalid': true })}
          />
          {fault && (
            <p class="fault" id="file-fault">
              {fault}
            </p>
          )}
        </div>
        <Button kind="secondary">{said.compare}</Button>
      </PostForm>
    </section>
  )
}

/** What the files sent in last came to. */
export function Files({ words, files }: { words: Words; files: SeenReconciliation['files'] }) {
  const said = words.desk.reconciling
  const { money, day, moment } = words.format
  if (files.length === 0) return null
  return (
    <section>
      <h2>{said.files}</h2>
      <ul class="provider-files">
        {files.map(({ id, provider, from, to, by, at, content }) => {
          const { lines, dong, matched, unheard, missing, differing } = content
          const isClean = unheard.length + missing.length + differing.length === 0
          return (
            <li key={id}>
              <strong>{said.fileOf(said.providers[provider], day(from), day(to))}</strong>
              <small>{said.fileBy(by, moment(at))}</small>
              <p>
                {said.fileSum(lines, money(dong))}; {isClean ? said.allMatch : said.matched(matched)}
              </p>
              <ul>
                {unheard.length > 0 && <li>{said.unheard(unheard.length)}</li>}
                {missing.length > 0 && (
                  <li>
                    {said.missing(missing.length)}: {missing.map(({ transaction }) => transaction).join(', ')}
                  </li>
                )}
                {differing.length > 0 && (
                  <li>
                    {said.differing(differing.length)}:{' '}
                    {differing
                      .map((one) => said.differs(one.transaction, money(one.dong), money(one.found)))
                      .join('; ')}
                  </li>
                )}
              </ul>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
