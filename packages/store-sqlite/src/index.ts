export { makeFolders } from './folder.ts'
export { openStore } from './open.ts'
export type { OpenOptions } from './open.ts'
