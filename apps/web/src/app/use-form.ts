import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { fieldErrors } from './errors.ts';

type Values<K extends string> = Record<K, string>;
type Errors<K extends string> = Partial<Record<K, string>>;

/** Of what is said about inputs, the first sentence about each that the form has. */
export function complaints<K extends string>(
  values: Values<K>,
  said: readonly { name: unknown; message: string }[],
): Errors<K> {
  const errors: Errors<K> = {};
  const isName = (name: unknown): name is K => typeof name === 'string' && Object.hasOwn(values, name);
  for (const { name, message } of said) {
    if (isName(name)) errors[name] ??= message;
  }
  return errors;
}

/**
 * A form of text inputs checked by the schema that the server uses as well. Complaints appear with the first attempt to
 * send and then follow the typing; the first input at fault takes the focus.
 */
export function useForm<K extends string, Out>(schema: z.ZodType<Out>, initial: Values<K>) {
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const [refused, setRefused] = useState<Errors<K>>({});

  const issues = () =>
    (schema.safeParse(values).error?.issues ?? []).map(({ path, message }) => ({ name: path[0], message }));
  const set = (name: K, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setRefused((before) => ({ ...before, [name]: undefined }));
  };
  return {
    values,
    errors: tried ? { ...refused, ...complaints(values, issues()) } : refused,
    set,
    /** Attributes for the input of one name. */
    bind: (name: K) => ({
      name,
      value: values[name],
      onChange: (event: { target: { value: string } }) => set(name, event.target.value),
    }),
    /** Shows what the server refused beside the inputs it speaks of. */
    refuse(error: unknown) {
      setRefused(
        complaints(
          values,
          Object.entries(fieldErrors(error)).map(([name, message]) => ({ name, message })),
        ),
      );
    },
    /** Starts again with these values. */
    reset(to: Values<K>) {
      setValues(to);
      setTried(false);
      setRefused({});
    },
    /** The form's `onSubmit`: calls `send` with the parsed values when nothing is at fault. */
    onSubmit: (send: (value: Out) => void) => (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault();
      setTried(true);
      const parsed = schema.safeParse(values);
      if (parsed.success) {
        send(parsed.data);
        return;
      }
      const input = event.currentTarget.elements.namedItem(String(parsed.error.issues[0]?.path[0]));
      if (input instanceof HTMLElement) input.focus();
    },
  };
}
