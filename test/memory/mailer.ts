/** The mailer as a place: what it was asked to write, each letter once, and addresses that can take none. */
import type { MailNews, Recipient } from '../../src/domain/mail-news';
import { Fault } from '../../src/ports';
import type { Mailer } from '../../src/ports/mailer';

export interface Letter {
  readonly key: string;
  readonly to: Recipient;
  readonly news: MailNews;
}

/** `down`: no letter gets through for now. `refused`: whose address can take none. */
export function createMemoryMailer(): Pick<Mailer, 'tell'> & {
  readonly letters: Letter[];
  down: boolean;
  refused: ((to: Recipient) => boolean) | undefined;
} {
  const mailer = {
    letters: [] as Letter[],
    down: false,
    refused: undefined as ((to: Recipient) => boolean) | undefined,
    tell: async (_request: unknown, to: Recipient, news: MailNews, key: string) => {
      if (mailer.down) throw new Fault('Expected the mail service to answer, got no connection');
      if (mailer.refused?.(to)) throw new Fault('Expected an address that takes mail', { permanent: true });
      if (!mailer.letters.some((each) => each.key === key)) mailer.letters.push({ key, to, news });
      return 'sent' as const;
    },
  };
  return mailer;
}
