type LogoProps = {
  /** Width and height in px. */
  size?: number
  className?: string
}

/**
 * The lighthouse: a striped tower, its lamp lit. Decorative; the word beside it is the name. It is drawn in `index.html`, which shows it
 * before the app is there.
 */
export const Logo = ({ size = 24, className }: LogoProps) => (
  <svg aria-hidden width={size} height={size} className={className}>
    <use href="#logo" />
  </svg>
)
