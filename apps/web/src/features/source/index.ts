export { sourcePage } from './source-page.tsx'
