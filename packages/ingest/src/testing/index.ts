export * from './sink-contract.ts'
