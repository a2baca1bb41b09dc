import QrCodeIcon from 'lucide-react/icons/qr-code'
import Share2 from 'lucide-react/icons/share-2'
import { useState } from 'react'

import { type ButtonSize, IconButton } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { lazyPart } from './lazy-part.tsx'
import { showToast } from './toast-store.ts'

const QrDialog = lazyPart(() => import('./qr-dialog.tsx'))

/** The system's share sheet. Closing it is no failure. */
const share = async (title: string, url: string) => {
  try {
    await navigator.share({ title, url })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    showToast({ tone: 'bad', title: 'The link could not be shared.', detail: 'Copy it instead.' })
  }
}

type LinkToolsProps = {
  /** Whose link it is. */
  name: string
  url: string
  /** What the link is, in lower case: "web app link". */
  what: string
  /** Where several of these stand on a page: makes the names of the buttons tell them apart. */
  named?: boolean
  size?: ButtonSize
}

/** The ways to pass a link on: copy it, show it to a camera, and hand it to the system where the system takes it. */
export const LinkTools = ({ name, url, what, named = false, size = 'sm' }: LinkToolsProps) => {
  const [showsCode, setShowsCode] = useState(false)
  const of = named ? ` of ${name}` : ''
  const px = size === 'sm' ? 14 : 15
  return (
    <>
      <CopyButton text={url} what={`${what}${of}`} size={size} />
      <IconButton
        size={size}
        label={`QR code${of}`}
        icon={<QrCodeIcon aria-hidden size={px} />}
        onClick={() => setShowsCode(true)}
      />
      {'share' in navigator && (
        <IconButton
          size={size}
          label={`Share ${what}${of}`}
          icon={<Share2 aria-hidden size={px} />}
          onClick={() => void share(name, url)}
        />
      )}
      {showsCode && <QrDialog name={name} url={url} what={what} onClose={() => setShowsCode(false)} />}
    </>
  )
}
