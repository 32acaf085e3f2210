import { useState } from 'preact/hooks'
import { RadioGroup } from '#web/parts/field.tsx'
import type { Words } from '#web/words/vi.ts'
import { ActButton } from '../intake/act-button.tsx'
import { receiptAddress } from '../intake/receipt-address.ts'
import type { ReceiptOutside } from '../intake/receipt-screen.tsx'
import { drawReceipt } from './draw-receipt.ts'
import { escPos } from './esc-pos.ts'
import { receiptLines } from './receipt-lines.ts'
import { type Bluetooth, PrinterFault, sendByBluetooth, sendByUsb, type Usb } from './send-to-printer.ts'

declare global {
  interface Navigator {
    readonly bluetooth?: Bluetooth
    readonly usb?: Usb
  }
}

/** Dots across a roll, at 203 dots an inch; the browser alone prints on sheets. */
const ROLLS = { 58: 384, 80: 576 }
const PAPERS = ['80', '58', 'a5'] as const
type Paper = (typeof PAPERS)[number]

interface PrintingButtonsProps {
  readonly words: Words
  readonly receipt: ReceiptOutside
  readonly centre: string
  /** The public look-up. */
  readonly lookUp: string
}

/** Prints a receipt: by the browser on any paper, by Bluetooth or a cable on a roll. */
export function PrintingButtons({ words, receipt, centre, lookUp }: PrintingButtonsProps) {
  const said = words.fieldPrinting
  const [paper, choose] = useState<Paper>('80')
  const [state, tell] = useState<'sending' | 'sent' | 'none' | 'failed' | null>(null)
  const send = async (over: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>, roll: keyof typeof ROLLS) => {
    tell('sending')
    await document.fonts.ready
    const lines = receiptLines(words, centre, receipt)
    const address = receipt.code === null ? null : receiptAddress(lookUp, receipt.code, receipt.lookupKey)
    try {
      await over(escPos(drawReceipt({ lines, address, width: ROLLS[roll] })))
      tell('sent')
    } catch (error) {
      if (!(error instanceof DOMException || error instanceof PrinterFault)) throw error
      tell(error.name === 'NotFoundError' ? 'none' : 'failed')
    }
  }
  const { bluetooth, usb } = navigator
  const roll = paper === 'a5' ? null : paper === '58' ? 58 : 80
  return (
    <div
      class="field-printing"
      onInput={({ target }) => {
        const chosen = target instanceof HTMLInputElement && PAPERS.find((one) => one === target.value)
        if (chosen) choose(chosen)
      }}
    >
      <RadioGroup
        name="paper"
        legend={said.paper}
        value={paper}
        choices={PAPERS.map((value) => ({ value, label: said.papers[value] }))}
      />
      <p class="field-buttons">
        <ActButton act={() => printOn(paper)}>{said.print}</ActButton>
        {bluetooth && roll && (
          <ActButton
            isBusy={state === 'sending'}
            act={() => void send((bytes) => sendByBluetooth(bluetooth, bytes), roll)}
          >
            {said.bluetooth}
          </ActButton>
        )}
        {usb && roll && (
          <ActButton
            isBusy={state === 'sending'}
            act={() => void send((bytes) => sendByUsb(usb, bytes), roll)}
          >
            {said.usb}
          </ActButton>
        )}
      </p>
      <p role="status">{state && said.states[state]}</p>
    </div>
  )
}

/** The sheet knows which paper it is for; see the pages of screens.css. */
function printOn(paper: Paper) {
  document.documentElement.dataset['paper'] = paper
  print()
  delete document.documentElement.dataset['paper']
}
