import type { Commitment, CommunicationType } from '@crm/shared';
import type { Random } from './random.ts';
import * as words from './words.ts';

/** How many of the funds below each investor could be in, oldest first; the last two are still raising. */
export const FUNDS = [
  { name: 'Ten Rivers I', currency: 'USD', raising: false },
  { name: 'Ten Rivers II', currency: 'USD', raising: false },
  { name: 'Ten Rivers III', currency: 'USD', raising: false },
  { name: 'Opportunity I', currency: 'USD', raising: false },
  { name: 'Ten Rivers IV', currency: 'USD', raising: true },
  { name: 'Europe I', currency: 'EUR', raising: true },
] as const;

/** A person at an investor. */
export interface DemoContact {
  readonly name: string;
  readonly title: string;
  readonly phone: string;
  readonly addresses: readonly string[];
}

/** Something that was said. */
export interface DemoTalk {
  readonly type: CommunicationType;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly subject: string;
  readonly body: string;
  readonly outcome: string;
}

/** An invented investor; nulls are empty cells. */
export interface DemoInvestor {
  readonly name: string;
  readonly type: string;
  readonly stage: string;
  readonly list: string;
  readonly contacts: readonly DemoContact[];
  readonly leadSource: string;
  readonly isFirstOwner: boolean;
  readonly location: string;
  readonly nextStep: string | null;
  readonly interest: number | null;
  readonly website: string;
  /** Cents. */
  readonly typicalCheck: number;
  /** One per fund. */
  readonly commitments: readonly (Commitment | null)[];
  /** Oldest first. */
  readonly talks: readonly DemoTalk[];
}

const DAY_MS = 86_400_000;

/** Invents investors with different names, the same ones for the same chance and day. */
export function inventInvestors(random: Random, count: number, today: Date): DemoInvestor[] {
  const names = new Set<string>();
  return Array.from({ length: count }, () => {
    const kind = random.pick(words.KINDS);
    const name = unusedName(random, kind.suffixes, names);
    const domain = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}.example`;
    const typicalCheck = round(random.whole(kind.check[0], kind.check[1]) * 1000) * 100;
    const commitments = FUNDS.map((fund) => commitmentTo(random, fund.raising, typicalCheck));
    const stage = stageOf(random, commitments);
    return {
      name,
      type: kind.type,
      stage,
      list: listOf(random, stage),
      contacts: Array.from({ length: random.whole(1, 3) }, () => contactAt(random, domain)),
      leadSource: random.pick(words.SOURCES),
      isFirstOwner: random.chance(0.6),
      location: random.pick(words.LOCATIONS),
      nextStep: stage === 'Passed' || random.chance(0.35) ? null : random.pick(words.NEXT_STEPS),
      interest: stage === 'Researching' ? null : random.whole(1, 5),
      website: `https://${domain}`,
      typicalCheck,
      commitments,
      talks: stage === 'Researching' ? [] : talks(random, today),
    };
  });
}

function unusedName(random: Random, suffixes: readonly string[], taken: Set<string>): string {
  for (;;) {
    const name = `${random.pick(words.FIRM_NAMES)} ${random.pick(suffixes)}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

function commitmentTo(random: Random, isRaising: boolean, typicalCheck: number): Commitment | null {
  if (!random.chance(isRaising ? 0.3 : 0.14)) return null;
  const amount = round((typicalCheck / 100) * (0.6 + random.next())) * 100;
  return {
    amount,
    status: isRaising ? random.pick(['target', 'soft', 'soft', 'committed', 'funded']) : 'funded',
  };
}

function stageOf(random: Random, commitments: readonly (Commitment | null)[]): string {
  const current = commitments.slice(-2).map((commitment) => commitment?.status);
  if (current.includes('funded') || current.includes('committed')) return 'Closed';
  if (current.includes('soft')) return random.pick(['Verbal', 'Due diligence']);
  return random.pick(words.STAGES.filter((stage) => stage !== 'Closed' && stage !== 'Verbal'));
}

function listOf(random: Random, stage: string): string {
  if (stage === 'Passed') return 'Graveyard';
  if (stage === 'Researching') return 'Longshot';
  return random.chance(0.3) ? 'Follow-up' : 'Main';
}

function contactAt(random: Random, domain: string): DemoContact {
  const [first, last] = [random.pick(words.FIRST_NAMES), random.pick(words.LAST_NAMES)];
  const address = `${first}.${last}@${domain}`.toLowerCase();
  const others = random.chance(0.15) ? [`${first}@${domain}`.toLowerCase()] : [];
  const phone = random.chance(0.6) ? `+1 212 555 01${String(random.whole(0, 99)).padStart(2, '0')}` : '';
  return {
    name: `${first} ${last}`,
    title: random.pick(words.TITLES),
    phone,
    addresses: [address, ...others],
  };
}

function talks(random: Random, today: Date): DemoTalk[] {
  const days = Array.from({ length: random.whole(1, 4) }, () => random.whole(2, 300)).toSorted(
    (a, b) => b - a,
  );
  return days.map((ago) => {
    const { type, subject, body } = random.pick(words.TALKS);
    const day = new Date(today.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
    return { type, day, subject, body, outcome: random.pick(words.OUTCOMES) };
  });
}

/** To a sum that people agree on: two leading digits. */
function round(amount: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(amount)) - 1);
  return Math.round(amount / unit) * unit;
}
