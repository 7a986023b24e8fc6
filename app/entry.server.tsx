import { Writable } from 'node:stream'
import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { AnswerContext } from '#app/answer-context.ts'

/** A page that takes longer than this to render is given up. */
const patienceMs = 5_000

/**
 * Renders a page whole and sends it at once: no page defers anything, and one write is faster than a stream.
 * A whole page can also be kept, and its scripts hashed, by the doorkeeper.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { nonce, reference } = context
  return new Promise((resolve, reject) => {
    let answer = status
    const chunks: Buffer[] = []
    const body = new Writable({
      write(chunk: Buffer | string, _encoding, done) {
        chunks.push(Buffer.from(chunk))
        done()
      },
      final(done) {
        headers.set('Content-Type', 'text/html; charset=utf-8')
        resolve(new Response(Buffer.concat(chunks), { headers, status: answer }))
        done()
      },
    })
    const { pipe, abort } = renderToPipeableStream(
      <AnswerContext.Provider value={{ nonce, reference }}>
        <RemixServer context={remix} url={request.url} abortDelay={patienceMs} nonce={nonce} />
      </AnswerContext.Provider>,
      {
        nonce,
        onAllReady: () => pipe(body),
        onShellError(error) {
          clearTimeout(patience)
          reject(error)
        },
        onError(error) {
          answer = 500
          context.fault(error)
        },
      },
    )
    const patience = setTimeout(abort, patienceMs + 1_000)
    // Left running, the timer would hold the whole render in memory for seconds after it was sent.
    body.on('close', () => clearTimeout(patience))
    request.signal.addEventListener('abort', () => abort(), { once: true })
  })
}

/** Faults go to the log; an address that leads nowhere, and a reader who went away, do not. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return
  context.fault(error)
}
