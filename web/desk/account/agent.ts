import type { Words } from '../../words/vi.ts'

const BROWSERS = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const
const MACHINES = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone, iPad'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

/** A browser in plain words, good enough to recognise one's own by. */
export function agentInWords(words: Words, agent: string | null): string {
  const named = (list: readonly (readonly [RegExp, string])[]) =>
    list.find(([pattern]) => pattern.test(agent ?? ''))?.[1]
  const parts = [named(BROWSERS), named(MACHINES)].filter((one) => one !== undefined)
  return parts.length > 0 ? parts.join(', ') : words.desk.account.unknownAgent
}
