/** One case reference: its requests, as a page and as a file, and erasing them. */
import type { RequestId } from '../../../domain/request';
import type { Asked, Download, Shown, TabPage } from '../page';
import { wrongIn } from './confirming';
import { type CaseOutcome, eraseCasePage, erasedCasePage, nothingLeftPage } from './erase-page';
import { type Governed, noted } from './governed';
import { heldPage } from './held-page';
import { asFile } from './kept-file';
import { casePage } from './kept-page';
import { CASE, CASE_ERASE, CASE_FILE } from './paths';

export function casePages(governed: Governed): readonly Omit<TabPage, 'openTo'>[] {
  const { records, erasing, policy, hold } = governed;
  return [
    { name: 'tab-governance-case', method: 'post', path: CASE, show },
    { name: 'tab-governance-case-file', method: 'post', path: CASE_FILE, show: file },
    { name: 'tab-governance-case-erase', method: 'post', path: CASE_ERASE, show: erase },
  ];

  async function show(asked: Asked): Promise<Shown> {
    const reference = referenceIn(asked);
    const kept = await records.ofCase(reference);
    if (!kept) return nothingLeftPage();
    await noted(governed, asked, 'shown', { about: 'case', requests: kept.requests.length });
    return casePage(reference, kept, policy);
  }

  async function file(asked: Asked): Promise<Shown | Download> {
    const reference = referenceIn(asked);
    const kept = await records.ofCase(reference);
    if (!kept) return nothingLeftPage();
    const { requests, rows } = kept;
    await noted(governed, asked, 'exported', { about: 'case', requests: requests.length });
    return asFile('kept-about-a-case.json', asked.now, {
      about: { caseReference: reference, requests },
      kept: rows,
    });
  }

  async function erase(asked: Asked): Promise<Shown> {
    const reference = referenceIn(asked);
    if (await hold.find()) return heldPage();
    const kept = await records.ofCase(reference);
    if (!kept) return nothingLeftPage();
    const { requests } = kept;
    if (asked.form.get('do') !== 'erase') return eraseCasePage(reference, requests);
    const wrong = wrongIn(asked.form, reference);
    if (wrong.length > 0) return eraseCasePage(reference, requests, wrong);
    const outcomes: [RequestId, CaseOutcome][] = [];
    for (const { id } of requests) {
      const outcome = await erasing.eraseRequest(id, 'asked-for');
      if (outcome === 'erased') await noted(governed, asked, 'erased', { about: 'case', requestId: id });
      outcomes.push([id, outcome]);
    }
    return erasedCasePage(outcomes);
  }
}

function referenceIn({ form }: Asked): string {
  return (form.get('reference') ?? '').trim();
}
