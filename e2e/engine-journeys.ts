/**
 * The tests that are run in Firefox as well, and in WebKit where it is Playwright's own, by their titles: what engines do differently
 * and what people do most.
 */
export const engineJourneys: readonly string[] = [
  'the sandbox key signs in at once, and the shell says that it is the sandbox',
  'signing in leads to the page that was asked for, query and all',
  'a key is kept on this device only when asked for; a new tab takes it from an open one, and signing out ends both',
  'search, filters and sort live in the URL, and the back button takes them off again',
  'three charts on one axis, and they move',
  'a newcomer starts an RStudio container with data from S3 and sees it come up',
  'stop and restart: pending at once, done when the service says so, the disk goes on costing',
  'resize shows the price before and after, and sends only what changed',
  'open 443, find its link, close it, and take that back',
  'delete wants the name, says what is lost, and leads back to the fleet',
  'a stop counts from the moment it is accepted, and once',
  'what was done and what came of it is one entry, with time, duration and effect, and leads to the instance',
  'a budget is set, kept and removed',
  'what does not run has a tile too, with its price and what can be done',
  'the palette goes to any page and any instance',
  'a reload while a stop is on its way loses nothing: it is said, and seen when it comes about',
  'the theme chosen in one tab is the theme of the other',
  'what is selected as CSV, and all that is remembered as one file, are handed over without any secret',
  'a page that was left by its address comes back signed in and live, and signed out after a sign-out meanwhile',
]
