import '#ui/styles.css'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { decodablePath } from '#model/paths.ts'
import { cleanAddress } from '#page/clean-address.ts'
import { watchTheme } from '#storage/theme.ts'
import { watchTooltips } from '#ui/tooltip.tsx'

import { App } from './app.tsx'
import { watchRestoredPage } from './restored-page.ts'

cleanAddress()
// Before the router's own listener: what is typed into the address of an open page comes by here.
globalThis.addEventListener('popstate', cleanAddress)
const { pathname, search, hash } = globalThis.location
const path = decodablePath(pathname)
if (path !== pathname) history.replaceState(null, '', `${path}${search}${hash}`)
watchTheme()
watchTooltips()
watchRestoredPage()
createRoot(document.querySelector('#root') ?? document.body).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
