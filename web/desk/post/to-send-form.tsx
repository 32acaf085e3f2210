import type { SeenPost, ToSend } from '#work/post/see-post.ts'
import { Button } from '../../parts/button.tsx'
import { CheckBox } from '../../parts/field.tsx'
import { Link } from '../../parts/link.tsx'
import type { Words } from '../../words/vi.ts'
import { dossierAddress } from '../dossier/address.ts'
import { orderingAddress, POST } from './addresses.ts'

interface FormProps {
  readonly words: Words
  readonly seen: SeenPost
  readonly id: string
}

/** Results that are to go by post: ticked and ordered at once; one without a whole address is completed first. */
export function ToSendForm({ words, seen: { toSend, mayHandle }, id }: FormProps) {
  const said = words.post
  const complete = toSend.filter(({ isComplete }) => isComplete)
  return (
    <form method="post" action={POST}>
      <h2>{said.results}</h2>
      <p class="hint">{said.resultsHint}</p>
      <input type="hidden" name="id" value={id} />
      <div class="scrolled">
        <table class="ds-table found-rows">
          <caption class="ds-sr-only">{said.results}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="ds-sr-only">{said.order}</span>
              </th>
              <th scope="col">{said.dossier}</th>
              <th scope="col">{said.person}</th>
            </tr>
          </thead>
          <tbody>
            {toSend.map((line) => (
              <tr key={line.code} data-row>
                <td>{mayHandle && <Choice words={words} line={line} />}</td>
                <td data-label={said.dossier}>
                  <a class="ds-link code" href={dossierAddress(line.code)}>
                    {line.code}
                  </a>
                  <small lang="vi">{line.procedureName}</small>
                </td>
                <td data-label={said.person}>
                  <span lang="vi">
                    {line.name}
                    <small>{[line.phone, line.address].filter(Boolean).join(' · ')}</small>
                  </span>
                  {line.owedDong > 0 && <small>{said.owes(words.format.money(line.owedDong))}</small>}
                  {!line.isComplete && (
                    <small>
                      {said.incomplete}. <Link href={orderingAddress(line.code)}>{said.complete}</Link>
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayHandle && complete.length > 0 && (
        <>
          <CheckBox name="isCollecting" label={said.collect} checked />
          <p class="onward-ways">
            <Button keys="Alt+Enter">{said.order}</Button>
            {complete.length > 1 && (
              <Button kind="secondary" name="all" value="true">
                {said.orderAll(complete.length)}
              </Button>
            )}
          </p>
        </>
      )}
    </form>
  )
}

function Choice({ words, line: { code, isComplete } }: { readonly words: Words; readonly line: ToSend }) {
  if (!isComplete) return null
  return (
    <>
      <input type="hidden" name="offered" value={code} />
      <label class="choice">
        <input class="ds-input" type="checkbox" name="chosen" value={code} />
        <span class="ds-sr-only">{words.post.choose(code)}</span>
      </label>
    </>
  )
}
