import { writeFile } from 'node:fs/promises';
import type { IsoInstant } from '../../../shared/domain/time.ts';
import { formatInstantLong } from '../../../shared/domain/time-words.ts';
import type { Outside } from '../context.ts';
import { diskError } from '../disk-error.ts';
import { escapeHtml, htmlPage } from '../html.ts';

export type NoteFacts = {
  readonly title: string;
  readonly to: string;
  readonly by: string;
  readonly at: IsoInstant;
  readonly fileName: string;
  readonly marking: string;
};

/** Saves a page that goes with a copy: how to open it and how to give it back. It never holds the passphrase. */
export async function saveHandOverNote(outside: Outside, facts: NoteFacts): Promise<{ saved: boolean }> {
  const path = await outside.chooseSavePath('Save the note', 'Hand-over note.pdf', [
    { name: 'PDF', extensions: ['pdf'] },
  ]);
  if (!path) return { saved: false };
  const heading = `Hand-over: ${facts.title}`;
  const say = (text: string) => escapeHtml(text);
  const body = `<h1>${say(heading)}</h1>
    <p>For ${say(facts.to)}, from ${say(facts.by)}, ${say(formatInstantLong(facts.at))}.</p>
    <h2>To start</h2>
    <ol><li>Copy “${say(facts.fileName)}” to your computer.</li>
    <li>Open LANO Desk and choose “Open a file”.</li>
    <li>Type the passphrase. ${say(facts.by)} tells you it by phone; it does not travel with the file.</li>
    <li>In Settings, check that your name is right: it stands beside everything you do.</li></ol>
    <h2>While you have it</h2>
    <p>Work as in any engagement: everything is saved as you go. ${say(facts.by)} may go on working too.
    Nothing that either of you does is lost. Where both of you change the same thing differently, both are shown and
    one is chosen.</p>
    <h2>To give it back</h2>
    <ol><li>Press Lock, so that the file is closed.</li>
    <li>Give ${say(facts.by)} the file, by the way it came to you.</li>
    <li>${say(facts.by)} chooses Settings, “Bring back a copy...”, the file, and the same passphrase.</li></ol>
    <p>Keep your file until you hear that everything has come over. After that, delete it, or go on in it and give it back
    again: only what is new comes over.</p>`;
  const pdf = await outside.printPdf(htmlPage(heading, body), { title: heading, marking: facts.marking });
  await writeFile(path, pdf).catch((error: unknown) => {
    throw diskError(error) ?? error;
  });
  return { saved: true };
}
