import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'

/** Socket.IO alone: it emits one payload to one room for each act that it is sent, and answers the sender. */
interface Told {
  readonly payload: object
}

process.on('message', ({ payload }: Told) => {
  const http = createServer()
  const io = new Server(http, { serveClient: false, maxHttpBufferSize: 1_000_000 })
  let number = 0
  io.on('connection', (socket) => {
    socket.on('join', (_place: object, answer: (said: object) => void) => {
      void socket.join('table')
      answer({ ok: true, number, here: [] })
    })
    socket.on('act', (_asked: object, answer: (said: object) => void) => {
      number += 1
      io.to('table').emit('news', { ...payload, number })
      answer({ ok: true, result: {}, stream: 'table', number, repeated: false })
    })
  })
  http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }))
})
