import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { AppLoadContext, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import express from 'express'
import { root } from '#bench/house.ts'
import { openDb } from '#db/open.ts'
import { openViews } from '#db/views/index.ts'
import type { Actor } from '#rules/standing.ts'

/** The same pages as the real server's build draws, from data that were read once: Remix and the components alone. */
interface Told {
  readonly file: string
  readonly personId: string
}

process.on('message', async ({ file, personId }: Told) => {
  const real: ServerBuild = await import(pathToFileURL(join(root, 'build/server/index.js')).href)
  const db = await openDb({ sqliteFile: file })
  const { askAny } = openViews({ db, clock: () => new Date() })
  const actor: Actor = { id: personId, kind: 'person' }
  const context = {
    ask: (name: string, input: unknown) => askAny(name, input, actor),
    actor,
    nonce: 'constant',
    reference: 'constant',
    session: null,
    settings: { publicUrl: null },
    fault: (thrown: unknown) => console.error(thrown),
  } as unknown as AppLoadContext
  const routes = Object.fromEntries(
    Object.entries(real.routes).map(([id, route]) => [id, route && { ...route, module: constant(route.module) }]),
  )
  const app = express()
  app.disable('x-powered-by')
  app.use(createRequestHandler({ build: { ...real, routes }, mode: 'production', getLoadContext: () => context }))
  const http = createServer(app)
  http.listen(0, '127.0.0.1', () => process.send?.({ port: (http.address() as AddressInfo).port }))
})

type Module = NonNullable<ServerBuild['routes'][string]>['module']

/** Loads at the first request, and gives the same data ever after. */
function constant(module: Module): Module {
  const { loader } = module
  if (!loader) return module
  let loaded: ReturnType<typeof loader> | undefined
  return { ...module, loader: (args: LoaderFunctionArgs) => (loaded ??= loader(args)) }
}
