import type { DossierEvent } from '#domain/dossier/events.ts'
import type { Dossier } from '#domain/dossier/dossier.ts'
import type { FormKey } from '#papers/forms.ts'

/** Papers that one thing that happened makes: each event its own. */
const BY_EVENT: { readonly [type in DossierEvent['type']]?: FormKey } = {
  SupplementRequested: 'phieu_bo_sung',
  ApologySigned: 'phieu_xin_loi',
  DossierStopped: 'thong_bao_dung',
  PaymentTaken: 'bien_lai',
  ResultHandedBack: 'giay_bien_nhan_ket_qua',
}

/** The paper that an event makes; undefined for events that make none. */
export function formOfEvent(type: DossierEvent['type']): FormKey | undefined {
  return BY_EVENT[type]
}

/** A paper of a dossier that can be printed. */
export interface DossierPaper {
  readonly form: FormKey
  /** The event it is of; null for papers that tell the whole history. */
  readonly sequence: number | null
}

/** Every paper of a dossier as far as it has come, the receipt aside: it bears the look-up key and has its own door. */
export function papersOf(
  { channel, returnWish }: Pick<Dossier, 'channel' | 'returnWish'>,
  history: readonly { readonly sequence: number; readonly type: DossierEvent['type'] }[],
): DossierPaper[] {
  const made = history.flatMap(({ sequence, type }) => {
    const form = formOfEvent(type)
    return form === undefined ? [] : [{ form, sequence }]
  })
  const isPostal = channel === 'post' || returnWish.way === 'post'
  const whole: readonly FormKey[] = [
    ...(isPostal ? (['phieu_gui'] as const) : []),
    'phieu_kiem_soat',
    'phieu_qua_trinh',
  ]
  return [...made, ...whole.map((form) => ({ form, sequence: null }))]
}
