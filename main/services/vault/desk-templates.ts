import { frameworkById } from '../../../shared/domain/frameworks.ts';
import type { EngagementTemplate } from '../../../shared/domain/template.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ChosenTemplate } from '../../../shared/ipc/vault.ts';
import { templateFilter } from '../after/template-filter.ts';
import type { Outside } from '../context.ts';
import { tokenFor } from './recent-files.ts';

/** The templates that were chosen for a new engagement, each known to the window by a token. */
export function deskTemplates(outside: Pick<Outside, 'chooseFiles'>) {
  const chosen = new Map<string, EngagementTemplate>();
  return {
    /** Asks which; null when the user closes the dialog. Fails with `template/not-one` or `disk/cannot-read`. */
    choose: async (): Promise<ChosenTemplate | null> => {
      const [path] = await outside.chooseFiles('Start from last time’s template', templateFilter);
      if (!path) return null;
      const { readTemplate } = await import('../after/read-template.ts');
      const template = await readTemplate(path);
      const { id, meetings, requests } = template.framework;
      if (!frameworkById(id)) throw new AppError('template/not-one');
      const token = tokenFor(path);
      chosen.set(token, template);
      return {
        token,
        frameworkId: id,
        meetings: meetings.length,
        requests: requests.length,
        lessons: template.lessons.length,
        findings: template.reviews.reduce((sum, { findings }) => sum + findings.length, 0),
      };
    },
    /** What a new engagement starts from: a chosen template, or the bundled framework and nothing from before. */
    startFrom: ({
      templateToken,
      frameworkId,
    }: {
      readonly templateToken: string | null;
      readonly frameworkId: string;
    }): Pick<EngagementTemplate, 'framework' | 'lessons' | 'reviews'> => {
      if (templateToken !== null) {
        const template = chosen.get(templateToken);
        if (!template) throw new AppError('record/not-found');
        return template;
      }
      const framework = frameworkById(frameworkId);
      if (!framework) throw new AppError('record/not-found');
      return { framework, lessons: [], reviews: [] };
    },
  };
}
