/** One step from a major version to the next: pure, for every kind; what it does not know it hands on. */
export type Migration = {
  /** The major version it starts from; it ends at the next. */
  from: number
  up(record: { kind: string; data: unknown }): { kind: string; data: unknown }
}

/** Every step there is, each with a file of its version in `samples/` that still parses. */
export const migrations: readonly Migration[] = []
