import process from 'node:process'

/**
 * Runs beside the printer in a thread of its own: the typesetter cannot be interrupted, but its process can be ended. More
 * memory than it may have, or nobody there any more who asked, and it ends.
 */
const MOST_BYTES = 640 * 1024 * 1024
const LOOK_EVERY_MS = 15
const parent = process.ppid

setInterval(() => {
  if (process.memoryUsage.rss() > MOST_BYTES) process.kill(process.pid, 'SIGTERM')
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL')
}, LOOK_EVERY_MS)
