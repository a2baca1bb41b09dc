type LogoProps = {
  /** Width and height in px. */
  size?: number
  className?: string
}

/** The lighthouse: a striped tower, its lamp lit. Decorative; the word beside it is the name. */
export const Logo = ({ size = 24, className }: LogoProps) => (
  <svg aria-hidden width={size} height={size} viewBox="0 0 24 24" className={className}>
    <g className="fill-lamp">
      <path d="M8.6 5.4.8 3.3v6l7.8-2.1ZM15.4 5.4l7.8-2.1v6l-7.8-2.1Z" opacity=".6" />
      <rect x="9.7" y="4.5" width="4.6" height="3.6" rx=".4" />
    </g>
    <g className="fill-ink">
      <path d="M12 .9 15 3.9H9Z" strokeLinejoin="round" />
      <rect x="8.2" y="8.5" width="7.6" height="1.5" rx=".6" />
      <path d="M9.2 10.6h5.6l.5 3.6-6.3-2.5ZM8.7 14l6.9 2.6.4 2.7-7.6-2.7ZM8.1 18.9l8.1 2.6.2.9H7.6Z" />
      <rect x="5.6" y="22" width="12.8" height="1.4" rx=".7" />
    </g>
  </svg>
)
