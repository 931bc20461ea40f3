/** Why what stands in the editor cannot be taken, in words, right under it. */
export function Problem({ text }: { text: string | null }) {
  return text === null ? null : (
    <p className="g-problem" role="alert">
      {text}
    </p>
  );
}
