/** The checker that holds recorded Graph traffic against Microsoft's own description of v1.0. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** It lies beside the project; where it is not installed, tests look at the essentials themselves. */
const tools = process.env['SHARED_TOOLS'] ?? resolve(__dirname, '../../../shared/tools');

/** A test that is about nothing else is skipped where it is not. */
export const checkerIsThere = existsSync(join(tools, 'node_modules'));

/** Warnings of the checker that are as they should be, and why. */
const EXPLAINED = [
  // Directory reads, not Outlook's: its limit of four does not apply to them.
  /request body\/requests: Outlook runs at most 4 of these at once/,
  // `include-unknown-enum-members` is sent with it.
  /request body\/lobbyBypassSettings\/scope: read back as unknownFutureValue/,
];

export interface CheckedTraffic {
  readonly errors: readonly string[];
  /** Those that nobody has explained. */
  readonly warnings: readonly string[];
}

export const CLEAN: CheckedTraffic = { errors: [], warnings: [] };

/** Checks a file of records, one JSON object a line; undefined where there is no checker. */
export function checkTraffic(recordFile: string): CheckedTraffic | undefined {
  if (!checkerIsThere) return undefined;
  const { stdout, stderr } = checked(recordFile);
  if (!/\d+ record\(s\)/.test(stderr))
    throw new Error(`Expected the checker to count records, got: ${stderr}`);
  const lines = stdout.split('\n').map((line) => line.trim());
  return {
    errors: lines.filter((line) => line.startsWith('error')),
    warnings: lines.filter(
      (line) => line.startsWith('warning') && !EXPLAINED.some((known) => known.test(line)),
    ),
  };
}

function checked(recordFile: string): { stdout: string; stderr: string } {
  const folder = mkdtempSync(join(tmpdir(), 'graph-description-'));
  try {
    const description = join(folder, 'graph-v1.json');
    writeFileSync(description, JSON.stringify(withMailFolders(describedByMicrosoft())));
    return spawnSync(process.execPath, [join(tools, 'graph-check.mjs'), recordFile], {
      encoding: 'utf8',
      env: { ...process.env, GRAPH_SPEC: description },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Description {
  paths: Record<string, { get: { parameters: unknown[]; responses: Record<string, unknown> } }>;
}

function describedByMicrosoft(): Description {
  return JSON.parse(readFileSync(join(tools, 'graph-v1.json'), 'utf8')) as Description;
}

/**
 * The checker's description is cut for a bot that schedules, and leaves out reading mail, which a bot needs that finds sent
 * letters again and sees what came back. Its schema of a message is there, as of what is mailed, so that reading is held
 * against it too. https://learn.microsoft.com/graph/api/mailfolder-list-messages
 */
function withMailFolders({ paths, ...rest }: Description): Description {
  const { parameters, responses } = paths['/users/{user-id}/events']!.get;
  const folder = {
    name: 'mailFolder-id',
    in: 'path',
    required: true,
    schema: { type: 'string', minLength: 1 },
  };
  const messages = {
    type: 'object',
    required: ['value'],
    properties: { value: { type: 'array', items: { $ref: '#/components/schemas/microsoft.graph.message' } } },
    patternProperties: { '^@odata\\.': true },
    additionalProperties: false,
  };
  const get = {
    operationId: 'user.mailFolders.messages.list',
    'x-entity': 'microsoft.graph.message',
    parameters: [...parameters, folder],
    responses: {
      ...responses,
      200: { description: 'Success', content: { 'application/json': { schema: messages } } },
    },
  };
  return {
    ...rest,
    paths: { ...paths, '/users/{user-id}/mailFolders/{mailFolder-id}/messages': { get } },
  };
}
