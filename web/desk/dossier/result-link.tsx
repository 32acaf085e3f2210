import { dossierAddress } from './address.ts'

/** The end of the address of a dossier's result. */
export const RESULT_AT = 'ket-qua.pdf'

/** Asks for the print that is signed by hand. */
export const ON_PAPER = 'ban'

interface ResultLinkProps {
  readonly code: string
  readonly text: string
  readonly isPaper?: boolean
}

/** The result as a document, in a window of its own. */
export function ResultLink({ code, text, isPaper = false }: ResultLinkProps) {
  return (
    <a
      class="ds-link"
      href={`${dossierAddress(code)}/${RESULT_AT}${isPaper ? `?${ON_PAPER}=in` : ''}`}
      target="_blank"
      rel="noopener"
      data-turbo="false"
    >
      {text}
    </a>
  )
}
