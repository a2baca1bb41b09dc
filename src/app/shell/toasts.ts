export { Toaster as default } from '#ui/toaster.tsx'
