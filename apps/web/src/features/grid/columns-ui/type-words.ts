import type { ColumnType } from '@crm/shared';

/** What a column type is good for, in one line, for somebody who chooses one. */
export const TYPE_EXPLAINED: Record<ColumnType, string> = {
  text: 'One line: a name, a place, a short remark.',
  longText: 'Several lines: notes, a description.',
  number: 'A number, with as many decimals as you choose.',
  currency: 'An amount of money in one currency, exact to the cent.',
  percent: 'A share: 12.5 is shown as 12.5%.',
  date: 'A day, without a time.',
  dateTime: 'A day and a time, shown in the fund’s time zone or another.',
  checkbox: 'Yes or empty.',
  singleSelect: 'One of a list of choices, each with its colour.',
  multiSelect: 'Any number of a list of choices.',
  email: 'An e-mail address that opens a new message.',
  phone: 'A phone number that can be called.',
  url: 'A web address that opens in a new tab.',
  rating: 'Stars, from one up to ten.',
  person: 'A member of this workspace.',
  contacts: 'People who work for the investor.',
  commitment: 'An investor’s amount for one fund, with its status.',
  createdTime: 'When the investor was added. Filled in by itself.',
  createdBy: 'Who added the investor. Filled in by itself.',
  modifiedTime: 'When the investor was last changed. Filled in by itself.',
  modifiedBy: 'Who last changed the investor. Filled in by itself.',
  autonumber: 'A number of its own for each investor. Filled in by itself.',
};
