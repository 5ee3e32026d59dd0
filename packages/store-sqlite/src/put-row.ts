import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { run } from './connection.ts'
import type { Connection } from './connection.ts'

// Written here rather than by drizzle's builder, which makes its SQL anew for every row: a third of the time of a batch.

type Plan = { columns: readonly (readonly [string, SQLiteColumn])[]; insert: string; update: string }
const plans = new WeakMap<SQLiteTable, Plan>()

/** Adds one row; fields are bound as their columns say. */
export function insertRow<T extends SQLiteTable>(
  connection: Connection,
  table: T,
  row: T['$inferSelect'],
): void {
  const plan = planOf(table)
  run(connection, plan.insert, ...bound(plan, row))
}

/** Overwrites the row of that id. */
export function updateRow<T extends SQLiteTable>(
  connection: Connection,
  table: T,
  row: T['$inferSelect'] & { id: string },
): void {
  const plan = planOf(table)
  run(connection, plan.update, ...bound(plan, row), row.id)
}

function bound({ columns }: Plan, row: object): unknown[] {
  return columns.map(([key, column]) => {
    const value: unknown = Reflect.get(row, key)
    return value === null || value === undefined ? null : column.mapToDriverValue(value)
  })
}

function planOf(table: SQLiteTable): Plan {
  const known = plans.get(table)
  if (known !== undefined) return known
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, { name }]) => `"${name}"`)
  const target = `"${getTableName(table)}"`
  const plan = {
    columns,
    insert: `INSERT INTO ${target} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    update: `UPDATE ${target} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`,
  }
  plans.set(table, plan)
  return plan
}
