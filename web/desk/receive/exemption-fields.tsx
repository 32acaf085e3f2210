import type { SeenIntake } from '#work/intake/see-intake.ts'
import { type Fault, faultAt, SelectField, TextField } from '../../parts/field.tsx'
import type { Words } from '../../words/vi.ts'
import { first, type Typed } from '../form.ts'

interface ExemptionFieldsProps {
  readonly words: Words
  readonly seen: SeenIntake
  readonly typed: Typed
  readonly faults: readonly Fault[]
}

/** Who pays less or nothing, by which paper; where the procedure knows exemptions. */
export function ExemptionFields({ words, seen, typed, faults }: ExemptionFieldsProps) {
  const said = words.desk.receive
  if (seen.exemptions.length === 0) return null
  return (
    <div class="two">
      <SelectField
        name="exemption.rule"
        label={said.exemption}
        value={first(typed, 'exemption.rule')}
        fault={faultAt(faults, 'exemption.rule')}
        choices={[
          { value: '', label: words.desk.money.notExempt },
          ...seen.exemptions.map(({ key, name }) => ({ value: key, label: name, lang: 'vi' as const })),
        ]}
      />
      <TextField
        name="exemption.evidence"
        label={said.exemptionEvidence}
        hint={said.exemptionEvidenceHint}
        value={first(typed, 'exemption.evidence')}
        fault={faultAt(faults, 'exemption.evidence')}
        maxLength={300}
        autocomplete="off"
      />
    </div>
  )
}
