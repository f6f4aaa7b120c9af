/**
 * The accessibility statement, in the form of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility
 * Regulations 2018 (https://www.gov.uk/government/publications/sample-accessibility-statement). What it says was tested is
 * what the project's own tests do; what they do not do is said too.
 */
import type { LocalDate } from '../../../domain/calendar';
import type { Policy } from '../../../domain/policy';
import { dateInWords } from '../../../wording/when';
import type { Section } from '../about/document';
import { coordinatorsInWords } from './whom-to-ask';

/** When somebody last read it beside the tests, and believed it. */
const PREPARED: LocalDate = '2026-11-26';

export function accessibilitySections(policy: Policy): readonly Section[] {
  return [
    {
      paragraphs: [
        'This statement is about the JAGS service: these public pages, the “Coordination” tab in Microsoft Teams, and the cards the JAGS bot shows in Teams. It is run for the Norfolk Safeguarding Children Partnership. We want as many people as possible to be able to use it. You should be able to:',
      ],
      points: [
        'use the public pages on a telephone, and enlarged to 400%, without scrolling sideways',
        'use them with a keyboard alone, and without JavaScript',
        'use the tab in the light, dark and high contrast themes of Teams',
        'read every chart as a table too',
      ],
    },
    ...gettingHelp(policy),
    {
      heading: 'Technical information about accessibility',
      paragraphs: [
        'We are committed to making this service accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
      ],
    },
    {
      heading: 'Compliance status',
      paragraphs: [
        'This service is partially compliant with the Web Content Accessibility Guidelines (WCAG) version 2.2 AA standard. Our own tests find nothing that breaks it, but tests by a program find only a part of what can be wrong, and nobody independent has audited it. What we know and what we do not know is below.',
      ],
    },
    ...notAccessible(policy),
    ...prepared(),
  ];
}

function gettingHelp(policy: Policy): readonly Section[] {
  return [
    {
      heading: 'If something does not work for you',
      paragraphs: [
        `If you cannot use a part of this service, or need what it says in another form, such as large print or read to you, turn to ${coordinatorsInWords(policy)}. If the form shuts you out, a colleague in Children’s Services can ask in Teams for you. What a session itself needs, such as an interpreter or step-free access, you can ask for in the service.`,
        'If you find a problem that is not listed here, or think that we do not meet the regulations, please tell them too, with the page and what you tried to do.',
      ],
    },
    {
      heading: 'If you are not content with our answer',
      paragraphs: [
        'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the accessibility regulations. If you are not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).',
      ],
      elsewhere: [
        {
          text: 'Contact the Equality Advisory and Support Service',
          href: 'https://www.equalityadvisoryservice.com/',
        },
      ],
    },
  ];
}

function notAccessible({ codeMinutes, askLinkHours }: Policy): readonly Section[] {
  return [
    {
      heading: 'What is not accessible, or not known to be',
      points: [
        'Cards in Teams are drawn by Teams itself. How they are read out, and how they react to a keyboard, is in Microsoft’s hands; we have not tried them with a screen reader. Everything somebody without Teams can do is also on the public pages.',
        'A chart that is saved as a picture carries no description. The table beside it, and the file for spreadsheets, hold the same figures.',
        'The code to scan at the end of a session is a picture; the address it stands for is beside it.',
        `Links and codes end: a link to the form after ${askLinkHours === 1 ? '1 hour' : `${askLinkHours} hours`}, a code after ${codeMinutes} minutes. They protect what people have written; a new one can be asked for at any time.`,
        'The tab needs JavaScript and Microsoft Teams.',
        'A report that is printed to a file is made by your browser, and may not be tagged for screen readers.',
      ],
    },
    {
      heading: 'What we have not tested',
      points: [
        'with people who use assistive technology',
        'with screen readers, screen magnifiers, switch or voice control',
        'in browsers other than Chromium, the base of Edge and Chrome',
        'with larger spacing between letters, words and lines',
      ],
      paragraphs: ['We do not know of faults there, and cannot say that there are none. Nothing was tested:'],
    },
  ];
}

function prepared(): readonly Section[] {
  return [
    {
      heading: 'How this statement was prepared',
      paragraphs: [
        `This statement was prepared on ${dateInWords(PREPARED)}. It rests on tests that are repeated whenever the service is changed: the public pages, on a screen of 320 and of 1,280 pixels, and the pages of the tab, in three themes, are opened in Chromium and measured with axe by the rules of WCAG 2.2 A and AA. The public pages are also measured for sideways scrolling and for buttons that are too small to press. Cards are drawn in every theme and measured for text that is cut off or too faint. Some journeys are made by keyboard.`,
        'It was made by the people who make the service, by self-assessment. Whoever puts the service to use has it checked in their own Teams, and puts what they find here.',
      ],
    },
  ];
}
