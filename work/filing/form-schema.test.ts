import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyTyped } from '#domain/procedure/any-answers.ts'
import { readAnswers } from '#domain/procedure/answers.ts'
import type { Form } from '#domain/procedure/form.ts'
import { formSchema } from '#domain/procedure/form-schema.ts'
import { readCentreFiles } from '../setup/read-centre-files.ts'

const { data } = await readCentreFiles('centres/dong-trieu')
if (!data) throw new Error('faulty files')
const { forms, places } = data
const FORMS = forms.map(
  ({ key, content }) => [key, { ...content, key, version: 1, from: '2018-01-01' }] as const,
)

/** Another's reading of JSON Schema 2020-12, as strict as it can be. */
const ajv = new Ajv2020({
  strict: true,
  strictTypes: false,
  strictRequired: false,
  formats: { date: true, 'date-time': true, email: true },
})

for (const own of ['x-check', 'x-form', 'x-if', 'x-title-en', 'x-version', 'x-when']) ajv.addKeyword(own)

test.each(FORMS)(
  'the JSON Schema of %s takes every answer the house takes, and nothing that lacks what is required',
  (_, form: Form) => {
    const isValid = ajv.compile(formSchema(form))
    let whole = 0
    fc.assert(
      fc.property(anyTyped(form.fields), (typed) => {
        const { answers, faults } = readAnswers(form.fields, { typed, today: '2019-03-05', places })
        // Rules between fields are words in a schema.
        if (faults.some(({ code }) => code !== 'rule-broken')) return
        whole += 1
        expect([isValid(answers), isValid.errors]).toEqual([true, null])
        const required = form.fields.find((one) => one.isRequired && !one.isOfficial && one.if === null)
        if (!required) return
        const { [required.name]: __, ...without } = answers
        expect(isValid(without)).toBe(false)
        expect(isValid({ ...answers, '@unknown': 1 })).toBe(false)
      }),
      { numRuns: 300 },
    )
    expect(whole).toBeGreaterThan(0)
  },
)
