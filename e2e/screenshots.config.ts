import { defineConfig } from '@playwright/test'

import config from './playwright.config.ts'

/** Takes pictures for people to look at, and compares them with nothing. */
export default defineConfig({
  ...config,
  testDir: 'screenshots',
  timeout: 240_000,
  use: { ...config.use, contextOptions: { reducedMotion: 'reduce' } },
  projects: [
    { name: 'pictures', testMatch: 'pictures.ts' },
    { name: 'docs', testMatch: 'docs.ts' },
  ],
})
