import { z } from 'zod'

/** That a citizen is told once more what he was told. */
export const NoticeToSendAgain = z.strictObject({
  id: z.uuid({ version: 'v7' }).describe('UUIDv7 made by the sender; repeat it to repeat safely'),
  notice: z.uuid().describe('The notice that is sent again'),
})
export type NoticeToSendAgain = z.infer<typeof NoticeToSendAgain>
