import RotateCw from 'lucide-react/icons/rotate-cw'

import { useRefusals } from '#features/actions/use-refusals.ts'
import { actionPrice, actionPriceText } from '#model/pricing/action-price.ts'
import { hourlyCost } from '#model/pricing/cost.ts'
import { hourlyText, monthlyText } from '#model/pricing/price-text.ts'
import { useAsk } from '#operations/action-requests.ts'
import { Button } from '#ui/button.tsx'

import { Acts, Details, Facts, mainActClass, Opened, Picture } from './parts.tsx'
import type { BodyProps } from './tile.tsx'

/** A web app whose instance is stopped: what its disk costs, and the way to start it again with what that costs. */
export const StoppedBody = ({ instance, openedAt }: BodyProps) => {
  const ask = useAsk()
  const refusal = useRefusals(instance)('restart')
  const { running, stopped } = hourlyCost(instance)
  return (
    <>
      <Picture>Disk kept, {monthlyText(stopped)} / month</Picture>
      <Facts end={<Opened at={openedAt} />}>{hourlyText(stopped)} / h now</Facts>
      <Acts>
        <Button
          aria-label={`Restart ${instance.name}`}
          className={mainActClass}
          icon={<RotateCw aria-hidden size={14} />}
          disabledReason={refusal}
          consequence={actionPriceText('restart', actionPrice('restart', instance))}
          onClick={() => ask({ action: 'restart', instance })}
        >
          Restart <span className="text-ink-muted">{hourlyText(running)} / h</span>
        </Button>
      </Acts>
    </>
  )
}

/** A web app that cannot be opened for another reason, which is said. */
export const ClosedBody = ({ instance, openedAt, reason }: BodyProps & { reason?: string | undefined }) => (
  <>
    <Picture>{reason}</Picture>
    <Facts end={<Opened at={openedAt} />}>{hourlyText(hourlyCost(instance).now)} / h now</Facts>
    <Acts>
      <Details instance={instance} />
    </Acts>
  </>
)
