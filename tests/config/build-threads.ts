import { buildParts } from '../../scripts/build.ts';

/** Builds the threads as they ship, once for all the tests: each that is started from source compiles its files anew. */
export default (): Promise<void> => buildParts(['main']);
