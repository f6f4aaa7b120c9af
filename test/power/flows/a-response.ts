/** What somebody answers to the Form, as Microsoft Forms hands it on: texts by question, lists as JSON in a text. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const FOLDER = join(__dirname, '../../../infra/power-platform');

export interface Question {
  readonly id: string;
  readonly question: string;
  readonly kind: string;
  readonly options?: readonly string[] | 'teams' | 'localities';
  readonly required: boolean;
  /** Of SubmitRequest. */
  readonly field: string;
}

export interface Form {
  readonly questions: readonly Question[];
  readonly options: { readonly teams: readonly string[]; readonly localities: readonly string[] };
}

export const FORM = JSON.parse(readFileSync(join(FOLDER, 'forms/questions.json'), 'utf8')) as Form;

export const REASON = 'We meet often and still go round in circles, and would like to think about why.';

/** Every question that has to be answered, and a few more. */
export const A_RESPONSE: Readonly<Record<string, string>> = {
  'q-risk': 'No',
  'q-name': 'Robin Example',
  'q-mail': 'robin@school.example.org',
  'q-team': 'School or college: primary',
  'q-phone': '',
  'q-case': 'EX-1042',
  'q-reason': REASON,
  'q-family': 'Not yet',
  'q-place': 'Online (Teams)',
  'q-locality': "King's Lynn and West Norfolk",
  'q-arrangements': '["Captions"]',
  'q-earliest': '2026-06-22',
  'q-latest': '2026-07-10',
  'q-days': '["Tuesday","Thursday"]',
  'q-times': '["Morning"]',
  'q-person-1': 'Sam Sample',
  'q-person-1-mail': 'sam@health.example.org',
  'q-person-1-team': 'Health: health visiting',
  'q-person-2': 'social worker',
  'q-person-2-team': "Children's Services: family support",
};
