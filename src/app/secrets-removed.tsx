import { useLayoutEffect, useRef } from 'react'

import { LOCALE } from '#lib/format.ts'
import { dismissRemovedSecrets } from '#page/clean-address.ts'
import { Alert } from '#ui/alert.tsx'
import { Button } from '#ui/button.tsx'

/** A secret by the name that people know it by, whatever its spelling in the address. */
const labelOf = (name: string): string => {
  if (/passw|pwd|passphrase/i.test(name)) return 'password'
  if (/secret/i.test(name)) return 'S3 secret access key'
  if (/anthropic|claude/i.test(name)) return 'Anthropic API key'
  if (/key/i.test(name)) return 'API key'
  // Some are known by their looks, whatever they are called.
  return /token|jwt|auth|bearer|credential|cookie|sig/i.test(name) ? 'token' : 'key or token'
}

/** Tells the shell how much of the screen is taken above it, for the column that is as tall as the rest. */
const useRoomAbove = () => {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return undefined
    const { style } = document.documentElement
    const sizes = new ResizeObserver(() => style.setProperty('--above', `${element.offsetHeight}px`))
    sizes.observe(element)
    return () => {
      sizes.disconnect()
      style.removeProperty('--above')
    }
  }, [])
  return box
}

/** Says over any page that its address held a secret. */
const SecretsRemoved = ({ names }: { names: readonly string[] }) => {
  const box = useRoomAbove()
  const what = new Intl.ListFormat(LOCALE).format(new Set(names.map(labelOf)))
  return (
    <aside ref={box} aria-label="Secret in the address" className="p-3 print:hidden">
      <Alert
        tone="lamp"
        title={`The link held a secret: ${what}.`}
        actions={
          <Button size="sm" onClick={dismissRemovedSecrets}>
            Dismiss
          </Button>
        }
      >
        It was not used, and it is out of the address now. Whoever has the link has the secret: replace it.
      </Alert>
    </aside>
  )
}
export default SecretsRemoved
