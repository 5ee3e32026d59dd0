export { aboutPage } from './about-page.tsx'
