import { Button } from '../../parts/button.tsx'
import type { SeenSession } from '../../visit.ts'
import type { Words } from '../../words/vi.ts'
import { agentInWords } from './agent.ts'

/** The sign-ins that hold, each with a way to end it. */
export function Sessions({ words, sessions }: { words: Words; sessions: readonly SeenSession[] }) {
  const said = words.desk.account
  return (
    <>
      <ul class="sessions">
        {sessions.map((one) => (
          <li key={one.id}>
            <span>
              {agentInWords(words, one.agent)}
              <small>
                {said.since(words.format.moment(one.since))}
                {one.address !== null && one.address !== '' && ` · ${one.address}`}
              </small>
            </span>
            {one.isThis ? (
              <strong>{said.thisOne}</strong>
            ) : (
              <form method="post">
                <input type="hidden" name="session" value={one.id} />
                <Button kind="secondary" name="lam" value="end">
                  {said.end}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <Button kind="secondary" name="lam" value="end-others">
            {said.endOthers}
          </Button>
        </form>
      )}
    </>
  )
}
