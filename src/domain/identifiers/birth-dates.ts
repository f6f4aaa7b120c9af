/**
 * Dates of birth. A date says nothing by itself: a word about birth beside it makes it certain. Without one, a full date
 * that a child of today could be born on is worth a question where it stands apart ("the little one (…)", "Twins, …,"),
 * unless a word before it says what happened that day.
 * Cannot see: a date in words ("the second of May, two thousand and twelve"), an age with a birthday in another sentence,
 * or a baby's date of birth without any word about birth, which looks like an appointment.
 */
import { bounded, everyMatch } from './bounded';
import type { Finding } from './finding';
import { GIVEN_NAMES } from './given-names';

const DAY = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const MONTH = String.raw`(?:0?[1-9]|1[0-2])`;
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = String.raw`(?<year>(?:19|20)\d\d|'?\d\d)`;
const FULL_YEAR = String.raw`(?<year>(?:19|20)\d\d)`;
const BEFORE = String.raw`(?<![\p{L}\d/.-])`;
const AFTER = String.raw`(?![\p{L}\d])`;

const DATES = [
  String.raw`${BEFORE}${DAY}(?<gap> ?[/.-] ?| )${MONTH}\k<gap>${YEAR}${AFTER}`,
  String.raw`${BEFORE}${FULL_YEAR}(?<gap>[/.-])${MONTH}\k<gap>${DAY}${AFTER}`,
  String.raw`${BEFORE}${DAY}(?:st|nd|rd|th)?(?: of)?[ .-]{0,2}${MONTH_NAME}\.?(?:,?[ .-]{0,2}${YEAR})?${AFTER}`,
  String.raw`${BEFORE}${MONTH_NAME}\.? ${DAY}(?:st|nd|rd|th)?(?:,? ${YEAR})?${AFTER}`,
].map((source) => bounded(source, 'i'));
const MONTH_OF_YEAR = bounded(String.raw`${BEFORE}${MONTH_NAME}\.?,? ${FULL_YEAR}${AFTER}`, 'i');

const HAPPENED =
  'meeting|review|conference|appointment|session|visit|moved|plan|order|placed|since|from|until|till|dated|report|assessment|started|opened|closed|published|version|updated|referred|referral|incident|after|before|between|inspection|inspected|training|trained|letter|policy|guidance|procedure|hearing|joined|removed|arrested|released|died|excluded|arrived|signed|issued|registered|audit|act|regulations|on|by|in';
const BIRTH_BEFORE = bounded(
  String.raw`(?:\bborn|\bd\.? ?o\.? ?b\b\.?|\bdate of birth|\bbirth ?date|\bbirthday)(?<between>[^\d.;!?\n]{0,30}(?:\b\d{1,2} weeks\b[^\d.;!?\n]{0,12})?)$`,
  'i',
);
const BIRTH_AFTER = bounded(
  String.raw`^[ ,(]{0,3}(?:d\.? ?o\.? ?b\b|date of birth|birthday|(?:is|was) (?:his|her|their|the child's) (?:birthday|date of birth|d\.?o\.?b))`,
  'i',
);
const ANOTHER_DAY = bounded(
  String.raw`\b(?:meeting|review|conference|appointment|session|visit|moved|plan)\b`,
  'i',
);
const SAID_WHAT_HAPPENED = bounded(String.raw`\b(?:${HAPPENED})\b[^.!?\n\d]{0,25}$`, 'i');

/** Ages at which somebody is a child, in years; the youngest two years are left to words about birth. */
const OLDEST = 18;
const YOUNGEST = 2;

export function birthDates(text: string, year: number): Finding[] {
  return [
    ...DATES.flatMap((pattern) =>
      [...everyMatch(pattern, text)].flatMap((match) => birthDate(match, text, year)),
    ),
    ...[...everyMatch(MONTH_OF_YEAR, text)]
      .filter((match) => isOfBirth(match, text))
      .map((match) => found(match, 'likely')),
  ];
}

function birthDate(match: RegExpExecArray, text: string, thisYear: number): Finding[] {
  const year = match.groups!.year;
  if (isOfBirth(match, text)) return [found(match, year ? 'certain' : 'likely')];
  if (!year) return [];
  const stretch = before(match, text);
  const standsApart = year.length === 4 && /[(,:-] ?$/.test(stretch) && !SAID_WHAT_HAPPENED.test(stretch);
  if (!standsApart && !isAfterName(stretch)) return [];
  const age = thisYear - (year.length === 4 ? Number(year) : 2000 + Number(year.slice(-2)));
  return age < YOUNGEST || age > OLDEST ? [] : [found(match, 'likely')];
}

const NAME_BEFORE = bounded(
  String.raw`(?<!\p{L})(?<given>\p{Lu}[\p{L}'-]{1,24})(?: \p{Lu}[\p{L}'-]{1,24})?,? ?\(?$`,
);

/** "Jayden Plum 14/3/15". */
function isAfterName(stretch: string): boolean {
  const name = NAME_BEFORE.exec(stretch);
  return name !== null && GIVEN_NAMES.has(name.groups!.given!.toLowerCase());
}

function isOfBirth(match: RegExpExecArray, text: string): boolean {
  const word = BIRTH_BEFORE.exec(before(match, text));
  if (word && !ANOTHER_DAY.test(word.groups!.between!)) return true;
  const end = match.index + match[0].length;
  return BIRTH_AFTER.test(text.slice(end, end + 40));
}

function before({ index }: RegExpExecArray, text: string): string {
  return text.slice(Math.max(index - 65, 0), index);
}

function found({ 0: date, index }: RegExpExecArray, certainty: Finding['certainty']): Finding {
  return { kind: 'birth-date', certainty, start: index, end: index + date.length };
}
