// The one build file: Remix runs on Vite, and Vitest reads it too.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

const flags = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_lazyRouteDiscovery: true,
  v3_singleFetch: true,
  v3_routeConfig: true,
}

export default defineConfig({
  plugins: [!process.env.VITEST && remix({ future: flags })],
  build: { target: 'es2022' },
  ssr: { external: ['better-sqlite3', 'postgres', '@node-rs/argon2'] },
  optimizeDeps: { include: ['socket.io-client', 'd3-scale', 'd3-shape', 'd3-array', 'react-aria-components', 'intl-messageformat'] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: ['test/support/postgres.ts'],
    env: { TZ: 'UTC' },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
