import { DossiersAsked } from '#shapes/dossier-list.ts'

/** How a filter stands in an address: what is asked, by its name there. No personal data has a name here. */
const NAMES = {
  unit: 'don-vi',
  field: 'linh-vuc',
  procedure: 'thu-tuc',
  channel: 'kenh',
  post: 'vi-tri',
  stage: 'giai-doan',
  progress: 'tien-do',
  due: 'han',
  timeliness: 'ket-qua',
  receivedFrom: 'nhan-tu',
  receivedTo: 'nhan-den',
  readyFrom: 'xong-tu',
  readyTo: 'xong-den',
  wayIn: 'hinh-thuc',
  settledBy: 'tham-quyen',
  notReadyBefore: 'chua-xong-truoc',
  lateAt: 'qua-han-luc',
  inTimeAt: 'trong-han-luc',
  holder: 'nguoi',
  holderUnit: 'noi-giu',
  whose: 'cua',
  only: 'chi',
  agency: 'co-quan',
} as const satisfies { readonly [name in keyof DossiersAsked]-?: string }

export type AskedName = keyof typeof NAMES
export const ASKED_NAMES = Object.keys(NAMES).filter((name): name is AskedName => name in NAMES)

/** The columns that can be left out of a list. */
export const COLUMNS = ['procedure', 'owner', 'step', 'received', 'left'] as const
export type Column = (typeof COLUMNS)[number]
const USUAL: readonly Column[] = ['procedure', 'owner', 'step', 'left']

export interface ListAsked {
  readonly asked: DossiersAsked
  readonly columns: readonly Column[]
  /** `next` of the page before. */
  readonly after: string | undefined
}

/** The name of a filter in the address. */
export function nameOf(asked: AskedName): string {
  return NAMES[asked]
}

/** What an address asks; what is not one of ours in it is as if it were not there. */
export function readList(query: URLSearchParams): ListAsked {
  const asked: { [name: string]: string } = {}
  for (const name of ASKED_NAMES) {
    const value = query.get(NAMES[name])
    if (value !== null && DossiersAsked.shape[name].safeParse(value).success) asked[name] = value
  }
  const chosen = COLUMNS.filter((one) => query.getAll('cot').includes(one))
  return {
    asked: DossiersAsked.parse(asked),
    columns: chosen.length > 0 ? chosen : USUAL,
    after: query.get('tiep') ?? undefined,
  }
}

/** The address of a list. */
export function listAddress(
  path: string,
  {
    asked,
    columns,
    after,
  }: { asked: DossiersAsked; columns?: readonly Column[]; after?: string | undefined },
): string {
  const query = new URLSearchParams()
  for (const name of ASKED_NAMES) {
    const value = asked[name]
    if (value !== undefined) query.set(NAMES[name], value)
  }
  if (columns && columns.join() !== USUAL.join()) for (const one of columns) query.append('cot', one)
  if (after !== undefined) query.set('tiep', after)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}
