export * from './error.ts'
export * from './access.ts'
export * from './change.ts'
export * from './store.ts'
