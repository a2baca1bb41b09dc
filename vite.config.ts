import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

import { compress } from './src/serve/compress-plugin.ts'
import { devBackend } from './src/serve/dev-plugin.ts'
import { reactCompiler } from './src/serve/react-compiler-plugin.ts'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [reactCompiler(), react(), tailwindcss(), devBackend(), compress()],
  build: { target: 'es2023', assetsInlineLimit: 0, copyPublicDir: isSsrBuild !== true },
  ssr: { noExternal: true },
}))
