import type { ComponentChildren } from 'preact'
import type { Day, Moment } from '#domain/calendar/moment.ts'
import type {
  ClosingPacket,
  ContactPacket,
  HandBackPacket,
  IntakePacket,
  PacketKind,
} from '#shapes/field/packet.ts'
import type { Provision } from '#shapes/field/provision.ts'
import type { Words } from '#web/words/vi.ts'
import type { IntakeDraft } from '../intake/intake-draft.ts'
import type { ReceiptOutside } from '../intake/receipt-screen.tsx'
import type { DraftFiles } from '../intake/step-props.ts'
import type { PacketPart } from '../packet-part.ts'
import type { Written } from '../written/written.ts'

/** What stays on the device of a packet once it is sealed: nothing of whose it is. */
export interface Done {
  readonly id: string
  readonly kind: PacketKind
  /** Of the dossier; null where the numbers brought along were used up. */
  readonly code: string | null
  readonly at: Moment
  /** Taken in cash, in whole đồng. */
  readonly cashDong: number
  /** The registration it came of, where there was one. */
  readonly registration: string | null
}

/** A packet to be sealed, with the bytes of its attachments in their order. */
export interface ToSealOutside {
  readonly packet:
    | PacketPart<IntakePacket>
    | PacketPart<HandBackPacket>
    | PacketPart<ContactPacket>
    | PacketPart<ClosingPacket>
  readonly attachments: readonly Uint8Array<ArrayBuffer>[]
  readonly done: Done
}

/** All that the screens of an outing need of what is around them; nothing of it waits for a network. */
export interface Frame {
  readonly words: Words
  readonly provision: Provision
  readonly served: { readonly looker: string; readonly codeReader: string }
  /** The public look-up: `https://…/tra-cuu`. */
  readonly lookUp: string
  /** What is open below the outing: empty, or as `go` was asked for. */
  readonly route: string
  go(route: string): void
  /** By the clock of the device, put right by the last contact. */
  now(): Moment
  /** UUIDv7. */
  newId(): string
  /** Kept under the officer's PIN at every change; dropped with all that lies beside them. */
  readonly drafts: {
    /** Dossiers that are being taken in, and results and visits that are being written down. */
    list(): Promise<readonly (IntakeDraft | Written)[]>
    keep(draft: IntakeDraft | Written): Promise<void>
    drop(id: string): Promise<void>
  }
  filesOf(draft: string): DraftFiles
  /** The next code of the day's block, given once; null where it is used up. */
  takeNumber(on: Day): Promise<string | null>
  /** Seals to the centre's key and forgets the draft of the same id, both or neither. */
  seal(sealing: ToSealOutside): Promise<void>
  /** What was sealed on this outing. */
  done(): Promise<readonly Done[]>
  /** The buttons that print a receipt. */
  printing(receipt: ReceiptOutside): ComponentChildren
}
