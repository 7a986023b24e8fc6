import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { AnswerContext } from '#app/answer-context.ts'
import { FaultPage } from '#app/parts/fault-page.tsx'
import { SiteFoot, SiteHead } from '#app/parts/site.tsx'
import { useWords, WordsFor } from '#app/parts/words.tsx'
import { say } from '#rules/words/say.ts'
import '#app/styles/main.css'

export const links: LinksFunction = () => [{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' }]

export const meta: MetaFunction = () => [{ title: say('en', 'site-name') }]

export const loader = ({ context }: LoaderFunctionArgs) => context.ask('frame', {})

/** The document around every page, and around every refusal and fault. */
export function Layout({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<typeof loader>('root')
  const { nonce } = useContext(AnswerContext)
  const language = frame?.language ?? 'en'
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="csp-nonce" nonce={nonce ?? ''} suppressHydrationWarning />
        {/* zod would try whether it may make code out of text, which the content policy forbids and reports. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant
          dangerouslySetInnerHTML={{ __html: 'globalThis.__zod_globalConfig={jitless:true}' }}
        />
        <Meta />
        <Links />
      </head>
      <body>
        <WordsFor language={language} timeZone="UTC">
          <Skip />
          <SiteHead isDemonstration={frame?.demo ?? false} person={frame?.person ?? null} />
          <main id="content" tabIndex={-1}>
            {children}
          </main>
          <SiteFoot />
        </WordsFor>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <FaultPage thrown={useRouteError()} />
}

function Skip() {
  const words = useWords()
  return (
    <a className="skip" href="#content">
      {words.say('skip-to-content')}
    </a>
  )
}
