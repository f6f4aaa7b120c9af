/** What cannot be waited for any longer is answered with something else; the work itself goes on. */
export async function inTime<T>(work: Promise<T>, mostMs: number, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const instead = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), mostMs);
  });
  try {
    return await Promise.race([work, instead]);
  } finally {
    clearTimeout(timer);
  }
}
