/** Application Insights that does not answer, or is not there: nobody who clicks and nobody who stops the bot waits for it. */
import { approves } from '../bench/presses';
import { buildTown } from '../crash/town';
import { until } from '../crash/until';
import { freePort } from '../sandbox/steady-ports';
import { connectionStringTo, startIngestion } from './ingestion';

async function life(connectionString: string): Promise<void> {
  const settings = {
    APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString,
    OTEL_METRIC_EXPORT_INTERVAL: '100',
  };
  const town = await buildTown({ settings });
  try {
    const bot = await town.startBot();
    const id = await town.request();
    const answer = await fetch(`${bot.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(approves(id)),
    });
    expect(answer.status).toBe(200);
    await until(async () => (await town.state(id)).state === 'offered', 'the request to be offered');
    // Ends, where it would otherwise wait for as long as the far side likes.
    await bot.stop();
  } finally {
    await town.stop();
  }
}

it('costs nothing when it takes everything and never answers', async () => {
  const ingestion = await startIngestion({ hangs: true });
  await life(ingestion.connectionString);
  expect(ingestion.bodies.length).toBeGreaterThan(0);
  await ingestion.stop();
});

it('costs nothing when it is not there', async () => {
  await life(connectionStringTo(await freePort()));
});
