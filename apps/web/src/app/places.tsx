import type { Role } from '@crm/shared';
import { Building2, CircleUser, Download, FileUp, Table2, Users } from 'lucide-react';
import type { ReactNode } from 'react';

/** A screen that a person can go to. */
export type Place = {
  path: string;
  /** As a tab or in the sidebar. */
  label: string;
  /** As it stands alone, in the command palette. */
  full: string;
  icon: ReactNode;
  keywords: readonly string[];
};

const GRID: Place = {
  path: '/grid',
  label: 'Grid',
  full: 'Grid',
  icon: <Table2 size={16} aria-hidden />,
  keywords: ['investors', 'sheet', 'table'],
};
const IMPORT: Place = {
  path: '/import',
  label: 'Import',
  full: 'Import a file',
  icon: <FileUp size={16} aria-hidden />,
  keywords: ['csv', 'airtable', 'excel', 'upload', 'undo', 'receipt'],
};
const EXPORT: Place = {
  path: '/import/export',
  label: 'Export',
  full: 'Export the sheet',
  icon: <Download size={16} aria-hidden />,
  keywords: ['csv', 'json', 'airtable', 'download', 'save'],
};
const YOU: Place = {
  path: '/settings/you',
  label: 'You',
  full: 'Your settings',
  icon: <CircleUser size={16} aria-hidden />,
  keywords: ['profile', 'password', 'sessions', 'theme', 'settings'],
};
const PEOPLE: Place = {
  path: '/settings/people',
  label: 'People',
  full: 'People',
  icon: <Users size={16} aria-hidden />,
  keywords: ['invite', 'roles', 'members', 'settings'],
};
const WORKSPACE: Place = {
  path: '/settings/workspace',
  label: 'Workspace',
  full: 'Workspace settings',
  icon: <Building2 size={16} aria-hidden />,
  keywords: ['fund', 'time zone', 'currency', 'settings'],
};

/** The settings that a role may see, in the order of their tabs. */
export function settings(role: Role): Place[] {
  return role === 'admin' ? [YOU, PEOPLE, WORKSPACE] : [YOU];
}

/** Every screen that a role may open. */
export function places(role: Role): Place[] {
  const files = role === 'bot' ? [] : [IMPORT, EXPORT];
  return [GRID, ...files, ...settings(role)];
}
