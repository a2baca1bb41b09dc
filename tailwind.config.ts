import type { Config } from 'tailwindcss'

const token = (name: string) => `var(--${name})`

/**
 * The design tokens by name. Their values, light and dark, are in `src/ui/tokens.css`; components use these names only.
 * Tailwind's own palette is replaced, so a raw colour cannot be written by accident.
 */
export default {
  content: ['./index.html', './src/**/*.{ts,tsx}'],
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
      bad: { DEFAULT: token('bad'), ink: token('bad-ink'), soft: token('bad-soft'), fill: token('bad-fill') },
      lamp: { DEFAULT: token('lamp'), soft: token('lamp-soft'), ink: token('lamp-ink') },
      scrim: token('scrim'),
    },
    fontFamily: {
      sans: ['Inter Variable', 'Inter Fallback', 'system-ui', 'sans-serif'],
      mono: ['ui-monospace', 'SF Mono', 'Menlo', 'Consolas', 'monospace'],
    },
    fontSize: {
      micro: ['11px', '16px'],
      small: ['12px', '16px'],
      secondary: ['13px', '18px'],
      body: ['14px', '20px'],
      lead: ['15px', '20px'],
      title: ['20px', { lineHeight: '28px', letterSpacing: '-0.015em' }],
      figure: ['28px', { lineHeight: '32px', letterSpacing: '-0.025em' }],
    },
    borderRadius: { none: '0', sm: '4px', control: '6px', card: '8px', panel: '10px', full: '9999px' },
    boxShadow: { none: 'none', overlay: token('shadow'), segment: '0 0 0 1px var(--line)' },
    screens: { sm: '640px', md: '768px', lg: '1100px', xl: '1400px', '2xl': '1920px' },
  },
} satisfies Config
