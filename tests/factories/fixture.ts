import { readFileSync } from 'node:fs';
import { inProject } from '../../build/paths.ts';
import { importFile } from '../../src/formats/import/import-file.ts';
import type { ImportedClip } from '../../src/formats/import/imported-clip.ts';
import type { ImportProblem } from '../../src/core/job/import-problem.ts';

export interface ReadImport {
  readonly format: string;
  readonly clips: readonly ImportedClip[];
  readonly problems: readonly ImportProblem[];
  /** What could not be taken of the clips. */
  readonly remarks: readonly ImportProblem[];
}

export function fixtureText(name: string): string {
  return readFileSync(inProject('tests/fixtures/formats', name), 'utf8');
}

/** Everything that a file gives, the way the product reads it: recognised by its content. */
export async function importOf(content: BlobPart, fileName: string): Promise<ReadImport> {
  const { format, entries } = await importFile(new Blob([content]), fileName);
  const clips: ImportedClip[] = [];
  const problems: ImportProblem[] = [];
  const remarks: ImportProblem[] = [];
  for await (const entry of entries) {
    if (entry.kind === 'clip') {
      clips.push(entry.clip);
      remarks.push(...entry.remarks);
    } else problems.push(entry);
  }
  return { format, clips, problems, remarks };
}

export async function importFixture(name: string): Promise<ReadImport> {
  return await importOf(fixtureText(name), name);
}
