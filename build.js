// Builds the pages and the server into build/, and does nothing where they are newer than every source file.
// `--always` builds in any case.
import { spawn } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const sources = ['figures', 'rules', 'db', 'acts', 'realtime', 'app', 'demo', 'public']
const files = readdirSync(root).filter((name) => /\.(ts|js)$/.test(name) || name === 'package.json')
// The last file that a build writes: where it stands, the build was finished.
const last = join(root, 'build/server.js')

if (process.argv.includes('--always') || isStale()) await build()

function isStale() {
  const builtMs = changedMs(last)
  return builtMs === 0 || Math.max(...[...sources, ...files].map((name) => newestMs(join(root, name)))) > builtMs
}

function newestMs(path) {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return changedMs(path)
  const inside = readdirSync(path).map((name) => newestMs(join(path, name)))
  return Math.max(changedMs(path), ...inside)
}

function changedMs(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

async function build() {
  const startedMs = performance.now()
  console.log('Building the pages (once; later starts are quick) …')
  await run('remix', ['vite:build', '--config', 'remix.config.js', '--logLevel', 'error'])
  console.log('Building the server …')
  // After the pages, because they empty build/ first.
  const bundle = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--target=node20',
    '--packages=external',
    '--sourcemap',
  ]
  await run('esbuild', ['server.ts', 'cli.ts', ...bundle, '--outdir=build', '--log-level=warning'])
  console.log(`Built in ${((performance.now() - startedMs) / 1000).toFixed(1)} s.`)
}

function run(program, words) {
  const bin = join(root, 'node_modules/.bin', process.platform === 'win32' ? `${program}.cmd` : program)
  const child = spawn(bin, words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`))))
  })
}
