import type { Reporter, TestModule } from 'vitest/node'

/** Prints the last line of a run: "N passed, N failed", and how many were skipped where any were. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed, skipped] = [0, errors.length, 0]
    for (const module of modules) {
      // A file or a group that could not be read or set up counts as one failure.
      if (module.errors().length > 0) failed += 1
      for (const group of module.children.allSuites()) if (group.errors().length > 0) failed += 1
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'failed') failed += 1
        else skipped += 1
      }
    }
    const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
    // After everything else that a run prints, what could not run included.
    process.once('exit', () => process.stdout.write(`\n${line}\n`))
  }
}
