import { createPortal } from 'react-dom'

import { LOCALE } from '#lib/format.ts'
import { removedFromAddress } from '#page/clean-address.ts'
import { secretNames } from '#page/secret-names.ts'
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

/** Says over the foot of any page, which leaves room for it, that its address held a secret. Dialogs lie over it. */
const SecretsRemoved = ({ removed }: { removed: string }) => {
  const names = secretNames(removed)
  if (names.length === 0) return null
  const what = new Intl.ListFormat(LOCALE).format(new Set(names.map(labelOf)))
  return createPortal(
    <aside
      aria-label="Secret in the address"
      data-foot-notice
      className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-xl max-md:bottom-20 print:hidden"
    >
      <Alert
        tone="lamp"
        className="shadow-lg"
        title={`The link held a secret: ${what}.`}
        actions={
          <Button size="sm" onClick={() => removedFromAddress.set('')}>
            Dismiss
          </Button>
        }
      >
        It was not used, and it is out of the address now. Whoever has the link has the secret: replace it.
      </Alert>
    </aside>,
    document.body,
  )
}
export default SecretsRemoved
