/** What is typed between asking for an editor and its taking the keys: some editors are still to be loaded then. */
export class TypeAhead {
  private typed: string | null = null;

  /** Whether an editor is on its way. */
  get isWaiting(): boolean {
    return this.typed !== null;
  }

  /** An editor was asked for. */
  begin(): void {
    this.typed = '';
  }

  /** Keeps a character for the editor that is on its way, if one is. */
  keep(character: string): void {
    if (this.typed !== null) this.typed += character;
  }

  /** The editor has come, or comes no more: what was typed meanwhile. */
  take(): string {
    const typed = this.typed ?? '';
    this.typed = null;
    return typed;
  }
}
