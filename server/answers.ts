import { messageOf } from './explain.ts'
import { error, fine, type Remark } from './remarks.ts'

/** Whether somebody outside answers at all; what he answers does not matter. */
export async function answers(name: string, url: string): Promise<Remark> {
  try {
    await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })
    return fine(`${name} trả lời`)
  } catch (failure) {
    return error(`${name} (${url}) không trả lời (${messageOf(failure)})`)
  }
}
