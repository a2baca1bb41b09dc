import ExternalLink from 'lucide-react/icons/external-link'
import Share2 from 'lucide-react/icons/share-2'

import { buttonClass } from '#ui/button-class.ts'
import { IconButton } from '#ui/button.tsx'
import { showToast } from '#ui/toast-store.ts'

import { CopiedLine } from './copied-line.tsx'

/** The system's share sheet. Closing it is no failure. */
const share = async (name: string, url: string) => {
  try {
    await navigator.share({ title: name, url })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return
    showToast({ tone: 'bad', title: 'The link could not be shared.', detail: 'Copy it instead.' })
  }
}

interface WebAppLineProps {
  name: string
  url: string
  /** Whether it answers now; a link is offered only then. */
  isOpen: boolean
}

/** Where the web app is: to open, to copy, and to share where the system can. */
export const WebAppLine = ({ name, url, isOpen }: WebAppLineProps) => {
  const shown = url.replace(/^https:\/\//, '').replace(/\/$/, '')
  const canShare = 'share' in navigator
  return (
    <CopiedLine
      term="Web app"
      value={url}
      what="web app link"
      actions={
        <>
          {canShare && (
            <IconButton
              size="sm"
              label="Share web app link"
              icon={<Share2 aria-hidden size={14} />}
              onClick={() => void share(name, url)}
            />
          )}
          {isOpen && (
            <a
              href={url}
              target="_blank"
              rel="noreferrer"
              aria-label="Open web app in a new tab"
              className={buttonClass({ variant: 'ghost', size: 'sm', square: true })}
            >
              <ExternalLink aria-hidden size={14} />
            </a>
          )}
        </>
      }
    >
      {isOpen ? (
        <a href={url} target="_blank" rel="noreferrer" className="text-accent hover:underline" title={url}>
          {shown}
        </a>
      ) : (
        <span title={url}>{shown}</span>
      )}
    </CopiedLine>
  )
}
