import type { IntakeDraft } from '../intake/intake-draft.ts'
import type { DraftFiles } from '../intake/step-props.ts'
import type { Frame } from '../outing/frame.ts'
import type { Written } from '../written/written.ts'
import { opened, openedValue, sealed, sealedValue } from './sealed.ts'
import type { Store } from './store.ts'

/** Drafts of an outing, under the key of everything at every change. */
export function draftsOf(store: Store, key: CryptoKey, outing: string): Frame['drafts'] {
  return {
    async list() {
      const kept = await store.getAllFromIndex('drafts', 'outing', outing)
      return Promise.all(kept.map((one) => openedValue<IntakeDraft | Written>(key, one.sealed)))
    },
    async keep(draft) {
      await store.put('drafts', { outing, sealed: await sealedValue(key, draft) }, draft.id)
    },
    async drop(id) {
      const dropping = store.transaction(['drafts', 'files'], 'readwrite')
      await Promise.all([
        dropping.objectStore('drafts').delete(id),
        dropping.objectStore('files').delete(IDBKeyRange.bound([id], [id, []])),
        dropping.done,
      ])
    },
  }
}

/** What lies beside a draft. */
export function filesOf(store: Store, key: CryptoKey, draft: string): DraftFiles {
  return {
    async keep(id, bytes) {
      await store.put('files', await sealed(key, bytes), [draft, id])
    },
    async read(id) {
      const kept = await store.get('files', [draft, id])
      return kept ? opened(key, kept) : null
    },
    async drop(id) {
      await store.delete('files', [draft, id])
    },
  }
}
