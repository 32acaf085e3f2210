import { REPORT_FORMS } from '#domain/statistics/report-forms.ts'
import { PERIOD_LENGTHS, PERIOD_RULES } from '#domain/statistics/reporting-periods.ts'
import type { ListChoices } from '#work/reading/see-list-choices.ts'
import { Button } from '../../parts/button.tsx'
import { SelectField, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { REPORTS, type ReportChosen } from './report-address.ts'

interface ReportFormProps {
  readonly words: Words
  readonly chosen: ReportChosen
  readonly choices: ListChoices
}

/** Which report: form, period, unit and field, as an address that can be kept. */
export function ReportForm({ words, chosen, choices }: ReportFormProps) {
  const said = words.desk.reports
  const all = { value: '', label: said.all }
  return (
    <form action={REPORTS} class="filter-form">
      <SelectField
        name="bieu"
        label={said.form}
        value={chosen.bieu}
        choices={REPORT_FORMS.map((value) => ({ value, label: said.forms[value] }))}
      />
      <SelectField
        name="cach"
        label={said.period}
        value={chosen.cach}
        choices={[
          ...PERIOD_RULES.map((value) => ({ value, label: said.rules[value] })),
          { value: 'tu-den', label: said.between },
        ]}
      />
      <SelectField
        name="ky"
        label={said.length}
        value={chosen.ky}
        choices={PERIOD_LENGTHS.map((value) => ({ value, label: said.lengths[value] }))}
      />
      <TextField name="so" label={said.number} type="number" value={chosen.so} />
      <TextField name="nam" label={said.year} type="number" value={chosen.nam} />
      <TextField name="tu" label={said.from} type="date" value={chosen.tu} hint={said.betweenHint} />
      <TextField name="den" label={said.to} type="date" value={chosen.den} />
      <SelectField
        name="don-vi"
        label={said.unit}
        value={chosen['don-vi']}
        choices={[
          all,
          ...choices.units.map(({ code, name }) => ({ value: code, label: name, lang: 'vi' as const })),
        ]}
      />
      <SelectField
        name="linh-vuc"
        label={said.field}
        value={chosen['linh-vuc']}
        choices={[all, ...choices.fields.map((name) => ({ value: name, label: name, lang: 'vi' as const }))]}
      />
      <Button>{said.show}</Button>
    </form>
  )
}
