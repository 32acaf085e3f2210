import { useEffect, useState } from 'preact/hooks'
import type { KeptFile } from './kept-file.ts'
import type { DraftFiles } from './step-props.ts'

interface KeptPictureProps {
  readonly files: DraftFiles
  readonly file: KeptFile
  readonly alt: string
}

/** A picture kept beside the draft, shown small. */
export function KeptPicture({ files, file, alt }: KeptPictureProps) {
  const [shown, show] = useState<string | null>(null)
  useEffect(() => {
    let address: string | null = null
    let isGone = false
    const open = async () => {
      const bytes = await files.read(file.id)
      if (bytes === null || isGone) return
      address = URL.createObjectURL(new Blob([bytes], { type: file.mediaType }))
      show(address)
    }
    void open()
    return () => {
      isGone = true
      if (address !== null) URL.revokeObjectURL(address)
    }
  }, [file.id])
  return shown === null ? null : <img class="kept-picture" src={shown} alt={alt} />
}
