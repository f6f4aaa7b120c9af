/** Bytes to a server on this machine, and what comes back. */
import { connect } from 'node:net';

/** What comes back, or nothing: where the server waits for more, nobody waits with it. */
export async function exchange(port: number, bytes: Buffer, patienceMs = PATIENCE_MS): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.setTimeout(patienceMs, () => socket.destroy());
  let answer = '';
  // A server that has heard enough hangs up while more is being sent.
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece: Buffer) => {
    if (answer.length < 100) answer += piece.toString('latin1').slice(0, 100);
  });
  socket.write(bytes);
  await new Promise((resolve) => socket.once('close', resolve));
  return answer;
}

const PATIENCE_MS = 100;
