import { createLocalSession } from '@crm/grid/sync';
import type { CellValue, Column, Communication } from '@crm/shared';
import { ColumnId, CommunicationId, InvestorId, newId } from '@crm/shared';
import { describe, expect, it } from 'vitest';
import { logPlan } from './log-plan.ts';

const column = (key: Column['key'], type: Column['type'], position: string): Column => ({
  id: newId(ColumnId),
  name: key ?? type,
  type,
  options: {},
  position,
  key,
  deletedAt: null,
  ver: 1,
});
const notes = column('notes', 'longText', 'a0');
const nextStep = column('nextStep', 'text', 'a1');
const lastContact = column('lastContact', 'date', 'a2');
const row = newId(InvestorId);

const sheet = (values: Record<string, CellValue> = {}, columns = [notes, nextStep, lastContact]) =>
  createLocalSession(columns, [{ id: row, position: 'a0', values }]);
const call: Communication = {
  id: newId(CommunicationId),
  investorId: row,
  type: 'call',
  occurredOn: '2026-11-21',
  subject: 'Fund III',
  body: '',
  outcome: '',
  nextStep: '',
  createdBy: null,
  createdAt: '2026-11-21T10:00:00.000Z',
  deletedAt: null,
};

describe('logPlan', () => {
  it('writes the communication, the line, the next step and the last contact, and one undo takes all back', async () => {
    const session = sheet({ [notes.id]: 'Old', [nextStep.id]: 'Call', [lastContact.id]: '2026-01-01' });
    const slot = session.view.slotOf(row) ?? -1;
    session.commit(logPlan(session.view, { ...call, nextStep: ' Send\nthe deck ' }, 'Ann'), 'Log a call');
    expect(session.view.value(slot, notes.id)).toBe('Old\n2026-11-21 Call – Fund III (Ann)');
    expect(session.view.value(slot, nextStep.id)).toBe('Send the deck');
    expect(session.view.value(slot, lastContact.id)).toBe('2026-11-21');
    expect(session.view.communications(row)).toHaveLength(1);
    session.undo();
    await Promise.resolve();
    expect(session.view.value(slot, notes.id)).toBe('Old');
    expect(session.view.value(slot, nextStep.id)).toBe('Call');
    expect(session.view.value(slot, lastContact.id)).toBe('2026-01-01');
    expect(session.view.communications(row)).toHaveLength(0);
    session.close();
  });
  it('keeps a later last contact, and a next step when none is given', () => {
    const session = sheet({ [nextStep.id]: 'Call', [lastContact.id]: '2026-12-01' });
    expect(logPlan(session.view, call, 'Ann').map((op) => op.t)).toEqual(['comm.put', 'note.append']);
    session.close();
  });
  it('takes a note for no contact', () => {
    const session = sheet();
    expect(logPlan(session.view, { ...call, type: 'note' }, 'Ann').map((op) => op.t)).toEqual([
      'comm.put',
      'note.append',
    ]);
    session.close();
  });
  it('keeps the communication when the notes are full', () => {
    const session = sheet({ [notes.id]: 'x'.repeat(32 * 1024 - 10), [lastContact.id]: '2026-12-01' });
    expect(logPlan(session.view, call, 'Ann').map((op) => op.t)).toEqual(['comm.put']);
    session.close();
  });
  it('writes only the communication where the sheet has lost its built-in columns', () => {
    const session = sheet({}, []);
    expect(logPlan(session.view, { ...call, nextStep: 'x' }, 'Ann').map((op) => op.t)).toEqual(['comm.put']);
    session.close();
  });
  it('guards the cells by the versions that are shown', () => {
    const session = sheet({ [nextStep.id]: 'Call' });
    const slot = session.view.slotOf(row) ?? -1;
    const set = logPlan(session.view, { ...call, nextStep: 'Mail' }, 'Ann').filter(
      (op) => op.t === 'cell.set',
    );
    expect(set.map((op) => op.ifVer)).toEqual(
      [nextStep, lastContact].map(({ id }) => session.view.version(slot, id)),
    );
    session.close();
  });
});
