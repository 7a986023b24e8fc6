// Bundles the measurements as the server is bundled, so that they run the code that people run, and runs them in turn.
// `npm run bench -- acts visitors` runs those two.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = dirname(here)
const all = ['acts', 'delivery', 'page', 'visitors', 'consequences', 'consequences-in-browser']
const named = process.argv.slice(2)
const wanted = named.length > 0 ? named : all
const built = join(root, 'build', 'bench')

run(process.execPath, [join(root, 'build.js')])
buildSync({
  entryPoints: readdirSync(here)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(here, file)),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  outdir: built,
  logLevel: 'warning',
})
console.log(
  `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)} before the start, Node ${process.version}`,
)
for (const name of wanted) run(process.execPath, ['--enable-source-maps', join(built, `${name}.js`)])

function run(program, words) {
  const { status } = spawnSync(program, words, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
