import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { Dialog } from './dialog.tsx'
import { QrCode } from './qr-code.tsx'

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
