import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { compress } from './src/serve/compress-plugin.ts'
import { devBackend } from './src/serve/dev-plugin.ts'
import { firstLoadChunks } from './src/serve/first-load.ts'
import { reactCompiler } from './src/serve/react-compiler-plugin.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactCompiler(), react(), tailwindcss(), devBackend(), compress()],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    copyPublicDir: isSsrBuild !== true,
    ...(isSsrBuild === true
      ? {}
      : { rolldownOptions: { output: { codeSplitting: { groups: [{ name: firstLoadChunks() }] } } } }),
  },
  ssr: { noExternal: true },
}))
