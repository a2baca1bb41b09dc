import Ellipsis from 'lucide-react/icons/ellipsis'
import ExternalLink from 'lucide-react/icons/external-link'
import Play from 'lucide-react/icons/play'
import RotateCw from 'lucide-react/icons/rotate-cw'
import Trash2 from 'lucide-react/icons/trash-2'

import { Button, buttonClass, type ButtonVariant, IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { MaskedSecret } from '#ui/secret.tsx'
import { QrCode } from '#ui/qr-dialog.tsx'
import { Tooltip } from '#ui/tooltip.tsx'

import { Line, Sample } from './sample.tsx'

const variants: ButtonVariant[] = ['primary', 'default', 'ghost', 'danger', 'danger-quiet']
const reason = 'It is still starting. It can be stopped once it runs.'

export const Actions = () => (
  <>
    <Sample name="Button">
      <div className="grid gap-3">
        {variants.map((variant) => (
          <Line key={variant}>
            <Button variant={variant}>Create instance</Button>
            <Button variant={variant} icon={<Play aria-hidden size={14} />}>
              Restart
            </Button>
            <Button variant={variant} pending>
              Resize
            </Button>
            <Button variant={variant} disabledReason={reason}>
              Stop
            </Button>
          </Line>
        ))}
      </div>
    </Sample>
    <Sample name="Sizes">
      <Line>
        <Button size="sm">Small, 26</Button>
        <Button>Medium, 32</Button>
        <Button size="lg">Large, 36</Button>
        <Button size="lg" variant="primary">
          Create instance
        </Button>
      </Line>
    </Sample>
    <Sample name="Icon button">
      <Line>
        <IconButton label="Actions for rna-atlas" icon={<Ellipsis aria-hidden size={16} />} />
        <IconButton label="Try again" variant="default" icon={<RotateCw aria-hidden size={15} />} />
        <IconButton size="sm" label="Close port 443" icon={<Trash2 aria-hidden size={14} />} />
        <IconButton
          label="Delete"
          variant="default"
          icon={<Trash2 aria-hidden size={15} />}
          disabledReason="It is locked in this browser. Lift the lock first."
        />
      </Line>
    </Sample>
    <Sample name="Link as button">
      <Line>
        <a href="#actions" className={buttonClass({ variant: 'primary' })}>
          Open RStudio <ExternalLink aria-hidden size={14} />
        </a>
        <a href="#actions" className={buttonClass({ size: 'sm' })}>
          Open <ExternalLink aria-hidden size={13} />
        </a>
      </Line>
    </Sample>
    <Sample name="Copy">
      <Line>
        <CopyButton what="SSH command" text="ssh -p 30140 ccloud@login.carolinacloud.io" />
        <CopyButton what="SSH command" text="ssh -p 30140 ccloud@login.carolinacloud.io">
          SSH
        </CopyButton>
        <CopyButton what="curl command" variant="default" size="md" text={() => 'curl …'}>
          Copy
        </CopyButton>
        <CopyButton what="SSH command" text="" disabledReason="It has no SSH address yet.">
          SSH
        </CopyButton>
      </Line>
    </Sample>
    <Sample name="Masked secret">
      <div className="max-w-72">
        <MaskedSecret what="password" value="abc123def456" />
      </div>
    </Sample>
    <Sample name="QR code">
      <div className="w-40">
        <QrCode text="https://rna-atlas.carolinacloud.io" label="Address of rna-atlas as a QR code" />
      </div>
    </Sample>
    <Sample name="Tooltip">
      <Tooltip text="21 Dec 2025, 12:09">3 days</Tooltip>
    </Sample>
  </>
)
