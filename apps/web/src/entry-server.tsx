import type { RenderPage } from '@onrecord/api'
import type { Assets } from './lib/document.ts'
import { pageRenderer } from './page-renderer.tsx'

/** Put in by the build: the addresses of the client's files. */
declare const BUILT_ASSETS: Assets

/** What apps/server loads, built, to answer the public pages. */
export const renderPage: RenderPage = pageRenderer(BUILT_ASSETS)
