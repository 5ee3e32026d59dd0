import type { Head } from './page.ts'

/** Addresses of the built files. */
export type Assets = { script: string; preloads: readonly string[]; styles: readonly string[]; icon: string }

type Parts = {
  head: Head
  siteName: string
  origin: string
  nonce: string
  body: string
  assets: Assets
  answers: unknown
}

/** The whole document. Every value is escaped; the script, where there is one, is our own file. */
export function documentOf({ head, siteName, origin, nonce, body, assets, answers }: Parts): string {
  const scripted = answers !== undefined
  const lines = [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(titleOf(head, siteName))}</title>`,
    `<meta name="description" content="${escaped(head.description)}">`,
    '<meta name="color-scheme" content="light dark">',
    '<meta name="theme-color" content="#FBFAF6" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#14161A" media="(prefers-color-scheme: dark)">',
    ...(head.index ? [] : ['<meta name="robots" content="noindex">']),
    ...(head.canonical === null ? [] : [`<link rel="canonical" href="${escaped(origin + head.canonical)}">`]),
    ...head.alternates.map(
      ({ type, href, title }) =>
        `<link rel="alternate" type="${escaped(type)}" href="${escaped(href)}" title="${escaped(title)}">`,
    ),
    `<link rel="icon" type="image/svg+xml" href="${escaped(assets.icon)}">`,
    ...assets.styles.map((href) => `<link rel="stylesheet" href="${escaped(href)}">`),
    ...(scripted ? assets.preloads.map((href) => `<link rel="modulepreload" href="${escaped(href)}">`) : []),
    ...(scripted ? [`<script type="module" src="${escaped(assets.script)}"></script>`] : []),
    ...(head.jsonLd === null
      ? []
      : [
          `<script type="application/ld+json" nonce="${escaped(nonce)}">${jsonInScript(head.jsonLd)}</script>`,
        ]),
    '</head>',
    '<body>',
    `<div id="app">${body}</div>`,
    ...(scripted ? [`<script type="application/json" id="answers">${jsonInScript(answers)}</script>`] : []),
    '</body>',
    '</html>',
    '',
  ]
  return lines.join('\n')
}

export function titleOf({ title }: Pick<Head, 'title'>, siteName: string): string {
  return title === '' ? siteName : `${title} – ${siteName}`
}

/** JSON that ends no script and starts no comment, whatever is in it. */
export function jsonInScript(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character)
}
