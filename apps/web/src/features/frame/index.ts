export { errorPage } from './ErrorPage.tsx'
export { Frame } from './Frame.tsx'
export { words as frameWords } from './words.ts'
