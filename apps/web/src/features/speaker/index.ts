export { speakerPage } from './speaker-page.tsx'
