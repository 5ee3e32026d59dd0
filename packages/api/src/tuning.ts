/** Faults of an input that are named in an answer. A batch may have thousands; the first few tell which field is wrong. */
export const maxIssues = 10
