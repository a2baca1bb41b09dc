import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react({ compiler: true }), tailwindcss()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
  server: { port: 5173 },
})
