import '#ui/styles.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { cleanAddress } from '#page/clean-address.ts'
import { watchTheme } from '#storage/theme.ts'
import { watchTooltips } from '#ui/tooltip.tsx'

import { App, createApp, readEarlyList } from './app.tsx'
import { watchRestoredPage } from './restored-page.ts'

cleanAddress()
// Before the router's own listener: what is typed into the address of an open page comes by here.
globalThis.addEventListener('popstate', cleanAddress)
watchTheme()
watchTooltips()
watchRestoredPage()

const app = createApp()
const page = (
  <StrictMode>
    <App {...app} />
  </StrictMode>
)
/** So long the page stays as `public/first-paint.js` drew it, for a list that is nearly there: else it is drawn without, then anew. In ms. */
const patience = 100
const draw = async () => {
  const waited = new Promise((resolve) => {
    setTimeout(resolve, patience)
  })
  await Promise.race([readEarlyList(app).catch(() => undefined), waited])
  createRoot(document.querySelector('#root') ?? document.body).render(page)
}
void draw()
