/**
 * Where something that floats belongs in the document: the dialog it was opened from, else the page's main part, so that
 * it stands inside a landmark and is not hidden with what lies behind a dialog.
 */
export function floatingHome(): HTMLElement {
  const dialog = document.activeElement?.closest<HTMLElement>('[role="dialog"], [role="alertdialog"]');
  return dialog ?? document.querySelector('main') ?? document.body;
}
