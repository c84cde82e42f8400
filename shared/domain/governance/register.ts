import { z } from 'zod';
import { EvidenceId, RowId } from '../ids.ts';
import { IsoDate } from '../time.ts';

export const ResourceKind = z.enum(['help', 'grant', 'cost', 'risk']);
export type ResourceKind = z.infer<typeof ResourceKind>;

export const resourceKindLabels: Readonly<Record<ResourceKind, string>> = {
  help: 'Help from outside',
  grant: 'Grant or funding',
  cost: 'Cost',
  risk: 'Risk to resources',
};

/** Help from outside, money that comes or goes, or what may run short. */
export const Resource = z.object({
  id: RowId,
  kind: ResourceKind,
  title: z.string().trim().min(1).max(200),
  /** Who gives it or is paid. */
  from: z.string().max(160),
  /** In whole pounds. */
  pounds: z.number().int().min(0).max(1_000_000_000).nullable(),
  startsOn: IsoDate.nullable(),
  endsOn: IsoDate.nullable(),
  note: z.string().max(2000),
});
export type Resource = z.infer<typeof Resource>;

export const AlignmentKind = z.enum(['priority', 'strategy', 'programme', 'pressure']);
export type AlignmentKind = z.infer<typeof AlignmentKind>;

export const alignmentKindLabels: Readonly<Record<AlignmentKind, string>> = {
  priority: 'Council priority',
  strategy: 'Strategy or plan of ours',
  programme: 'National programme',
  pressure: 'Local pressure',
};

export const AlignmentStanding = z.enum(['unchecked', 'aligned', 'partly', 'not-aligned']);
export type AlignmentStanding = z.infer<typeof AlignmentStanding>;

export const alignmentStandingLabels: Readonly<Record<AlignmentStanding, string>> = {
  unchecked: 'Not checked',
  aligned: 'In line',
  partly: 'Partly in line',
  'not-aligned': 'Not in line',
};

/** A priority, strategy, programme or pressure that our plans have to fit, and where that can be seen. */
export const Alignment = z.object({
  id: RowId,
  kind: AlignmentKind,
  title: z.string().trim().min(1).max(200),
  owner: z.string().max(160),
  standing: AlignmentStanding,
  /** Where our strategy or plan says so. */
  shownBy: z.string().max(1000),
  documentId: EvidenceId.nullable(),
  note: z.string().max(2000),
});
export type Alignment = z.infer<typeof Alignment>;

export type Sums = { readonly grants: number; readonly costs: number };

/** What comes in and what goes out, in whole pounds. */
export function sumsOf(resources: readonly Resource[]): Sums {
  const sum = (kind: ResourceKind) =>
    resources.reduce((total, one) => total + (one.kind === kind ? (one.pounds ?? 0) : 0), 0);
  return { grants: sum('grant'), costs: sum('cost') };
}

/** "£25,000". */
export function inPounds(pounds: number): string {
  return `£${pounds.toLocaleString('en-GB')}`;
}
