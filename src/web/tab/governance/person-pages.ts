/** One person: what is kept, as a page and as a file, and erasing it. */
import type { Asked, Download, Shown, TabPage } from '../page';
import { erasedPersonPage, erasePersonPage, nothingLeftPage } from './erase-page';
import { wrongIn } from './confirming';
import { type Governed, noted } from './governed';
import { heldPage } from './held-page';
import { asFile } from './kept-file';
import { personPage } from './kept-page';
import { PERSON, PERSON_ERASE, PERSON_FILE } from './paths';

export function personPages(governed: Governed): readonly Omit<TabPage, 'openTo'>[] {
  const { records, personErasing, policy, hold } = governed;
  return [
    { name: 'tab-governance-person', method: 'post', path: PERSON, show },
    { name: 'tab-governance-person-file', method: 'post', path: PERSON_FILE, show: file },
    { name: 'tab-governance-person-erase', method: 'post', path: PERSON_ERASE, show: erase },
  ];

  async function show(asked: Asked): Promise<Shown> {
    const kept = await records.ofPerson(keyIn(asked), 'whole');
    if (!kept) return nothingLeftPage();
    await noted(governed, asked, 'shown', { about: 'person', rows: kept.rows.length });
    return personPage(kept, policy);
  }

  async function file(asked: Asked): Promise<Shown | Download> {
    const kept = await records.ofPerson(keyIn(asked), 'own');
    if (!kept) return nothingLeftPage();
    const { person, rows, others } = kept;
    await noted(governed, asked, 'exported', { about: 'person', rows: rows.length });
    const { ids, mails, names } = person;
    return asFile('kept-about-a-person.json', asked.now, {
      about: { names, mails, ids },
      otherPeopleLeftOut: others,
      kept: rows,
    });
  }

  async function erase(asked: Asked): Promise<Shown> {
    const key = keyIn(asked);
    if (await hold.find()) return heldPage();
    const plan = await personErasing.plan(key);
    if (!plan) return nothingLeftPage();
    if (asked.form.get('do') !== 'erase') return erasePersonPage(plan);
    const wrong = wrongIn(asked.form, plan.person.key);
    if (wrong.length > 0) return erasePersonPage(plan, wrong);
    const erasure = await personErasing.erase(key);
    if (!erasure) return nothingLeftPage();
    const { removed, replaced, open, onHold } = erasure;
    const counts = { removed, replaced, open: open.length, onHold: onHold.length };
    await noted(governed, asked, 'erased', { about: 'person', ...counts });
    return erasedPersonPage(erasure);
  }
}

function keyIn({ form }: Asked): string {
  return (form.get('key') ?? '').trim();
}
