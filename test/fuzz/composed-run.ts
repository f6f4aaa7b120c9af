/** The regular expressions that are put together while the program runs, as JSON: in a process in which nothing is loaded yet. */
import { join } from 'node:path';
import { catchComposed } from './composed';

/** Of what was compiled: this lies in build/test/fuzz. */
const COMPILED = join(__dirname, '../..');

console.log(JSON.stringify(catchComposed(COMPILED)));
