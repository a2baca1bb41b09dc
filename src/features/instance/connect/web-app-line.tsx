import ExternalLink from 'lucide-react/icons/external-link'

import { buttonClass } from '#ui/button-class.ts'
import { Definition } from '#ui/definition-list.tsx'
import { LinkTools } from '#ui/link-tools.tsx'

interface WebAppLineProps {
  name: string
  url: string
  /** Whether it answers now; a link is offered only then. */
  isOpen: boolean
}

/** Where the web app is: to open, to copy, to show to a camera, and to share where the system can. */
export const WebAppLine = ({ name, url, isOpen }: WebAppLineProps) => {
  const shown = url.replace(/^https:\/\//, '').replace(/\/$/, '')
  return (
    <Definition
      term="Web app"
      mono
      actions={
        <>
          <LinkTools name={name} url={url} what="web app link" />
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
    </Definition>
  )
}
