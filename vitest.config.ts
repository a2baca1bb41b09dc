import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Property tests take their time on a busy machine; a test that hangs is still ended.
    testTimeout: 60_000,
    environment: 'node',
    // Tests of pure logic share a process: starting one for each file took longer than all the tests.
    isolate: false,
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    restoreMocks: true,
    unstubGlobals: true,
  },
})
