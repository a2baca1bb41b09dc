import { type ComponentType, lazy } from 'react'

/** Whether the server has another version of the app than the one that runs here. */
const wasUpgraded = async (): Promise<boolean> => {
  const own = document.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null
  if (own === null) return false
  try {
    const response = await fetch('/', { cache: 'no-store' })
    return response.ok && !(await response.text()).includes(own)
  } catch {
    return false
  }
}

/**
 * A page that comes when it is wanted. After an upgrade of the server its file is gone: the app then starts anew at the address
 * that was asked for. That ends the matter, since what starts is the server's version; anything else is the page's failure to tell.
 */
export const lazyPage = (load: () => Promise<{ default: ComponentType }>) =>
  lazy(async () => {
    try {
      return await load()
    } catch (error) {
      if (!(await wasUpgraded())) throw error
      globalThis.location.reload()
      return new Promise<never>(() => undefined)
    }
  })
