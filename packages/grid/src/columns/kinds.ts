import type { ColumnType } from '@crm/shared';
import { autonumberKind } from './autonumber/kind.ts';
import { checkboxKind } from './checkbox/kind.ts';
import { commitmentKind } from './commitment/kind.ts';
import { contactsKind } from './contacts/kind.ts';
import { createdByKind } from './created-by/kind.ts';
import { createdTimeKind } from './created-time/kind.ts';
import { currencyKind } from './currency/kind.ts';
import { dateKind } from './date/kind.ts';
import { dateTimeKind } from './date-time/kind.ts';
import { emailKind } from './email/kind.ts';
import { longTextKind } from './long-text/kind.ts';
import { modifiedByKind } from './modified-by/kind.ts';
import { modifiedTimeKind } from './modified-time/kind.ts';
import { multiSelectKind } from './multi-select/kind.ts';
import { numberKind } from './number/kind.ts';
import { percentKind } from './percent/kind.ts';
import { personKind } from './person/kind.ts';
import { phoneKind } from './phone/kind.ts';
import { ratingKind } from './rating/kind.ts';
import { singleSelectKind } from './single-select/kind.ts';
import { textKind } from './text/kind.ts';
import type { ColumnKind } from './types.ts';
import { urlKind } from './url/kind.ts';

const KINDS: Readonly<Record<ColumnType, ColumnKind>> = {
  text: textKind,
  longText: longTextKind,
  number: numberKind,
  currency: currencyKind,
  percent: percentKind,
  date: dateKind,
  dateTime: dateTimeKind,
  checkbox: checkboxKind,
  singleSelect: singleSelectKind,
  multiSelect: multiSelectKind,
  email: emailKind,
  phone: phoneKind,
  url: urlKind,
  rating: ratingKind,
  person: personKind,
  contacts: contactsKind,
  commitment: commitmentKind,
  createdTime: createdTimeKind,
  createdBy: createdByKind,
  modifiedTime: modifiedTimeKind,
  modifiedBy: modifiedByKind,
  autonumber: autonumberKind,
};

/** Every kind, in the order in which a menu lists them. */
export const ALL_KINDS: readonly ColumnKind[] = Object.values(KINDS);

/** How columns of a type behave. */
export function kindOf(type: ColumnType): ColumnKind {
  return KINDS[type];
}
