export { useTitle } from '#ui/use-title.ts'
