import type { Server as HttpServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express, { type Express, type RequestHandler } from 'express'
import { loadContext } from '#app/doorway.server.ts'
import type { Platform } from '#app/platform.ts'

/** built: as `npm run build` left them. worked-on: by Vite, with hot reload. none: REST and sockets alone. */
export type Pages = 'built' | 'worked-on' | 'none'

interface Given {
  readonly pages: Pages
  /** The project's folder. */
  readonly root: string
  readonly http: HttpServer
  readonly platform: Platform
}

/** Serves the static files at once, and gives the handler of the pages themselves, to be mounted behind the checks. */
export async function servePages(app: Express, { pages, root, http, platform }: Given): Promise<RequestHandler> {
  if (pages === 'none') return (_request, _response, next) => next()
  const getLoadContext = (request: express.Request, response: express.Response) =>
    loadContext(platform, request, response)
  if (pages === 'built') {
    const client = join(root, 'build/client')
    // Their names hold the hash of their content, so they never change.
    app.use('/assets', express.static(join(client, 'assets'), { immutable: true, maxAge: '1y', index: false }))
    app.use(express.static(client, { maxAge: '1h', index: false }))
    const build: ServerBuild = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
    return createRequestHandler({ build, mode: 'production', getLoadContext })
  }
  const { createServer } = await import('vite')
  const vite = await createServer({
    root,
    configFile: join(root, 'remix.config.js'),
    server: { middlewareMode: true, hmr: { server: http, path: '/__hmr' } },
  })
  http.once('close', () => void vite.close())
  app.use(vite.middlewares)
  return createRequestHandler({
    build: () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>,
    mode: 'development',
    getLoadContext,
  })
}
