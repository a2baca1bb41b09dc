import '#ui/styles.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { cleanAddress } from '#page/clean-address.ts'
import { watchTheme } from '#storage/theme.ts'
import { watchTooltips } from '#ui/tooltip.tsx'

import { App } from './app.tsx'
import { watchRestoredPage } from './restored-page.ts'

cleanAddress()
// Before the router's own listener: what is typed into the address of an open page comes by here.
globalThis.addEventListener('popstate', cleanAddress)
watchTheme()
watchTooltips()
watchRestoredPage()
createRoot(document.querySelector('#root') ?? document.body).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
