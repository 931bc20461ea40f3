import type { InvestorId } from '@crm/shared';
import { Tabs } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../../../app/shortcuts.ts';
import { isMac, matchesChord } from '../../../ui/keys.ts';
import type { GridModel } from '../model/grid-model.ts';
import { useSignal } from '../model/signal.ts';
import { GridContext } from '../model/use-model.ts';
import { CommunicationsTab } from './communications/communications-tab.tsx';
import { useCommunications } from './communications/use-communications.ts';
import { ContactsTab } from './contacts/contacts-tab.tsx';
import { FieldsTab } from './fields/fields-tab.tsx';
import { listOf } from './fields/write-field.ts';
import { HistoryTab } from './history/history-tab.tsx';
import css from './record.module.css';
import { ArchivedNotice, MissingRecord } from './record-states.tsx';
import { RecordHead } from './record-head.tsx';
import { openRecord, stepsFrom } from './steps.ts';
import { useRecord } from './use-record.ts';

const TABS = ['fields', 'contacts', 'communications', 'history'] as const;
type Tab = (typeof TABS)[number];
const isTab = (text: string): text is Tab => TABS.some((tab) => tab === text);

/** A field that is being typed in is written by leaving it. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/**
 * Everything about one investor, beside the grid; under 720 px it is the page. It fills the height of the positioned
 * element around it, at its right. Escape closes it and gives the focus back to the grid.
 */
export function RecordPanel({ model, row }: { model: GridModel; row: InvestorId }) {
  useRecord(model, row);
  useSignal(model.rowsVersion);
  useShortcuts([
    { keys: 'escape', label: 'Close the record', group: 'Record' },
    { keys: 'mod+shift+<', label: 'Investor before', group: 'Record' },
    { keys: 'mod+shift+>', label: 'Investor after', group: 'Record' },
  ]);
  const panel = useRef<HTMLElement>(null);
  const [tab, setTab] = useState<Tab>('fields');
  useEffect(() => {
    const element = panel.current;
    const name = element?.querySelector<HTMLInputElement>('[data-record-name]');
    // A new investor is named first; of any other the panel itself takes the focus, so that no field is lit up unasked.
    (name?.value === '' ? name : element)?.focus({ preventScroll: true });
  }, []);
  const focused = useRef(false);
  useEffect(() => {
    // What had the focus is gone with what was done, e.g. a line that was restored: the keys still work from the panel.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost && focused.current) panel.current?.focus({ preventScroll: true });
  });
  const close = () => {
    leaveField();
    model.panel.set(null);
    model.focus();
  };
  const step = (to: InvestorId | null) => {
    if (to === null) return;
    leaveField();
    openRecord(model, to);
    panel.current?.focus({ preventScroll: true });
  };
  const { view } = model;
  const held = useCommunications(model, row);
  const slot = view.slotOf(row);
  const steps = stepsFrom(model, row);
  const known = slot !== undefined;
  const contacts = view.columns().find((column) => column.key === 'contacts');
  const contactCount = known && contacts ? listOf(view.value(slot, contacts.id)).length : 0;
  const counts: Partial<Record<Tab, number>> = known
    ? { contacts: contactCount, communications: held.items.length }
    : {};
  const words: Record<Tab, string> = {
    fields: 'Fields',
    contacts: 'Contacts',
    communications: 'Communications',
    history: 'History',
  };
  return (
    <GridContext value={model}>
      <div
        role="presentation"
        className={css.keys}
        onFocus={() => {
          focused.current = true;
        }}
        onBlur={(event) => {
          // Something that is taken out of the page loses the focus to nothing.
          if (event.relatedTarget !== null || event.target.isConnected)
            focused.current = event.currentTarget.contains(event.relatedTarget);
        }}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.nativeEvent.isComposing) return;
          const press = event.nativeEvent;
          const before =
            matchesChord(press, 'mod+shift+<', isMac()) || matchesChord(press, 'mod+shift+,', isMac());
          const after =
            matchesChord(press, 'mod+shift+>', isMac()) || matchesChord(press, 'mod+shift+.', isMac());
          if (event.key === 'Escape') close();
          else if (before) step(steps.previous);
          else if (after) step(steps.next);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <section ref={panel} className={css.panel} tabIndex={-1} aria-label="Investor">
          {known ? (
            <>
              <RecordHead key={`head ${row}`} row={row} steps={steps} onStep={step} onClose={close} />
              {view.isLive(slot) ? null : <ArchivedNotice row={row} />}
              <Tabs.Root
                className={css.tabs}
                value={tab}
                onValueChange={(value) => {
                  if (isTab(value)) setTab(value);
                }}
              >
                <Tabs.List className={css.tabList} aria-label="Parts of the record">
                  {TABS.map((one) => (
                    <Tabs.Trigger key={one} value={one} className={css.tab}>
                      {words[one]}
                      {counts[one] ? <span className={css.count}>{counts[one]}</span> : null}
                    </Tabs.Trigger>
                  ))}
                </Tabs.List>
                <Tabs.Content key={`${row} ${tab}`} value={tab} className={css.content} tabIndex={-1}>
                  {tab === 'fields' ? <FieldsTab row={row} /> : null}
                  {tab === 'contacts' ? <ContactsTab row={row} /> : null}
                  {tab === 'communications' ? <CommunicationsTab row={row} held={held} /> : null}
                  {tab === 'history' ? <HistoryTab row={row} /> : null}
                </Tabs.Content>
              </Tabs.Root>
            </>
          ) : (
            <MissingRecord
              loading={model.session.phase === 'opening' || model.session.phase === 'first'}
              onClose={close}
            />
          )}
        </section>
      </div>
    </GridContext>
  );
}
