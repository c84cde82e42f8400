import { Copy } from 'lucide-react';
import { useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './Button.tsx';
import { copyText } from './copy-text.ts';

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
