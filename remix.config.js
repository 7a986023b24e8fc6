// The one build file: Remix runs on Vite, and Vitest reads it too.
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

const flags = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  // Whoever follows a link while a form is answered would land on an empty page; all routes fit into one small kept file.
  v3_lazyRouteDiscovery: false,
  v3_singleFetch: true,
  v3_routeConfig: true,
}

export default defineConfig({
  plugins: [!process.env.VITEST && remix({ future: flags })],
  build: {
    target: 'es2022',
    // Remarks on comments inside packages are nothing that a builder of this project can act on.
    rollupOptions: { onwarn: (warning, warn) => warning.code === 'INVALID_ANNOTATION' || warn(warning) },
  },
  ssr: { external: ['better-sqlite3', 'postgres', '@node-rs/argon2'] },
  // Found at once and not one by one, so that a page that is being worked on is not reloaded under its reader.
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@remix-run/react',
      'react-aria-components',
      'socket.io-client',
      'd3-scale',
      'd3-shape',
      'd3-array',
      'intl-messageformat',
      'micromark',
      'zod',
      'canonicalize',
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
    ],
  },
  resolve: { dedupe: ['react', 'react-dom'] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    reporters: ['default', './test/support/closing-line.ts'],
    globalSetup: ['test/support/postgres.ts', 'test/support/browser-door.ts', 'test/support/redis-door.ts'],
    env: { TZ: 'UTC' },
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
