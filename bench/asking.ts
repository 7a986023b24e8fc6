import { Agent, get } from 'node:http'

/** Asks for one address again and again, over so many connections, and tells how many answers came in a second. */
interface Asked {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly connections: number
  readonly forMs: number
}

process.on('message', ({ url, headers, connections, forMs }: Asked) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const endMs = performance.now() + forMs
  const begunMs = performance.now()
  let answers = 0
  let bytes = 0
  const once = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${url} answered ${answer.statusCode}`))
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length
        })
        answer.once('end', () => {
          answers += 1
          resolve()
        })
      }).once('error', reject)
    })
  const asking = async () => {
    while (performance.now() < endMs) await once()
  }
  void Promise.all(Array.from({ length: connections }, asking)).then(() => {
    agent.destroy()
    const perSecond = (answers / (performance.now() - begunMs)) * 1000
    process.send?.({ asked: { perSecond, bytes: Math.round(bytes / answers) } })
  })
})
