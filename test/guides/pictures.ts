/** Which of the journeys' pictures the guides show, and the command that takes them over after the journeys have run. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** In `appPackage/guides/pictures`, each with the journey's picture it is. */
export const GUIDE_PICTURES: Readonly<Record<string, string>> = {
  'safety.png': 'from-asking-to-booked/1-safety.png',
  'booked-for-requester.png': 'from-asking-to-booked/11-booked-for-requester.png',
  'evaluation-card.png': 'evaluation/05-card.png',
  'coordinators-card.png': 'from-asking-to-booked/5-coordinators-card.png',
  'booked-for-coordinators.png': 'from-asking-to-booked/10-booked-for-coordinators.png',
  'monitoring.png': 'monitoring/01-glance.png',
  'asked-to-facilitate.png': 'from-asking-to-booked/8-asked-to-facilitate.png',
  'record.png': 'evaluation/10-record.png',
};

function takeOver(root: string): void {
  const into = join(root, 'appPackage/guides/pictures');
  mkdirSync(into, { recursive: true });
  for (const [name, from] of Object.entries(GUIDE_PICTURES))
    copyFileSync(join(root, '.sandbox/pictures', from), join(into, name));
}

if (require.main === module) takeOver(resolve(process.cwd()));
