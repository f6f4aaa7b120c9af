/** The bot as it is shipped, with every door open, in a process of its own; Graph is not there. For what only shows at the real limits. */
import { startBot } from '../sandbox/bot-process';
import { API_AUDIENCE, type Entra, startEntra, TAB_AUDIENCE } from '../sandbox/entra';
import { freePort } from '../sandbox/steady-ports';
import { startStorage } from '../sandbox/storage';

export interface ShippedBot {
  readonly port: number;
  readonly pid: number;
  readonly entra: Entra;
  stop(): Promise<void>;
}

export async function startShippedBot(): Promise<ShippedBot> {
  const storage = await startStorage();
  const entra = await startEntra(0);
  const port = await freePort();
  const bot = await startBot({
    port,
    storage: storage.connectionString,
    graph: `http://127.0.0.1:${await freePort()}`,
    settings: {
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      TAB_ISSUER: entra.issuer,
      TAB_AUDIENCE,
      API_ISSUER: entra.issuer,
      API_AUDIENCE,
    },
  });
  return {
    ...{ port, pid: bot.pid, entra },
    async stop() {
      await bot.stop();
      await entra.stop();
      await storage.stop();
    },
  };
}
