import { encode } from 'uqr'

import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Dialog } from './dialog.tsx'

/** Modules of white around the code: readers want four. */
const quiet = 4

/** The dark modules as one path, a rectangle for each run of them. */
const darkPath = (rows: readonly (readonly boolean[])[]): string => {
  let path = ''
  for (const [y, row] of rows.entries()) {
    let x = 0
    while (x < row.length) {
      const end = row.indexOf(!(row[x] ?? false), x)
      const run = (end < 0 ? row.length : end) - x
      if (row[x] === true) path += `M${x} ${y}h${run}v1h-${run}z`
      x += run
    }
  }
  return path
}

/** The code of a text; null where the text is longer than the largest code holds (2,331 bytes). */
const codeOf = (text: string) => {
  try {
    const { data, size } = encode(text, { ecc: 'M', border: 0 })
    return { path: darkPath(data), size }
  } catch {
    return null
  }
}

/**
 * A text as a QR code, or a line that says that it is too long for one. It is black on white in every theme and on every palette: most cameras do not read it the other way round.
 * `label` says what it holds.
 */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const code = codeOf(text)
  if (code === null)
    return <p className="text-secondary">This link is too long for a QR code. Copy it instead.</p>
  const side = code.size + 2 * quiet
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="block size-full rounded-card forced-color-adjust-none"
    >
      <rect x={-quiet} y={-quiet} width={side} height={side} fill="white" />
      <path d={code.path} fill="black" />
    </svg>
  )
}

type QrDialogProps = {
  /** Whose link it is: the dialog says so under its title. */
  name: string
  url: string
  /** What the link is, in lower case: "web app link". */
  what: string
  onClose: () => void
}

/** A link to point a phone's camera at. Loaded when it is wanted. */
const QrDialog = ({ name, url, what, onClose }: QrDialogProps) => (
  <Dialog
    open
    title="QR code"
    description={
      <>
        Point a camera at it to open the {what} of{' '}
        <span className="font-medium wrap-anywhere text-ink">{name}</span>.
      </>
    }
    onClose={onClose}
    footer={
      <>
        <Button onClick={onClose}>Close</Button>
        <CopyButton text={url} what={what} variant="default" size="md">
          Copy link
        </CopyButton>
      </>
    }
  >
    <div className="mx-auto max-w-64">
      <QrCode text={url} label={`QR code of ${url}`} />
    </div>
    <p className="mt-3 max-h-48 overflow-y-auto text-center font-mono text-secondary wrap-anywhere select-all">
      {url}
    </p>
  </Dialog>
)
export default QrDialog
