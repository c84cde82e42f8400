/**
 * Puts a text on the clipboard and says whether it worked. The page has no permission for the clipboard, and asks for
 * none; what is selected may always be copied.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'visually-hidden';
  // Inside the dialog that is open, or its hold on the cursor would take the selection away.
  (before?.closest('[role="dialog"]') ?? document.body).append(box);
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
