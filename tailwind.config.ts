import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

/** Sizes are drawn in px and written in rem, so that text follows the reader's own font size. */
const rem = (px: number) => `${px / 16}rem`

/**
 * The design tokens by name. Their values, light and dark, are in `src/ui/tokens.css`; components use these names only.
 * Tailwind's own palette is replaced, so a raw colour cannot be written by accident.
 */
export default {
  content: ['./index.html', './src/{app,features,page,session,ui}/**/*.{ts,tsx}'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      canvas: token('canvas'),
      surface: token('surface'),
      raised: token('raised'),
      sunken: token('sunken'),
      line: { DEFAULT: token('line'), strong: token('line-strong') },
      ink: { DEFAULT: token('ink'), muted: token('ink-muted'), faint: token('ink-faint') },
      accent: {
        DEFAULT: token('accent'),
        ink: token('accent-ink'),
        soft: token('accent-soft'),
        hover: token('accent-hover'),
      },
      run: token('run'),
      busy: token('busy'),
      rest: token('rest'),
      bad: {
        DEFAULT: token('bad'),
        ink: token('bad-ink'),
        soft: token('bad-soft'),
        fill: token('bad-fill'),
        'fill-ink': token('bad-fill-ink'),
      },
      lamp: {
        DEFAULT: token('lamp'),
        soft: token('lamp-soft'),
        ink: token('lamp-ink'),
        line: token('lamp-line'),
        bar: token('lamp-bar'),
      },
      plot: { DEFAULT: token('plot'), fill: token('plot-fill') },
      track: token('track'),
      part: {
        vcpu: token('part-vcpu'),
        ram: token('part-ram'),
        gpu: token('part-gpu'),
        'gpu-line': token('part-gpu-line'),
        disk: token('part-disk'),
      },
      good: token('good-ink'),
      hatch: token('hatch'),
      scrim: token('scrim'),
    },
    fontFamily: {
      sans: ['Inter Variable', 'Inter Fallback', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', 'SF Mono', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      micro: [rem(11), rem(16)],
      small: [rem(12), rem(16)],
      secondary: [rem(13), rem(18)],
      body: [rem(14), rem(20)],
      lead: [rem(15), rem(20)],
      title: [rem(20), { lineHeight: rem(28), letterSpacing: '-0.015em' }],
      figure: [rem(28), { lineHeight: rem(32), letterSpacing: '-0.025em' }],
    },
    fontWeight: { normal: '400', medium: '500', name: '550', semibold: '600' },
    borderRadius: { none: '0', sm: '4px', control: '6px', card: '8px', panel: '10px', full: '9999px' },
    boxShadow: { none: 'none', overlay: token('shadow'), segment: '0 0 0 1px var(--line)' },
    // `nav` is where the names beside the icons of the navigation have room; below, it is a rail.
    screens: {
      sm: rem(640),
      md: rem(768),
      lg: rem(1100),
      nav: rem(1340),
      xl: rem(1400),
      '2xl': rem(1920),
    },
  },
} satisfies Config
