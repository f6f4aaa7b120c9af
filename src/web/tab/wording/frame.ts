/** What the tab says around its pages. */
export const NAME = 'JAGS coordination';

export const frameWords = {
  skip: 'Skip to the page',
  sections: 'Parts of this tab',
  opening: 'Opening …',
  waiting: 'Loading …',
  /** The same pages people without Teams have. */
  about: [
    { path: '/privacy', text: 'Privacy' },
    { path: '/terms', text: 'Terms of use' },
    { path: '/accessibility', text: 'Accessibility statement' },
  ],
  newWindow: '(opens in a new window)',
  needsScript:
    'This tab needs JavaScript. Please open it in Microsoft Teams, or in a browser that allows it.',
  /** What the script in the page says by itself. */
  script: {
    failed: 'That did not work. Nothing has been changed. Please try again in a moment.',
    unreachable: 'The connection is gone. Please check it and try again; what you typed is still here.',
    outsideTeams: 'Please open this tab in Microsoft Teams: that is where you are signed in.',
    noSignIn: 'Teams could not sign you in. Please close the tab and open it again.',
  },
} as const;

export const refusalWords = {
  signIn: {
    title: 'Not signed in',
    text: 'We could not tell who you are. Please close this tab in Teams and open it again.',
  },
  coordinatorsOnly: {
    title: 'For coordinators only',
    text: 'This tab is for the coordinators of the Safeguarding Children Partnership. To ask for a JAGS, say “request” to the JAGS bot in Teams.',
  },
  monitoringOnly: {
    title: 'For coordinators only',
    text: 'You may see the figures under “Monitoring”. This page is for the coordinators of the Safeguarding Children Partnership.',
  },
  governanceOnly: {
    title: 'For coordinators only',
    text: 'You may open the part “Information governance”. This page is for the coordinators of the Safeguarding Children Partnership.',
  },
  notGovernance: {
    title: 'For information governance only',
    text: 'This page is for those who answer requests about personal data. To make such a request, or to be given access, please write to the information governance team.',
  },
  unavailable: {
    title: 'Sign-in cannot be checked just now',
    text: 'Nothing is wrong on your side. Please try again in a few minutes.',
  },
  missing: {
    title: 'Not found',
    text: 'There is nothing here, or no longer. Please go on from the list.',
  },
  notSetUp: {
    title: 'The tab is not set up yet',
    text: 'The bot runs without a sign-in on this machine, so it cannot tell who opens the tab. Set TAB_ISSUER and TAB_AUDIENCE (see .env.sample), or start the sandbox, which has a sign-in of its own: npm run sandbox.',
  },
} as const;
