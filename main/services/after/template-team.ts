import type { Framework } from '../../../shared/domain/framework.ts';
import type { ReadableDb } from '../../db/connection.ts';
import { listRows } from '../../db/table.ts';
import { people, strands } from '../../db/tables.ts';

/** The inspectors or peers by role alone, and their columns numbered: no column keeps the name of whoever sat in it. */
export function templateTeam(
  db: ReadableDb,
  base: Framework,
  lastTime: { readonly source: string; readonly isVerified: boolean },
): Framework['team'] {
  const team = listRows(db, people).filter((one) => one.side === 'inspection');
  const columns = listRows(db, strands, {}, ['position']);
  const word = base.team.side === 'peer' ? 'Peer' : 'Inspector';
  return {
    ...base.team,
    members: team.map(({ role, name, discipline }, at) => ({
      id: `member-${at + 1}`,
      role: role && (role !== name || base.team.members.some((one) => one.role === role)) ? role : word,
      discipline,
      ...lastTime,
    })),
    strands: columns.map((column, at) => ({
      id: column.id,
      name: base.team.strands.some((one) => one.name === column.name) ? column.name : `${word} ${at + 1}`,
      memberIds: team.flatMap((one, nth) => (one.strandId === column.id ? [`member-${nth + 1}`] : [])),
      ...lastTime,
    })),
  };
}
