import { people, titles } from './words.ts'

const parts = new Set(
  'q a question answer host co-host moderator interviewer interviewee presenter anchor announcer narrator caller audience questioner operator translator interpreter clerk bailiff usher witness guest panelist panellist respondent counsel prosecution defence defense applicant appellant claimant defendant plaintiff unidentified unknown male female voice foreperson foreman juror the an of for and'.split(
    ' ',
  ),
)
/** Whether a word of a label names a part somebody plays and nobody: HOST, UNIDENTIFIED SPEAKER, AUDIENCE MEMBER 2. */
export const playsPart = (lower: string): boolean =>
  parts.has(lower) || people.has(lower) || titles.has(lower) || /^#?\d+$/.test(lower)
