/** The program on the command line. */
export const cli = {
  'cli-act-usage':
    'act <name> <input as JSON> --url <address> --token <token>: performs an act on a running installation',
  'cli-ask-usage': 'ask <view> [input as JSON] --url <address> [--token <token>]: reads a view as JSON',
  'cli-backup-usage': 'backup <file>: writes everything the database holds into one file, while it is in use',
  'cli-restore-usage': 'restore <file>: fills an empty database from a backup',
  'cli-recover-usage':
    'recover <name for signing in>: makes a one-time link by which a person who lost their password chooses another',
  'cli-token-file': '--token-file <file> reads the token from a file, so that it stands in no list of processes.',
  'cli-words-missing': 'Something is missing. Usage: {usage}',
  'cli-not-json': 'The input is not JSON: {reason}',
  'cli-unreachable': '{url} does not answer: {reason}',
  'cli-backed-up': '{rows, plural, one {# row} other {# rows}} written to {file}. Keep it as you keep the database.',
  'cli-restored': '{rows, plural, one {# row} other {# rows}} restored from {file}.',
  'cli-recovery': 'Hand over this link; it works once, until {until}:',
} as const
