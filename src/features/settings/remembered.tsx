import { useQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import Upload from 'lucide-react/icons/upload'
import { useRef, useState } from 'react'

import { useApi } from '#api/api-context.ts'
import { formatCount } from '#lib/format.ts'
import { pluralize } from '#lib/text.ts'
import { isoText } from '#lib/time.ts'
import { storageProblems } from '#page/storage-problem.tsx'
import { useSession } from '#session/session-context.ts'
import { watchForgetting } from '#storage/forgotten.ts'
import type { Remembered as Counts } from '#storage/remembered.ts'
import { countsQuery } from '#storage/stored-queries.ts'
import type { Imported } from '#storage/transfer-settings.ts'
import { announce } from '#ui/announcer.tsx'
import { Button } from '#ui/button.tsx'
import { cx } from '#ui/cx.ts'
import { downloadText } from '#ui/download.ts'
import { InfoMark } from '#ui/info-mark.tsx'
import { Note } from '#ui/note.tsx'
import { lazyPart } from '#ui/lazy-part.tsx'
import { Panel } from '#ui/panel.tsx'

import { bytesText } from './bytes-text.ts'

const loadTransfer = () => import('#storage/transfer.ts')
const ForgetDialog = lazyPart(() => import('./forget-dialog.tsx'))

const nothing: Counts = {
  samples: 0,
  names: 0,
  activity: 0,
  ledger: 0,
  quarantine: 0,
  bytes: { samples: 0, names: 0, activity: 0, ledger: 0, settings: 0 },
}

const importedText = ({ taken, elsewhere, present, setAside, rejected }: Imported): string =>
  [
    taken === 0 ? 'Nothing new was imported.' : `${pluralize(taken, 'entry', 'entries')} imported.`,
    elsewhere > 0
      ? `${formatCount(elsewhere)} of them ${elsewhere === 1 ? 'is' : 'are'} of another account and will show once its key is in this browser.`
      : null,
    present > 0 ? `${formatCount(present)} were here already.` : null,
    setAside > 0
      ? `${formatCount(setAside)} cannot be read by this version and are set aside for one that can.`
      : null,
    rejected > 0 ? `${formatCount(rejected)} make no sense here and were left out.` : null,
  ]
    .filter((part) => part !== null)
    .join(' ')

/** Hands out the file; returns what to say of it. Rejects where the code for it cannot be loaded. */
const exported = async (now: number): Promise<string> => {
  const { exportStored } = await loadTransfer()
  const text = await exportStored(now)
  if (text === null) return 'The browser did not let go of what it stores. Nothing was exported.'
  downloadText(`hatteras-${isoText(now).slice(0, 10)}.json`, text, 'application/json')
  return 'Exported: the file has everything but your API keys.'
}

/** Takes a file in; returns what to say of it. Rejects where it cannot be read. */
const imported = async (
  file: File,
  connectionId: string,
  now: number,
  accounts: readonly string[],
): Promise<string> => {
  const isForgotten = watchForgetting()
  const { importStored } = await loadTransfer()
  const done = await importStored(await file.text(), connectionId, now, { accounts, isForgotten })
  return typeof done === 'string' ? done : importedText(done)
}

/** Takes what is stored along to another browser, as one file; and the way to forget it. */
const Transfer = ({ onForget }: { onForget: () => void }) => {
  const { connectionId, now } = useApi()
  const accounts = useSession().connections.map(({ id }) => id)
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState<'export' | 'import' | null>(null)
  const [said, setSaid] = useState<string | null>(null)

  const say = (text: string) => {
    setSaid(text)
    setBusy(null)
    announce(text)
  }
  const save = async () => {
    setBusy('export')
    say(await exported(now()).catch(() => 'The export could not be loaded. Reload the page and try again.'))
  }
  const take = async (file: File) => {
    setBusy('import')
    say(
      await imported(file, connectionId, now(), accounts).catch(
        () => 'The file could not be read. Nothing was imported.',
      ),
    )
  }

  return (
    <>
      <div className="mt-3.5 flex flex-wrap items-center gap-2">
        <Button
          icon={<Download aria-hidden size={14} />}
          pending={busy === 'export'}
          onClick={() => void save()}
        >
          Export
        </Button>
        <Button
          icon={<Upload aria-hidden size={14} />}
          pending={busy === 'import'}
          onClick={() => input.current?.click()}
        >
          Import…
        </Button>
        <Button variant="ghost" className="ml-auto text-bad-ink!" onClick={onForget}>
          Forget all…
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="application/json,.json"
        aria-label="File to import"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file !== undefined) void take(file)
          // The same file may be chosen again.
          currentTarget.value = ''
        }}
      />
      {said !== null && <Note className="mt-3">{said}</Note>}
    </>
  )
}

