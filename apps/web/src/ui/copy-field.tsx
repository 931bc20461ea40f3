import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { announce } from './announce.ts';
import { Button } from './button.tsx';
import css from './copy-field.module.css';
import { Field, Input } from './field.tsx';

/** A text to take along: shown whole, copied with one press. */
export function CopyField(props: { label: string; value: string; hint?: string }) {
  const [copied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.value);
      setCopied(true);
      announce('Copied');
    } catch {
      // No access to the clipboard, as on a plain http address: mark the text, so that one key copies it.
      input.current?.focus();
      input.current?.select();
      setCopied(document.execCommand('copy'));
    }
  };
  return (
    <Field label={props.label} hint={props.hint}>
      <div className={css.row}>
        <Input ref={input} value={props.value} readOnly onFocus={(event) => event.target.select()} />
        <Button
          variant="primary"
          icon={copied ? <Check size={16} aria-hidden /> : <Copy size={16} aria-hidden />}
          onClick={() => void copy()}
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </Field>
  );
}
