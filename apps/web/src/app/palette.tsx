import { Command as Cmdk } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useRef, useState } from 'react';
import { Kbd } from '../ui/kbd.tsx';
import { Hidden } from '../ui/live.tsx';
import { useReturnFocus } from '../ui/return-focus.ts';
import { type Command, useAllCommands, useAllCommandSources } from './commands.ts';
import { findCommands } from './find-commands.ts';
import css from './palette.module.css';

/** ⌘K: one field that reaches every screen, view, record and action. */
export function Palette({ onClose }: { onClose(): void }) {
  const [query, setQuery] = useState('');
  const commands = useAllCommands();
  const sources = useAllCommandSources();
  const found = query.trim() === '' ? [] : sources.flatMap((source) => source.search(query.trim()));
  const groups = findCommands(query, commands, found);
  const chosen = useRef<Command>(undefined);
  const returnFocus = useReturnFocus(() => chosen.current?.run());
  const run = (command: Command) => {
    chosen.current = command;
    onClose();
  };
  const line = (command: Command) => (
    <Cmdk.Item key={command.id} value={command.id} className={css.item} onSelect={() => run(command)}>
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
          <Cmdk label="Search and commands" loop shouldFilter={false}>
            <Cmdk.Input
              className={css.input}
              value={query}
              onValueChange={setQuery}
              placeholder="Search investors, views and actions"
              maxLength={200}
            />
            <Cmdk.List className={css.list} label="Results">
              <Cmdk.Empty className={css.empty}>Nothing is called “{query.trim()}”.</Cmdk.Empty>
              {groups.map((list) => (
                <Cmdk.Group key={list.group} heading={list.group} className={css.group}>
                  {list.commands.map(line)}
                </Cmdk.Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
