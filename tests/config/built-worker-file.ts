import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../scripts/project-paths.ts';

/** Stands in for `main/services/worker-file.ts` in integration tests: threads as they are built, which start in no time. */
export const workerFile = (name: string): URL =>
  pathToFileURL(join(projectRoot, 'dist', 'main', 'workers', `${name}.js`));
