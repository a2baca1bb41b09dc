import { defineConfig } from 'vitest/config'

/** The tests that are run against each mutant: those beside the source that is mutated, in one process. */
export default defineConfig({
  test: {
    // A mutant that leaves a test waiting is found by the test: cheaper than a new process after the time limit of Stryker.
    testTimeout: 8_000,
    restoreMocks: true,
    unstubGlobals: true,
    isolate: false,
    setupFiles: ['src/testing/quick-properties.ts'],
    include: ['src/{contract,lib,model,operations}/**/*.test.ts'],
    // It reads the sources as text, which the mutants have been written into.
    exclude: ['src/lib/locale.test.ts'],
  },
})
