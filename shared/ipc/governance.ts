import { z } from 'zod';
import { Board, BoardMember } from '../domain/governance/board.ts';
import { Briefing } from '../domain/governance/briefing.ts';
import { Alignment, Resource } from '../domain/governance/register.ts';
import { Report } from '../domain/governance/report.ts';
import { SignOff } from '../domain/governance/sign-off.ts';
import { RowId } from '../domain/ids.ts';
import { PaperFormat, TableFormat } from '../domain/paper-format.ts';
import { engaged } from './channel.ts';

export type GovernanceView = {
  readonly boards: readonly Board[];
  readonly members: readonly BoardMember[];
  /** Newest first; those without a day at the end. */
  readonly reports: readonly Report[];
  readonly briefings: readonly Briefing[];
  readonly signOffs: readonly SignOff[];
  readonly resources: readonly Resource[];
  readonly alignments: readonly Alignment[];
};

/** The lists of the page that leave the app as a paper. */
export const GovernanceList = z.enum(['boards', 'reports', 'briefings', 'sign-offs', 'resources']);
export type GovernanceList = z.infer<typeof GovernanceList>;

const byId = z.object({ id: RowId });
const saved = engaged<null>();

export const governanceChannels = {
  'governance:readGovernance': engaged<GovernanceView>()(z.object({})),
  /** Adds or changes a board with everybody who sits on it. */
  'governance:saveBoard': saved(
    Board.extend({
      id: RowId.nullable(),
      members: z.array(BoardMember.omit({ id: true, boardId: true })).max(200),
    }),
  ),
  'governance:removeBoard': saved(byId),
  'governance:saveReport': saved(Report.extend({ id: RowId.nullable() })),
  'governance:removeReport': saved(byId),
  'governance:saveSignOff': saved(SignOff.extend({ id: RowId.nullable() })),
  'governance:removeSignOff': saved(byId),
  'governance:saveBriefing': saved(Briefing.extend({ id: RowId.nullable() })),
  'governance:removeBriefing': saved(byId),
  'governance:saveResource': saved(Resource.extend({ id: RowId.nullable() })),
  'governance:removeResource': saved(byId),
  'governance:saveAlignment': saved(Alignment.extend({ id: RowId.nullable() })),
  'governance:removeAlignment': saved(byId),
  /** Saves a list to be read by others: nothing internal, and nothing under embargo. */
  'governance:exportList': engaged<{ readonly saved: boolean }>()(
    z.object({ what: GovernanceList, format: TableFormat }),
  ),
  /** Saves one report with its implications, or what members are told before one meeting. */
  'governance:exportOne': engaged<{ readonly saved: boolean }>()(
    z.object({ what: z.enum(['report', 'briefing']), id: RowId, format: PaperFormat }),
  ),
};
