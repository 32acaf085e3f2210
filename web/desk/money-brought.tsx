import type { MoneyBrought } from '#work/field/money-brought.ts'
import { Button } from '../parts/button.tsx'
import { CheckBox } from '../parts/field.tsx'
import { PostForm } from '../parts/post-form.tsx'
import type { Words } from '../words/vi.ts'
import { dossierAddress } from './dossier/address.ts'

/** What officers took outside and count out to the cashier; one form an officer, as they come one by one. */
export function MoneyBroughtForms({
  words,
  brought,
}: {
  readonly words: Words
  readonly brought: readonly MoneyBrought[]
}) {
  const said = words.desk.money.brought
  if (brought.length === 0) return null
  return (
    <section class="cash-sheet" aria-labelledby="mang-ve">
      <h2 id="mang-ve">{said.title}</h2>
      <p class="hint">{said.lead}</p>
      {[...Map.groupBy(brought, ({ staff }) => staff).values()].map((ofOne) => (
        <OfOfficer key={ofOne[0]?.staff} words={words} brought={ofOne} />
      ))}
    </section>
  )
}

function OfOfficer({ words, brought }: { readonly words: Words; readonly brought: readonly MoneyBrought[] }) {
  const said = words.desk.money.brought
  const { money, moment, number } = words.format
  const [first] = brought
  const sum = brought.reduce((all, { takenDong }) => all + takenDong, 0)
  return (
    <PostForm words={words} action="/ban/quy" class="stacked">
      <input type="hidden" name="do" value="brought" />
      <h3>
        <span lang="vi">{first?.staffName}</span>: {said.sum(money(sum), number(brought.length))}
      </h3>
      <ul class="rows">
        {brought.map(({ packet, code, takenAt, takenDong, owedDong }) => (
          <li key={packet}>
            <CheckBox
              name="packet"
              id={`packet-${packet}`}
              value={packet}
              checked={owedDong === takenDong}
              label={
                <>
                  <span class="code">{code}</span> · {money(takenDong)} · {moment(takenAt)}
                </>
              }
            />
            {owedDong !== takenDong && (
              <p class="hint">
                {owedDong === null ? said.undetermined : said.differs(money(takenDong), money(owedDong))}{' '}
                <a class="ds-link" href={dossierAddress(code)}>
                  {said.open}
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
      <Button>{said.take}</Button>
    </PostForm>
  )
}
