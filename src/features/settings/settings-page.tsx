import { setTheme, type Theme, useTheme } from '#local/preferences.ts'
import { keyHint } from '#session/api-key.ts'
import { useSession, useSessionStore } from '#session/session-context.ts'
import { Button } from '#ui/button.tsx'
import { Definition, DefinitionList } from '#ui/definition-list.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Panel } from '#ui/panel.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useTitle } from '#ui/use-title.ts'

const themes: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'Follow the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

const Appearance = () => {
  const theme = useTheme()
  return (
    <Panel title="Appearance">
      <Segmented label="Theme" options={themes} value={theme} onValueChange={setTheme} />
    </Panel>
  )
}

const ApiKey = () => {
  const session = useSessionStore()
  const { connection } = useSession()
  if (connection === null) return null
  return (
    <Panel
      title="API key"
      actions={
        <Button size="sm" onClick={session.signOut}>
          Sign out of this browser
        </Button>
      }
    >
      <DefinitionList>
        <Definition term="Account">{connection.name}</Definition>
        <Definition term="Key" mono>
          {keyHint(connection.key)}
        </Definition>
      </DefinitionList>
      <p className="mt-2 text-secondary text-ink-muted">
        The key stays in this browser and is sent to Carolina Cloud only. Signing out forgets it.
      </p>
    </Panel>
  )
}

/** How the app looks here, and whose key it uses. */
const SettingsPage = () => {
  useTitle('Settings')
  return (
    <>
      <PageHeader title="Settings" />
      <div className="mt-4 grid max-w-2xl gap-4">
        <Appearance />
        <ApiKey />
      </div>
    </>
  )
}
export default SettingsPage
