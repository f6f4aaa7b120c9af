/** Where the pages and files of the roster are. */
export const IMPORT = '/tab/import';
export const EXAMPLE = '/tab/import/example.csv';
export const POOL_FILE = '/tab/facilitators.csv';
