import type { Party, ReturnWish } from '#domain/dossier/events.ts'
import { type Representation, isBorneOut } from '#domain/people/representation.ts'
import { addressText } from '#domain/procedure/address.ts'
import { type Answer, type Answers, isAddress, isGroup } from '#domain/procedure/answer.ts'
import type { Choice, FormField, KnownFact } from '#domain/procedure/form.ts'
import { byPost, type Procedure } from '#domain/procedure/procedure.ts'

/**
 * What is asked in every online filing besides its form: for whom it is, who files, how the result comes back, and leave
 * to use the data. The labels are codes; their words stand with the pages.
 */
export interface CommonForm {
  readonly before: readonly FormField[]
  readonly after: readonly FormField[]
}

interface Asking {
  readonly procedure: Pick<Procedure, 'isPostal' | 'postalOnly' | 'applicants' | 'key'>
  /** Those the account may file for. */
  readonly representations: readonly Representation[]
  /** Whether copies are asked for that the form does not count. */
  readonly asksCopies: boolean
}

const BARE = {
  english: null,
  help: null,
  helpEnglish: null,
  isRequired: true,
  isOfficial: false,
  when: null,
  if: null,
  rule: null,
  ruleEnglish: null,
  check: null,
  from: null,
} as const

const text = (
  name: string,
  label: string,
  {
    from = null,
    format = null,
    most = 200,
    ...more
  }: Partial<FormField> & {
    readonly from?: KnownFact | null
    readonly format?: 'name' | 'phone' | 'email' | 'code' | null
    readonly most?: number
    readonly pattern?: string
  } = {},
): FormField => ({
  ...BARE,
  ...more,
  name,
  label,
  from,
  type: 'text',
  format,
  minLength: null,
  maxLength: most,
  pattern: more.pattern ?? null,
})

const PHONE = { format: 'phone', pattern: '^0\\d{9,10}$', rule: 'phone' } as const
const NUMBER = {
  format: 'code',
  most: 20,
  rule: 'number',
  pattern: '^(?:\\d{9}|\\d{12}|[A-Z]\\d{7,8})$',
} as const
const TAX = { format: 'code', most: 20, rule: 'tax', pattern: '^\\d{10}(?:-?\\d{3})?$' } as const

/** Files for oneself, for somebody who lets one here, or for anybody else with a paper that allows it. */
export const FOR_SELF = 'self'
export const FOR_OTHER = 'other'

const choice = (value: string, label = value): Choice => ({ value, label, english: null })

export function commonForm({ procedure, representations, asksCopies }: Asking): CommonForm {
  const whom = [
    choice(FOR_SELF),
    ...representations.map(({ id, principal }) => choice(id, principal.name)),
    choice(FOR_OTHER),
  ]
  const isOther = { if: `forWhom = '${FOR_OTHER}'` }
  const ways = ['counter', ...(byPost(procedure, 'return') ? ['post'] : []), 'electronic']
  return {
    before: [
      { ...BARE, name: 'forWhom', label: 'forWhom', type: 'choice', choices: whom },
      {
        ...BARE,
        name: 'applicant',
        label: 'applicant',
        type: 'group',
        fields: [
          text('name', 'name', { from: 'name', format: 'name', most: 100 }),
          text('number', 'number', { from: 'number', ...NUMBER }),
          text('phone', 'phone', { from: 'phone', ...PHONE }),
          text('email', 'email', {
            from: 'email',
            format: 'email',
            isRequired: false,
            rule: 'email',
            pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$',
          }),
          { ...BARE, name: 'address', label: 'address', type: 'address', from: 'address' },
        ],
      },
      {
        ...BARE,
        ...isOther,
        name: 'owner',
        label: 'owner',
        type: 'group',
        fields: [
          {
            ...BARE,
            name: 'kind',
            label: 'kind',
            type: 'choice',
            choices: [choice('citizen'), choice('organisation')],
          },
          text('name', 'ownerName'),
          text('number', 'number', { ...NUMBER, isRequired: false, if: "kind = 'citizen'" }),
          text('taxCode', 'taxCode', { ...TAX, if: "kind = 'organisation'" }),
          text('phone', 'phone', { ...PHONE, isRequired: false }),
          text('address', 'ownerAddress', { most: 300, isRequired: false }),
        ],
      },
    ],
    after: [
      ...(asksCopies
        ? [{ ...BARE, name: 'copies', label: 'copies', type: 'integer', minimum: 1, maximum: 50 } as const]
        : []),
      {
        ...BARE,
        name: 'returnWay',
        label: 'returnWay',
        type: 'choice',
        choices: ways.map((one) => choice(one)),
      },
      { ...BARE, name: 'returnAddress', label: 'returnAddress', type: 'address', if: "returnWay = 'post'" },
      { ...BARE, name: 'consent', label: 'consent', type: 'agreement' },
    ],
  }
}

/** Who files and for whom, as answered. */
export interface FiledPeople {
  readonly applicant: Party
  readonly owner: Party
  readonly representation: Representation | null
  /** Nobody but the person who files says so. */
  readonly needsAuthority: boolean
}

export function peopleIn(before: Answers, representations: readonly Representation[]): FiledPeople {
  const applicant = partyIn(before['applicant'])
  const representation = representations.find(({ id }) => id === before['forWhom']) ?? null
  if (representation) {
    const { kind, name, number } = representation.principal
    const owner: Party = {
      kind: kind === 'organisation' ? 'organisation' : 'citizen',
      name,
      idNumber: number,
      phone: null,
      address: null,
    }
    return { applicant, owner, representation, needsAuthority: !isBorneOut(representation) }
  }
  if (before['forWhom'] !== FOR_OTHER)
    return { applicant, owner: applicant, representation, needsAuthority: false }
  return { applicant, owner: partyIn(before['owner']), representation, needsAuthority: true }
}

function partyIn(answer: Answer | undefined): Party {
  const given = isGroup(answer) ? answer : {}
  const said = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value : isAddress(value) ? addressText(value) : null
  }
  return {
    kind: given['kind'] === 'organisation' ? 'organisation' : 'citizen',
    name: said('name') ?? '',
    idNumber: said('number') ?? said('taxCode'),
    phone: said('phone'),
    address: said('address'),
  }
}

export function returnWishIn(after: Answers): ReturnWish {
  const way = after['returnWay']
  const address = after['returnAddress']
  return {
    way: way === 'post' || way === 'electronic' ? way : 'counter',
    address: isAddress(address) ? addressText(address) : null,
    ...(way === 'post' && isAddress(address) && { to: address }),
  }
}
