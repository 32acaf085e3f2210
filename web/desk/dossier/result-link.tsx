import { dossierAddress } from './address.ts'

/** The end of the address of a dossier's result. */
export const RESULT_AT = 'ket-qua.pdf'

/** The result as a document, in a window of its own. */
export function ResultLink({ code, text }: { readonly code: string; readonly text: string }) {
  return (
    <a
      class="ds-link"
      href={`${dossierAddress(code)}/${RESULT_AT}`}
      target="_blank"
      rel="noopener"
      data-turbo="false"
    >
      {text}
    </a>
  )
}
