import { answers } from './answers.ts'
import { openPost } from './post/open-post.ts'
import { type CentrePost, readPostSettings } from './post/post-settings.ts'
import { type Check, error, type Remark, warning } from './remarks.ts'
import { isOpenToOthers } from './signing/signing-settings.ts'

/** A post whose secrets can be read by nobody else, and that answers. */
export const aroundPost: Check = async ({ config }) => {
  if (config.post === null) return []
  const centres = [...readPostSettings(config.post)]
  return (await Promise.all(centres.map(([slug, settings]) => aroundCentre(slug, settings)))).flat()
}

async function aroundCentre(slug: string, settings: CentrePost): Promise<Remark[]> {
  openPost(settings)
  const { tokenFile, noticeSecretFile, url } = settings
  const secrets = [tokenFile, ...(noticeSecretFile === undefined ? [] : [noticeSecretFile])]
  return [
    ...secrets.filter(isOpenToOthers).map((path) => error(`${path} mở cho người khác: chmod 600 ${path}`)),
    await answers(`${slug}: bưu chính`, url),
    ...(noticeSecretFile === undefined
      ? [warning(`${slug}: bưu chính không báo tin; hệ thống chỉ biết khi hỏi, chậm nhất sáu giờ một lần`)]
      : []),
  ]
}
