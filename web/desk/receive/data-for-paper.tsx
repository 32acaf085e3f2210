import { type DataSource, DESPITE_REASONS, dutyFor, sourcesFor } from '#domain/procedure/data-for-paper.ts'
import { type Fault, faultAt, SelectField, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface Props {
  readonly words: Words
  readonly component: string
  readonly place: number
  readonly sources: readonly DataSource[]
  /** Today at the counter. */
  readonly on: string
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

/** What stands in for a paper: data of a source, or else words; and why the paper is asked for all the same. */
export function DataForPaper(props: Props) {
  const { words, component, place, sources, on, typed, faults } = props
  const said = words.desk.dataForPaper
  const at = (name: string) => `components.${place}.${name}`
  const value = (name: string) => first(typed, at(name))
  const field = (name: string) => ({ name: at(name), value: value(name), fault: faultAt(faults, at(name)) })
  const usable = sourcesFor(sources, component, on)
  if (usable.length === 0)
    return (
      <input
        class="ds-input"
        id={at('insteadOfPaper')}
        name={at('insteadOfPaper')}
        value={value('insteadOfPaper')}
        maxLength={300}
        autocomplete="off"
        aria-labelledby={`count-instead paper-${place}`}
      />
    )
  const hasDuty = dutyFor(sources, component, on) !== undefined
  const isTyped = value('fromData.source') !== '' || value('paperDespiteData.reason') !== ''
  return (
    <details class="ds-details" open={hasDuty || isTyped}>
      <summary aria-describedby={`paper-${place}`}>{hasDuty ? said.mustFetch : said.fetch}</summary>
      <DataFields words={words} field={field} sources={usable} hasDuty={hasDuty} on={on} />
    </details>
  )
}

interface FieldsProps {
  readonly words: Words
  field(name: string): {
    readonly name: string
    readonly value?: string | undefined
    readonly fault?: string | undefined
  }
  readonly sources: readonly { readonly key: string; readonly name: string }[]
  readonly hasDuty: boolean
  /** Today at the counter. */
  readonly on: string
}

/** Data of a source in place of a paper, or why the paper is taken all the same. */
export function DataFields({ words, field, sources, hasDuty, on }: FieldsProps) {
  const said = words.desk.dataForPaper
  return (
    <>
      <SelectField
        value={undefined}
        {...field('fromData.source')}
        label={said.source}
        choices={[
          { value: '', label: said.notFetched },
          ...sources.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
        ]}
      />
      <TextField
        {...field('fromData.purpose')}
        label={said.purpose}
        value={field('fromData.purpose').value || said.purposeUsual}
        maxLength={300}
      />
      <TextField {...field('fromData.reference')} label={said.reference} maxLength={120} />
      <TextField
        {...field('fromData.day')}
        label={said.day}
        type="date"
        value={field('fromData.day').value || on}
      />
      {hasDuty && (
        <>
          <SelectField
            value={undefined}
            {...field('paperDespiteData.reason')}
            label={said.despite}
            choices={[
              { value: '', label: said.notDespite },
              ...DESPITE_REASONS.map((reason) => ({ value: reason, label: said.reasons[reason] })),
            ]}
          />
          <TextField {...field('paperDespiteData.note')} label={said.despiteNote} maxLength={300} />
        </>
      )}
    </>
  )
}
