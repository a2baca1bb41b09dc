import { defineConfig } from 'vitest/config'

import { reactCompiler } from './src/serve/react-compiler-plugin.ts'

const shared = {
  // Property tests take their time on a busy machine; a test that hangs is still ended.
  testTimeout: 120_000,
  restoreMocks: true,
  unstubGlobals: true,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'logic',
          environment: 'node',
          // Tests of pure logic share a process: starting one for each file took longer than all the tests.
          isolate: false,
          include: ['src/**/*.test.ts', 'scripts/**/*.test.mjs'],
        },
      },
      {
        // Compiled as in the build, since what renders, and how often, depends on it.
        plugins: [reactCompiler()],
        test: {
          ...shared,
          name: 'components',
          environment: 'jsdom',
          include: ['src/**/*.test.tsx'],
          setupFiles: ['src/testing/setup.ts'],
        },
      },
    ],
  },
})
