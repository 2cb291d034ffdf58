import type { ClaimTexts } from './claim-texts.js';

export const EN_CLAIMS: ClaimTexts = {
  heading: 'Claims and what denies them',
  lead: 'Fact-checkers rated these claims. People said which mentions of the issue tell a claim and which deny it; software rates no mention. As decided when this report was written, on the issue as it then was: no part of the run.',
  shown: (shown, all) => `${shown} of ${all} claims with confirmed mentions, those with most first.`,
  undecided: (claims, candidates) =>
    `Nobody confirmed a mention of ${claims} other claims yet; ${candidates} candidates wait for people.`,
  rated: (publisher, rating) => `${publisher}: ${rating}`,
  factChecker: 'A fact-checker',
  noRating: 'no rating given',
  cut: 'Not all mentions were read: there are more than 100,000.',
  outside: (reposts) =>
    `Not counted: ${reposts} reposts of mentions that match the claim and that the issue does not hold.`,
  roles: { TELLS: 'Tell the claim', DENIES: 'Deny it', CANDIDATE: 'Candidates, undecided' },
  table: 'Mentions by what they do',
  role: 'What they do',
  matches: 'Confirmed, or found',
  reposts: 'Reposts of these',
  accounts: 'Accounts',
  responses: 'Answers, quotes',
  signs: 'With a sign of a denial',
  decidedBy: 'Confirmed by',
  chart: 'The claim and what denies it',
  alt: (from, to) =>
    `Lines from ${from} to ${to}: mentions that tell the claim, that deny it, and that nobody decided on. The table below has the figures.`,
  from: 'From',
  noRace: 'No lag can be told before people confirmed what tells the claim and what denies it.',
  lagFirst: (span, isEarlier) => `The first denial came ${span} ${isEarlier ? 'before' : 'after'} the first telling.`,
  lagHalf: (span, isEarlier) =>
    `Half of the denials were there ${span} ${isEarlier ? 'before' : 'after'} half of the tellings were.`,
  overlap: (share, area) =>
    `${share} of what tells it came with the first denial or later. By the hour, both curves share ${area} of their area.`,
  reached: (reached, engaged) =>
    `Accounts that carried the claim and later published, reposted, answered or quoted a denial: ${reached}. Of those that only answered or quoted it: ${engaged}. Reading leaves no trace: this is no count of who saw either, and none of who believed it.`,
  first: { TELLS: 'First to tell it', DENIES: 'First to deny it', CANDIDATE: 'First candidates' },
  time: 'Time',
  account: 'Account',
  mentions: 'Mentions',
  network: (edges, times) => `The spread network inside has ${edges} edges, used ${times} times.`,
  groups: 'Co-timed groups with two members or more inside',
  group: 'Group',
  members: 'Members',
  groupNote:
    'What ties a group need not be the claim: its evidence, its chance rate and its ordinary explanations stand with it, and say on what its members acted.',
  noGroups: 'No co-timed group of the run has two members inside.',
};
