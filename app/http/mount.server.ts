import type { Server as HttpServer } from 'node:http'
import type { Express } from 'express'
import { answerThrown } from '#app/api/answer.server.ts'
import { rest } from '#app/api/rest.server.ts'
import { knowCaller } from '#app/http/caller.server.ts'
import { safeHeaders } from '#app/http/headers.server.ts'
import { keptPages } from '#app/http/kept-pages.server.ts'
import { type Pages, servePages } from '#app/http/pages.server.ts'
import type { Platform } from '#app/platform.ts'

interface Given {
  readonly http: HttpServer
  readonly platform: Platform
  readonly pages: Pages
  readonly root: string
  readonly trustProxy: boolean
}

/** Mounts everything that answers over HTTP, in the order in which a request passes it. */
export async function mount(app: Express, given: Given): Promise<void> {
  const { platform, pages } = given
  // One proxy: the address that it saw is believed, and nothing that was sent to it.
  if (given.trustProxy) app.set('trust proxy', 1)
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.get('/healthz', (_request, response) => {
    platform.alive().then(
      () => void response.json({ ok: true }),
      () => void response.status(503).json({ ok: false }),
    )
  })
  app.use(safeHeaders({ built: pages !== 'worked-on', secure: platform.publicUrl?.startsWith('https:') ?? false }))
  const page = await servePages(app, given)
  if (pages === 'built') app.use(keptPages(platform))
  app.use(knowCaller(platform))
  app.use('/api/v1', rest(platform))
  app.use(page)
  app.use(answerThrown(platform))
}
