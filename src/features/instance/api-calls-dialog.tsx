import type { EndpointName } from '#contract/routes.ts'
import type { Instance } from '#contract/instance.ts'
import { type Action, actions, isForType } from '#model/instance/actions.ts'
import { apiCall } from '#model/instance/curl.ts'
import { Dialog } from '#ui/dialog.tsx'

import { apiBase, ShellCommandBlock, ShellSwitch } from '#features/actions/api-call.tsx'

interface Call {
  title: string
  endpoint: EndpointName
  body?: object
}

const calls: Record<Action, (instance: Instance) => Call> = {
  stop: () => ({ title: 'Stop', endpoint: 'stop' }),
  restart: () => ({ title: 'Restart', endpoint: 'restart' }),
  resize: ({ n_vcpus, mem_gib }) => ({
    title: 'Resize',
    endpoint: 'update',
    body: { n_vcpus: n_vcpus ?? undefined, mem_gib: mem_gib ?? undefined },
  }),
  rename: ({ name }) => ({ title: 'Rename', endpoint: 'update', body: { name } }),
  delete: () => ({ title: 'Delete', endpoint: 'delete' }),
  openPort: () => ({ title: 'Open a port', endpoint: 'addPort', body: { port: 443 } }),
  closePort: () => ({ title: 'Close a port', endpoint: 'removePort', body: { port: 443 } }),
  stats: () => ({ title: 'Read its usage', endpoint: 'stats' }),
}

const callsOf = (instance: Instance): Call[] => [
  { title: 'Read this instance', endpoint: 'get' },
  ...actions
    .filter((action) => isForType(action, instance.resource_type))
    .map((action) => calls[action](instance)),
]

/** The commands of everything this page does. */
const ApiCallsDialog = ({ instance, onClose }: { instance: Instance; onClose: () => void }) => (
  <Dialog
    open
    width="wide"
    title="API calls"
    description="What this page does, as commands. They take the key from the variable CCLOUD_API_KEY; the page never writes it out."
    onClose={onClose}
  >
    <div className="grid gap-4">
      <ShellSwitch />
      {callsOf(instance).map(({ title, endpoint, body }) => (
        <div key={title} className="min-w-0">
          <h3 className="mb-1 text-secondary font-medium">{title}</h3>
          <ShellCommandBlock
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
