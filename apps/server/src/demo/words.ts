/** What the invented investors are called and what was said with them. None of them exists. */

export const FIRM_NAMES =
  'Alder Amber Arden Ashford Aspen Atlas Avalon Beacon Birch Blackwood Bluff Bramble Briar Bridgewell Brook Calder Cardinal Carmine Cascade Cedar Chestnut Cinder Clearwater Cobalt Compass Copper Coral Cormorant Crescent Cypress Dale Delta Dorset Drummond Eastgate Echo Elder Ellison Elm Ember Fairfax Falcon Fern Fieldstone Fjord Forge Foxglove Garnet Glade Granite Greystone Grove Halcyon Harbor Hawthorn Hazel Heath Heron Highfield Hollis Horizon Indigo Ironbridge Island Ivory Jasper Juniper Kestrel Kingsley Lakeside Lantern Larch Laurel Linden Lodestar Longmeadow Lumen Magnolia Maple Marble Marlow Meridian Midland Mistral Monarch Moor Morrow Nimbus Northgate Oak Obsidian Olive Onyx Orchard Osprey Palisade Pelham Peregrine Pine Prairie Quarry Quartz Quill Raven Redwood Ridge Riverbend Rowan Sable Saffron Sage Sandstone Sequoia Shoreline Sierra Silverton Slate Solstice Spruce Sterling Stonebridge Summit Sycamore Tamarack Teal Thistle Thornbury Tidewater Topaz Umber Upland Vale Verdant Vesper Walnut Waverly Westbrook Whitmore Wildwood Willow Windward Wren Yarrow Yew Zephyr'.split(
    ' ',
  );

/** Kinds of investor, how such a firm is called, and what it typically writes, in thousands of dollars. */
export const KINDS = [
  { type: 'Family office', suffixes: ['Family Office', 'Holdings', 'Family Partners'], check: [250, 3000] },
  { type: 'Endowment', suffixes: ['University Endowment', 'College Endowment'], check: [2000, 10_000] },
  { type: 'Foundation', suffixes: ['Foundation', 'Trust'], check: [500, 5000] },
  { type: 'Fund of funds', suffixes: ['Fund Partners', 'Access Partners'], check: [2000, 15_000] },
  { type: 'Pension', suffixes: ['Pension Plan', 'Retirement System'], check: [5000, 25_000] },
  { type: 'Corporate', suffixes: ['Industries', 'Ventures', 'Group'], check: [1000, 8000] },
  { type: 'Wealth manager', suffixes: ['Wealth', 'Private Wealth', 'Advisors'], check: [250, 2500] },
  { type: 'Individual', suffixes: ['Capital', 'Investments'], check: [100, 1000] },
] as const;

export const FIRST_NAMES =
  'Aisha Alan Amara Andre Anita Ben Bianca Bruno Carla Chidi Chloe Daniel Daria David Elena Elias Emma Farah Felix Fiona Gabriel Grace Hana Hugo Ines Isaac Ivan James Jana Joel Julia Kai Karim Kate Lars Leila Liam Lucia Maja Marco Maria Mei Milan Mona Nadia Nina Noah Olga Omar Oscar Paula Peter Priya Rafael Rosa Ruth Samir Sara Simon Sofia Tara Theo Tomas Uma Vera Victor Wanda Yara Yusuf Zoe'.split(
    ' ',
  );

export const LAST_NAMES =
  'Abbott Acosta Adeyemi Almeida Andersen Bakker Bauer Bennett Bianchi Blake Brandt Castillo Chen Costa Dahl Das Dubois Duarte Eriksen Fischer Flores Fontaine Garcia Gupta Haddad Hansen Hoffman Ibrahim Ito Jensen Kaplan Keller Khan Kim Kowalski Larsen Lopez Lund Marino Mbeki Mehta Meyer Moreau Nakamura Ndiaye Nguyen Novak Okafor Olsen Ortega Park Patel Petrov Quinn Rahman Reyes Rossi Sato Schmidt Silva Sorensen Suzuki Takahashi Tan Torres Vargas Vogel Walsh Weber Yilmaz Zhang'.split(
    ' ',
  );

export const TITLES = [
  'Managing Director',
  'CIO',
  'Partner',
  'Principal',
  'Investment Director',
  'Head of Private Markets',
  'Associate',
  'Chief of Staff',
];

export const LOCATIONS = [
  'New York',
  'Boston',
  'San Francisco',
  'Chicago',
  'Austin',
  'Denver',
  'Toronto',
  'London',
  'Zurich',
  'Amsterdam',
  'Copenhagen',
  'Singapore',
  'Tokyo',
  'Dubai',
  'São Paulo',
  'Sydney',
];

export const SOURCES = [
  'Introduction',
  'Existing LP',
  'Conference',
  'Placement agent',
  'Inbound',
  'Co-investor',
];

export const STAGES = ['Researching', 'Contacted', 'Meeting', 'Due diligence', 'Verbal', 'Closed', 'Passed'];

export const NEXT_STEPS = [
  'Send the data room link',
  'Book a call with the partners',
  'Answer the reference questions',
  'Share the Q3 letter',
  'Follow up after their committee',
  'Send subscription documents',
  'Introduce to a portfolio founder',
  'Confirm the side letter',
];

/** Each with its kind, subject and what was said. */
export const TALKS = [
  {
    type: 'call',
    subject: 'Introductory call',
    body: 'Walked through the strategy and the team. They liked the reserve model and asked for loss ratios by vintage.',
  },
  {
    type: 'meeting',
    subject: 'Meeting at their office',
    body: 'Met two of the committee. Main question was pacing against the last fund.',
  },
  {
    type: 'email',
    subject: 'Sent the deck and the track record',
    body: 'They will read both before the end of the month and come back with questions.',
  },
  {
    type: 'call',
    subject: 'Reference call',
    body: 'Spoke about how we work with founders. They have already called three of them.',
  },
  {
    type: 'meeting',
    subject: 'Annual meeting',
    body: 'They stayed for the portfolio session and asked to meet the climate companies.',
  },
  {
    type: 'note',
    subject: 'Committee date',
    body: 'Their committee meets on the second Thursday of each quarter; papers are due two weeks before.',
  },
  {
    type: 'text',
    subject: 'Quick question on fees',
    body: 'Asked whether the fee offset applies to director fees. Answered yes.',
  },
  {
    type: 'call',
    subject: 'Allocation for this year',
    body: 'Two slots left in venture this year, one of them promised. Worth keeping warm.',
  },
] as const;

export const OUTCOMES = [
  'Positive',
  'Wants more detail',
  'Neutral',
  'Not this year',
  'Will discuss internally',
];
