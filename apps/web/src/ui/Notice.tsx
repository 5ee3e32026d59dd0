import type { ReactNode } from 'react'

/** A sentence or two that the page says of itself. */
export function Notice({
  tone = 'plain',
  children,
}: {
  tone?: 'plain' | 'warn' | 'bad'
  children: ReactNode
}) {
  return <div className={`notice notice-${tone}`}>{children}</div>
}
