/** Letters to people without Teams: what is needed to send one, and to see what became of it. */
import { NO_LETTERS, NO_MAILBOX, SENDING_REFUSED } from './advice';
import { type Check, failed, ok, skipped } from './check';
import { remedyOf } from './wording';

/** No letter has this key. */
const NO_LETTER = 'doctor';

export const MAIL: readonly Check[] = [
  {
    name: 'mail-read',
    needs: ['organiser'],
    async run({ mail, config, now }) {
      if (config.publicUrl === undefined) return skipped(NO_LETTERS);
      await mail.wasSent(NO_LETTER);
      await mail.bounced(now());
      return ok();
    },
  },
  {
    name: 'mail-send',
    needs: ['organiser'],
    async run({ probe, config }) {
      if (config.publicUrl === undefined) return skipped(NO_LETTERS);
      switch (await probe.sendMail(config.organiser)) {
        case 'in':
          return ok();
        case 'refused':
          return failed({ why: SENDING_REFUSED, remedy: remedyOf('mail-send') });
        case 'nothing-there':
          return failed(NO_MAILBOX);
      }
    },
  },
];
