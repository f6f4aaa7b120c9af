/** What can be the id of a request, in what comes back from a card. */
import { z } from 'zod';

/** Storage takes nothing else. */
export const requestId = z.string().regex(/^[0-9a-z-]{8,64}$/);
