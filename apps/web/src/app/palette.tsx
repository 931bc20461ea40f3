import { Command as Cmdk } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { Hidden } from '../ui/live.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { type Command, useAllCommands, useAllCommandSources } from './commands.ts';
import css from './palette.module.css';

/** ⌘K: one field that reaches every screen, view, record and action. */
export function Palette({ onClose }: { onClose(): void }) {
  const [query, setQuery] = useState('');
  const commands = useAllCommands();
  const sources = useAllCommandSources();
  const found = query.trim() === '' ? [] : sources.flatMap((source) => source.search(query.trim()));
  const groups = [...Map.groupBy(commands, (command) => command.group)].toSorted(
    ([a], [b]) => rank(a) - rank(b),
  );
  const foundGroups = Map.groupBy(found, (command) => command.group);
  const chosen = useRef<Command>(undefined);
  const returnFocus = useReturnFocus(() => chosen.current?.run());
  const run = (command: Command) => {
    chosen.current = command;
    onClose();
  };
  const line = (command: Command, always: boolean) => (
    <Cmdk.Item
      key={command.id}
      value={command.id}
      keywords={[command.label, ...(command.keywords ?? [])]}
      className={css.item}
      forceMount={always}
      onSelect={() => run(command)}
    >
      <span className={css.icon}>{command.icon}</span>
      <span className={css.label}>{command.label}</span>
      {command.keys ? <Kbd keys={command.keys} /> : null}
    </Cmdk.Item>
  );
  return (
    <Radix.Root open onOpenChange={onClose}>
      <Radix.Portal>
        <Radix.Overlay className={css.scrim} />
        <Radix.Content className={css.palette} aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
          <Radix.Title asChild>
            <div>
              <Hidden>Search and commands</Hidden>
            </div>
          </Radix.Title>
          <Cmdk label="Search and commands" loop filter={score}>
            <Cmdk.Input
              className={css.input}
              value={query}
              onValueChange={setQuery}
              placeholder="Search investors, views and actions"
              maxLength={200}
            />
            <Cmdk.List className={css.list} label="Results">
              <Cmdk.Empty className={css.empty}>Nothing is called “{query.trim()}”.</Cmdk.Empty>
              {[...foundGroups].map(([group, list]) => (
                <Cmdk.Group key={`found ${group}`} heading={group} className={css.group} forceMount>
                  {list.map((command) => line(command, true))}
                </Cmdk.Group>
              ))}
              {groups.map(([group, list]) => (
                <Cmdk.Group key={group} heading={group} className={css.group}>
                  {list.map((command) => line(command, false))}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Where a heading stands: places first, actions last, what the screen offers between them. */
function rank(group: string): number {
  return group === 'Go to' ? 0 : group === 'Actions' ? 2 : 1;
}

/** How well a command fits: a word that starts with what is typed before one that only holds it. */
function score(_id: string, search: string, keywords: string[] = []): number {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted === '') return 1;
  const best = keywords.map((text, at) => {
    const hay = text.toLocaleLowerCase();
    const place = hay.indexOf(wanted);
    if (place < 0) return 0;
    const atWord = place === 0 || /\s/.test(hay[place - 1] ?? '');
    return (at === 0 ? 1 : 0.6) * (atWord ? 1 : 0.5);
  });
  return Math.max(0, ...best);
}
