import { Copy } from 'lucide-react';
import { useState } from 'react';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    setCopied(copyText(text));
    announce(`Copied ${what}`, 'polite');
  };
  return (
    <Button size="small" icon={Copy} onClick={copy}>
      {isCopied ? 'Copied' : 'Copy'}
      <span className="visually-hidden"> {what}</span>
    </Button>
  );
}

/** The page has no permission for the clipboard, and asks for none; what is selected may always be copied. */
function copyText(text: string): boolean {
  const box = document.createElement('textarea');
  box.value = text;
  box.className = 'visually-hidden';
  document.body.append(box);
  const before = document.activeElement;
  box.select();
  const isCopied = document.execCommand('copy');
  box.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
