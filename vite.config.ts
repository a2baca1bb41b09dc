import { fileURLToPath } from 'node:url'

import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { compress } from './src/serve/compress-plugin.ts'
import { devBackend } from './src/serve/dev-plugin.ts'
import { firstLoadChunks } from './src/serve/first-load.ts'
import { reactCompiler } from './src/serve/react-compiler-plugin.ts'
import { licencesFile, release } from './src/serve/release-plugin.ts'
import { slimPackages } from './src/serve/slim-packages-plugin.ts'

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** What the app takes in place of what packages offer, as they offer more than it needs. */
const slimmer = [
  // The package's exports name its development build, whose warnings and checks the app would load.
  { find: 'react-router', replacement: fileOf('node_modules/react-router/dist/production/index.mjs') },
  { find: /^\.\.\/createLucideIcon\.mjs$/, replacement: fileOf('src/ui/slim-icon.ts') },
]

export default defineConfig(({ command, isSsrBuild }) => ({
  resolve: isSsrBuild === true || command === 'serve' ? {} : { alias: slimmer },
  plugins: [reactCompiler(), slimPackages(), react(), tailwindcss(), devBackend(), release(), compress()],
  build: {
    target: 'es2023',
    license: { fileName: licencesFile },
    assetsInlineLimit: 0,
    // All browsers that the app supports know it.
    modulePreload: { polyfill: false },
    copyPublicDir: isSsrBuild !== true,
    ...(isSsrBuild === true
      ? {}
      : { rolldownOptions: { output: { codeSplitting: { groups: firstLoadChunks() } } } }),
  },
  ssr: { noExternal: true },
}))