const AboutMemory = () => (
  <InfoMark label="About what this browser keeps">
    <p>
      So that charts are not empty after a reload, costs are known of days past, and old bookmarks find
      renamed instances. It is in this browser only, and another browser knows nothing of it.
    </p>
    <p>
      Export makes one file with all of it, and with your budgets, rates, recipes, notes and settings; without
      API keys. An import adds what is missing here.
    </p>
  </InfoMark>
)

interface Kept {
  label: string
  bytes: number
  fill: string
  /** What it is, and how much. */
  about: string
}

const keptOf = ({ bytes, ...counts }: Counts): readonly Kept[] => [
  {
    label: 'Usage',
    bytes: bytes.samples,
    fill: 'bg-plot',
    about: `${pluralize(counts.samples, 'reading')} of CPU, memory and disk`,
  },
  {
    label: 'Costs',
    bytes: bytes.ledger,
    fill: 'bg-part-ram',
    about: `${pluralize(counts.ledger, 'record')} of what ran, when, and at what price`,
  },
  {
    label: 'Activity',
    bytes: bytes.activity,
    fill: 'bg-part-gpu',
    about: pluralize(counts.activity, 'entry', 'entries'),
  },
  {
    label: 'Names, notes',
    bytes: bytes.names + bytes.settings,
    fill: 'bg-part-disk',
    about: `${pluralize(counts.names, 'instance')} and their former names; notes, recipes, rates and settings`,
  },
]

const totalOf = (kept: readonly Kept[]): number => kept.reduce((sum, { bytes }) => sum + bytes, 0)

/** The parts on one bar, and how much each takes. */
const KeptBar = ({ kept }: { kept: readonly Kept[] }) => (
  <>
    <div
      aria-hidden
      className="flex h-2.5 gap-px overflow-hidden rounded-[3px] bg-track forced-colors:border"
    >
      {kept.map(({ label, bytes, fill }) =>
        bytes === 0 ? null : (
          <span
            key={label}
            className={cx('min-w-0.5 forced-color-adjust-none', fill)}
            style={{ flexGrow: bytes }}
          />
        ),
      )}
    </div>
    <dl className="mt-2.5 grid grid-cols-2 gap-x-4 gap-y-1 text-secondary">
      {kept.map(({ label, bytes, fill, about }) => (
        <div key={label} title={about} className="flex items-center gap-2">
          <dt className="flex items-center gap-2">
            <span aria-hidden className={cx('size-2 rounded-[2px] forced-color-adjust-none', fill)} />
            {label}
          </dt>
          <dd className="m-0 ml-auto w-16 text-right text-ink-muted">{bytesText(bytes)}</dd>
        </div>
      ))}
    </dl>
  </>
)

/** How much is stored here, and the ways to take it along and to forget it. */
export const Remembered = () => {
  const { data: counts = nothing } = useQuery(countsQuery(useApi()))
  const [isAsking, setAsking] = useState(false)
  const kept = typeof counts === 'string' ? null : keptOf(counts)

  return (
    <Panel
      title="This browser"
      aside={kept !== null && `keeps ≈ ${bytesText(totalOf(kept))}`}
      actions={<AboutMemory />}
    >
      {kept === null || typeof counts === 'string' ? (
        <p className="text-secondary text-ink-muted">
          {typeof counts === 'string' && storageProblems[counts]}
        </p>
      ) : (
        <>
          <KeptBar kept={kept} />
          {counts.quarantine > 0 && (
            <p className="mt-2 text-secondary text-ink-muted">
              Set aside: {pluralize(counts.quarantine, 'record')} that this version cannot read, or that a
              wrong clock dated ahead
            </p>
          )}
          <Transfer onForget={() => setAsking(true)} />
        </>
      )}
      {isAsking && <ForgetDialog onClose={() => setAsking(false)} />}
    </Panel>
  )
}
