/** A whole resolution for the example of a rule: one paragraph per argument. */
export const resolution = (...paragraphs: readonly string[]): string =>
  ['2024/1. Prevention of crime', 'The Economic and Social Council,', ...paragraphs].join('\n\n')
