import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['deploy/test/*.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
