import { Fragment } from 'react'

interface Fact {
  text: string
  className?: string | undefined
}

/** A few short facts with dots between them. A line breaks between facts only, and has no dot at its ends. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <span className="block overflow-hidden">
    {/* The dot before the first fact of a line is where nothing shows. */}
    <span className="-ml-2.5 flex flex-wrap">
      {facts.map(({ text, className }, index) => (
        <Fragment key={text}>
          {index > 0 && ' '}
          <span className="pl-2.5 whitespace-nowrap">
            {/* Not positioned: what lies over all of it, such as the radio of a card, stays on top. */}
            {index > 0 && <span className="-ml-2.5 inline-block w-2.5 pl-[0.1875rem]">· </span>}
            <span className={className}>{text}</span>
          </span>
        </Fragment>
      ))}
    </span>
  </span>
)
