import { describe } from 'vitest'
import { auditContract } from './contract/audits.ts'
import { commitContract } from './contract/commits.ts'
import { dumpContract } from './contract/dumps.ts'
import { facetContract } from './contract/facets.ts'
import { listContract } from './contract/lists.ts'
import { propertyContract } from './contract/pages.ts'
import { queryContract } from './contract/queries.ts'
import { statisticContract } from './contract/statistics.ts'
import { searchContract } from './contract/searching.ts'
import type { MakeStore } from './contract/suite.ts'

/** Everything the port promises, asked of an implementation; `make` gives a new, empty store each time. */
export function storeContract(name: string, make: MakeStore): void {
  describe(`the store ${name}`, () => {
    commitContract(make)
    auditContract(make)
    searchContract(make)
    queryContract(make)
    facetContract(make)
    listContract(make)
    statisticContract(make)
    propertyContract(make)
    dumpContract(make)
  })
}
