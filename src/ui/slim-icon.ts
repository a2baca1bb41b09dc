import { createElement, type SVGProps } from 'react'

interface IconData {
  /** What an icon is made of: the name of an element and its attributes. */
  node: readonly (readonly [string, Readonly<Record<string, string>>])[]
}

interface IconProps extends SVGProps<SVGSVGElement> {
  /** Width and height, in px. */
  size?: number
}

/**
 * What the build puts in place of the function by which Lucide makes its icons (see vite.config.ts). That one draws each through two
 * components, a context and a dozen objects; a fleet has some hundred of them in its first rows.
 */
const slimIcon = ({ node }: IconData) => {
  const shapes = node.map(([tag, attributes]) => createElement(tag, attributes))
  return ({ size = 24, ...rest }: IconProps) =>
    createElement(
      'svg',
      {
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        // With a label it says something of its own.
        'aria-hidden': rest['aria-label'] === undefined ? true : undefined,
        ...rest,
      },
      shapes,
    )
}
export default slimIcon
