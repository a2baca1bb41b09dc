import type { EndpointName } from '#contract/routes.ts'
import type { Instance } from '#contract/instance.ts'
import { apiCall } from '#model/instance/curl.ts'
import { Dialog } from '#ui/dialog.tsx'

import { CommandBlock } from '#features/actions/api-call.tsx'
import { apiBase } from '#page/api-base.ts'

interface Call {
  title: string
  endpoint: EndpointName
  body?: object
}

const callsOf = ({ resource_type: type, name, n_vcpus: vcpus, mem_gib: memory }: Instance): Call[] => {
  const resize = { n_vcpus: vcpus ?? undefined, mem_gib: memory ?? undefined }
  const own: Call[] =
    type === 'vm'
      ? [
          { title: 'Open a port', endpoint: 'addPort', body: { port: 443 } },
          { title: 'Close a port', endpoint: 'removePort', body: { port: 443 } },
        ]
      : [
          { title: 'Read its usage', endpoint: 'stats' },
          { title: 'Resize', endpoint: 'update', body: resize },
        ]
  return [
    { title: 'Read this instance', endpoint: 'get' },
    ...own,
    { title: 'Stop', endpoint: 'stop' },
    { title: 'Restart', endpoint: 'restart' },
    { title: 'Rename', endpoint: 'update', body: { name } },
    { title: 'Delete', endpoint: 'delete' },
  ]
}

/** The `curl` lines of everything this page does. */
const ApiCallsDialog = ({ instance, onClose }: { instance: Instance; onClose: () => void }) => (
  <Dialog
    open
    width="wide"
    title="API calls"
    description="What this page does, as commands. They take the key from the variable CCLOUD_API_KEY; the page never writes it out."
    onClose={onClose}
  >
    <div className="grid gap-4">
      {callsOf(instance).map(({ title, endpoint, body }) => (
        <div key={title} className="min-w-0">
          <h3 className="mb-1 text-secondary font-medium">{title}</h3>
          <CommandBlock
            what={`call to ${title.toLowerCase()}`}
            command={apiCall(endpoint, {
              baseUrl: apiBase(),
              ref: instance.name,
              ...(body === undefined ? {} : { body }),
            })}
          />
        </div>
      ))}
    </div>
  </Dialog>
)
export default ApiCallsDialog
