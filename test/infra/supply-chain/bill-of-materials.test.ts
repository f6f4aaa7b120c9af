/** The bill of materials is what other tools read, and names everything that is installed. */
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { billOfMaterials } from '../../../infra/supply-chain/bill-of-materials';
import { lockedPackages, packageFile } from '../../../infra/supply-chain/locked';

const root = join(__dirname, '../../..');
const locked = lockedPackages(root);
const bill = billOfMaterials(packageFile(root), locked);

/** CycloneDX's own schemas, as its library brings them. */
const schemas = join(dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema');
const schema = (name: string) =>
  JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8')) as object;

it('is a document of CycloneDX 1.6', () => {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  // Of these nothing is in the document.
  for (const format of ['iri-reference', 'idn-email']) ajv.addFormat(format, true);
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  const check = ajv.compile(schema('bom-1.6'));
  // The schema holds every component against every other: all of them take seconds.
  check(
    billOfMaterials(
      packageFile(root),
      locked.filter(({ dev }) => !dev),
    ),
  );
  expect(check.errors).toBeNull();
  check({ ...bill, components: [{ name: 'without a type' }] });
  expect(check.errors).not.toBeNull();
});

it('names every package once, by an address that leads to it', () => {
  expect(bill.components.map((each) => each['bom-ref'])).toEqual(locked.map(({ path }) => path));
  expect(bill.components).toContainEqual(
    expect.objectContaining({
      ...{ group: '@azure', name: 'identity', purl: 'pkg:npm/%40azure/identity@4.13.1' },
      ...{ scope: 'required', licenses: [{ license: { id: 'MIT' } }] },
    }),
  );
});

it('says what each needs: everything that runs is reached from what the bot asks for', () => {
  const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const asked = Object.keys(packageFile(root).dependencies).map((name) => `node_modules/${name}`);
  const reached = new Set(asked);
  for (const path of reached) for (const next of needs.get(path)!) reached.add(next);
  const running = locked.filter(({ dev, optional }) => !dev && !optional).map(({ path }) => path);
  expect(running.filter((path) => !reached.has(path))).toEqual([]);
});

it('has the hash that the archive is held against', () => {
  const [first] = locked;
  const [{ content } = { content: '' }] = bill.components[0]!.hashes!;
  expect(`sha512-${Buffer.from(content, 'hex').toString('base64')}`).toBe(first!.integrity);
});
