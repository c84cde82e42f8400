import { initial } from './0010-initial.ts';
import { versions } from './0020-versions.ts';
import { availability } from './0030-availability.ts';
import { attendance } from './0050-attendance.ts';
import { search } from './0070-search.ts';
import { evidenceDetails } from './0075-evidence-details.ts';
import { childrenAndRequests } from './0080-children-and-requests.ts';
import { packBuilder } from './0090-pack-builder.ts';
import { evaluation } from './0100-evaluation.ts';
import { feedbackDepth } from './0110-feedback-depth.ts';
import { plan } from './0120-plan.ts';
import { hiddenData } from './0130-hidden-data.ts';
import { redactions } from './0140-redactions.ts';
import { scans } from './0150-scans.ts';
import { handOver } from './0160-hand-over.ts';
import { governance } from './0170-governance.ts';
import { after } from './0180-after.ts';
import { packedChunks } from './0210-packed-chunks.ts';
import { picturedPages } from './0220-pictured-pages.ts';
import { week } from './0230-week.ts';
import { printedForms } from './0240-printed-forms.ts';
import { notForChild } from './0250-not-for-child.ts';

export type Migration = { readonly version: number; readonly sql: string };

/** Every migration in order. Numbers rise by tens; one that is released is never edited. */
export const migrations: readonly Migration[] = [
  initial,
  versions,
  availability,
  attendance,
  search,
  evidenceDetails,
  childrenAndRequests,
  packBuilder,
  evaluation,
  feedbackDepth,
  plan,
  hiddenData,
  redactions,
  scans,
  handOver,
  governance,
  after,
  packedChunks,
  picturedPages,
  week,
  printedForms,
  notForChild,
];

export const latestVersion = migrations.at(-1)?.version ?? 0;
