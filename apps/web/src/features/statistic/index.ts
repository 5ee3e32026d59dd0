export { figureWords } from './figure.ts'
export { statisticPage, statisticsPage } from './statistic-pages.tsx'
