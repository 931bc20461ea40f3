/** Hands the person a text as a file. */
export function saveFile(fileName: string, text: string, mime: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The download starts after this turn; the address must live until then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
