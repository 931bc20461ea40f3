/**
 * What brought a change, in words to stand behind a name; null for a person's own edit. Causes are named `kind:id`; of a
 * kind that is not known yet, its own word is shown.
 */
export function causeWords(cause: string | null): string | null {
  if (cause === null) return null;
  const kind = cause.split(':', 1)[0] ?? '';
  switch (kind) {
    case 'import':
      return 'by an import';
    case 'import-undo':
      return 'by taking an import back';
    case 'state':
      return 'by a script that saved the whole sheet';
    case 'rule':
      return 'by an automation';
    case 'proposal':
      return 'by approving a proposal from mail';
    case 'restore':
      return 'by restoring a backup';
    case 'setup':
      return 'when the workspace was set up';
    case 'demo':
      return 'with the sample data';
    default:
      return kind === '' ? null : `by ${kind}`;
  }
}
