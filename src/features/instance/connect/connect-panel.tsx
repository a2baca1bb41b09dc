import type { Instance } from '#contract/instance.ts'
import { sshCommands } from '#model/instance/connect.ts'
import { webAppUrl } from '#model/instance/web-app-url.ts'
import { stateInfo } from '#model/instance/states.ts'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { MaskedSecret } from '#ui/masked-secret.tsx'
import { Panel } from '#ui/panel.tsx'

import { CopiedLine } from './copied-line.tsx'
import { MoreWays } from './more-ways.tsx'
import { WebAppLine } from './web-app-line.tsx'

/** How to reach the instance: whatever it has, and nothing else. */
export const ConnectPanel = ({ instance }: { instance: Instance }) => {
  const { name, lan_ipv4: lan, public_ipv4: wan, original_ccloud_password: password } = instance
  const { kind, phrase } = stateInfo(instance.state)
  const isRunning = kind === 'running'
  const url = webAppUrl(instance)
  const commands = sshCommands(instance)

  return (
    <Panel title="Connect">
      <div className="-my-2">
        {!isRunning && (
          <p className="py-1.5 text-secondary text-ink-muted">
            This instance is {phrase}:{' '}
            {kind === 'error' || kind === 'deleted' ? 'it may not answer.' : 'connecting works once it runs.'}
          </p>
        )}
        <DefinitionList>
          {url !== null && <WebAppLine name={name} url={url} isOpen={isRunning} />}
          {commands !== null && <CopiedLine term="SSH" value={commands.ssh} what="SSH command" />}
          {password !== null && (
            <Definition term="Password">
              <MaskedSecret value={password} what="password" />
            </Definition>
          )}
          {wan !== null && <CopiedLine term="Public address" value={wan} what="public address" />}
          {lan !== null && <CopiedLine term="LAN address" value={lan} what="LAN address" />}
        </DefinitionList>
        {password !== null && (
          <p className="py-1 text-small text-ink-muted">
            The password is the first one; it may have been changed on the instance since.
          </p>
        )}
        {commands !== null && <MoreWays commands={commands} />}
      </div>
    </Panel>
  )
}
