import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The least there is: sends the bytes of a file, for a page to be held against. */
const [path = '', port = '0'] = process.argv.slice(2)
const bytes = readFileSync(path)
createServer((_, answer) => {
  answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': bytes.length })
  answer.end(bytes)
}).listen(Number(port), '127.0.0.1', () => process.stdout.write('listening\n'))
