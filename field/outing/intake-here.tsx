import { useState } from 'preact/hooks'
import { isRefusal } from '#domain/outcome.ts'
import { ChooseProcedure } from '../intake/choose-procedure.tsx'
import { type IntakeDraft, typedAt, withBoxes } from '../intake/intake-draft.ts'
import { IntakeScreen } from '../intake/intake-screen.tsx'
import { type ReceiptOutside, ReceiptScreen } from '../intake/receipt-screen.tsx'
import { finishIntake } from './finish-intake.ts'
import { isIntake } from '../written/written.ts'
import type { Frame } from './frame.ts'
import { HomeLink } from './home-link.tsx'
import { useKeeping } from './keeping.ts'
import { useKept } from './kept.ts'
import { proceduresOn, takingOf } from './taking-of.ts'

/** A draft opened by its id; kept at every change, one change after the other. */
export function IntakeHere({ frame, id }: { frame: Frame; id: string }) {
  const found = useKept(
    async () => (await frame.drafts.list()).filter(isIntake).find((one) => one.id === id) ?? 'gone',
    id,
  )
  if (found === null) return null
  if (found === 'gone')
    return (
      <section class="field-home">
        <HomeLink frame={frame} />
        <p>{frame.words.fieldIntake.drafts.none}</p>
      </section>
    )
  return <Intake frame={frame} begun={found} />
}

function Intake({ frame, begun }: { frame: Frame; begun: IntakeDraft }) {
  const { words, provision, served } = frame
  const [draft, put] = useState(begun)
  const [receipt, show] = useState<ReceiptOutside | null>(null)
  const [refused, refuse] = useState<string | null>(null)
  const [isFinishing, finishing] = useState(false)
  const { isKept, settled } = useKeeping(frame, draft)
  const taking = takingOf(frame, draft)
  if (receipt)
    return (
      <ReceiptScreen
        words={words}
        receipt={receipt}
        lookUp={frame.lookUp}
        printing={frame.printing(receipt)}
        next={() => frame.go('')}
      />
    )
  const finish = async () => {
    if (taking === null || isFinishing) return
    finishing(true)
    refuse(null)
    // A change that is still being kept would bring back the draft that is sealed and forgotten here.
    await settled()
    const done = await finishIntake(frame, draft, taking)
    finishing(false)
    if (isRefusal(done)) refuse(words.refusals[done.refused](done.facts))
    else show(done)
  }
  return (
    <>
      <HomeLink frame={frame} />
      <IntakeScreen
        words={words}
        draft={draft}
        taking={taking}
        files={frame.filesOf(draft.id)}
        served={served}
        change={put}
        isKept={isKept}
        isFinishing={isFinishing}
        refused={refused}
        finish={() => void finish()}
        choosing={() => (
          <ChooseProcedure
            words={words}
            procedures={proceduresOn(frame)}
            unitNames={new Map(provision.units.map(({ code, name }) => [code, name]))}
            guide={provision.guide}
            chosen={typedAt(draft, 'procedure')}
            choose={(key) =>
              put((now) => ({ ...withBoxes(now, { procedure: key, case: '' }), step: 'person', page: null }))
            }
          />
        )}
      />
    </>
  )
}
