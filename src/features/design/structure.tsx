import Ellipsis from 'lucide-react/icons/ellipsis'

import { Button, IconButton } from '#ui/button.tsx'
import { CopyButton } from '#ui/copy-button.tsx'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { MaskedSecret } from '#ui/secret.tsx'
import { Note } from '#ui/note.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { StateMark } from '#ui/state-mark.tsx'

import { Sample } from './sample.tsx'

export const Structure = () => (
  <>
    <Sample name="Page header">
      <PageHeader
        crumb="Instances /"
        mark={<StateMark kind="running" size={14} />}
        title="rna-atlas"
        beside={<span className="text-ink-muted">Running · RStudio · container · 3 days</span>}
        actions={
          <>
            <Button variant="ghost">Show API call</Button>
            <Button>Stop</Button>
            <IconButton variant="default" label="More" icon={<Ellipsis aria-hidden size={16} />} />
            <Button variant="primary">Open RStudio</Button>
          </>
        }
      />
    </Sample>
    <Sample name="Panel">
      <div className="grid grid-cols-2 items-start gap-4 max-md:grid-cols-1">
        <Panel title="Connect">
          <DefinitionList className="-my-2">
            <Definition
              term="Web app"
              mono
              actions={<CopyButton what="web app address" text="https://rna-atlas.carolinacloud.io" />}
            >
              <a className="text-accent hover:underline" href="#structure">
                rna-atlas.carolinacloud.io
              </a>
            </Definition>
            <Definition
              term="SSH"
              mono
              actions={<CopyButton what="SSH command" text="ssh -p 30140 ccloud@login.carolinacloud.io" />}
            >
              ssh -p 30140 ccloud@login.carolinacloud.io
            </Definition>
            <Definition term="Password">
              <MaskedSecret what="password" value="abc123def456" />
            </Definition>
            <Definition term="Created">21 Dec 2025, 12:09</Definition>
          </DefinitionList>
        </Panel>
        <Panel
          title="Cost"
          aside="estimate"
          actions={
            <Button size="sm" variant="ghost">
              Rates
            </Button>
          }
        >
          <p>
            <span className="text-figure font-semibold">$0.61</span>{' '}
            <span className="text-ink-muted">/ hour ≈ $445 / month</span>
          </p>
          <Note className="mt-3">
            Rates as on your <strong>rna-atlas</strong>, same tier, 3 days ago.
          </Note>
        </Panel>
      </div>
    </Sample>
    <Sample name="Sheet, a bar at the bottom where it is narrow">
      <div className="grid items-start gap-4 max-lg:block lg:grid-cols-[minmax(0,1fr)_380px]">
        <p className="text-secondary text-ink-muted max-lg:mb-6">
          The long page stands here. The price stays beside it; on a phone it is a bar, and its lines come up
          from below.
        </p>
        <Sheet
          title="Summary"
          expandLabel="Price details"
          headline={
            <>
              <p>
                <span className="text-title font-semibold lg:text-figure">$0.61</span>{' '}
                <span className="text-ink-muted">/ hour</span>
              </p>
              <p className="text-secondary text-ink-muted">≈ $445 / month</p>
            </>
          }
          action={
            <Button variant="primary" size="lg">
              Create instance
            </Button>
          }
          footer={<CopyButton what="link" text="https://example.org/instances/new" />}
        >
          <p className="flex justify-between text-secondary">
            16 vCPU × $0.0150 <span>$0.2400</span>
          </p>
          <Note>
            Rates as on your <strong>rna-atlas</strong>, same tier, 3 days ago.
          </Note>
        </Sheet>
      </div>
    </Sample>
  </>
)
