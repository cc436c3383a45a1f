/**
 * `npm test`: every check of the project, one after the other, to the end even where one fails. The last line is
 * `N passed, N failed`, counted over all tests and all other steps.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../tests/harness/install-browser.ts';
import { inProject } from './paths.ts';
import { type Count, countTests, describeFailures } from './test-count.ts';

interface Step {
  readonly name: string;
  readonly command: string;
  /** A vitest project: its tests are counted one by one. */
  readonly vitest?: boolean;
}

const steps: readonly Step[] = [
  { name: 'format', command: 'npm run -s format:check' },
  { name: 'lint', command: 'npm run -s lint' },
  { name: 'types', command: 'npm run -s types' },
  { name: 'unused code', command: 'npm run -s unused' },
  { name: 'unit tests', command: 'npx vitest run --project unit', vitest: true },
  { name: 'tests with much data', command: 'npx vitest run --project slow', vitest: true },
  { name: 'tests in a document', command: 'npx vitest run --project dom', vitest: true },
  { name: 'package, twice the same', command: 'npm run -s package -- --verify' },
  { name: 'bundle budgets', command: 'npm run -s budgets' },
  { name: 'web-ext lint', command: 'npm run -s lint:package' },
  { name: 'end to end', command: 'npx vitest run --project e2e', vitest: true },
];

/** Characters of a failed step's own output that are shown: its end says most. */
const longestOutput = 20_000;

interface Outcome extends Count {
  readonly name: string;
  /** What failed, told shortly. */
  readonly failures: readonly string[];
  readonly seconds: number;
}

async function run(step: Step, scratch: string): Promise<Outcome> {
  const started = performance.now();
  const report = join(scratch, `${step.name}.json`);
  const reporters = `--reporter=default --reporter=json --outputFile.json="${report}"`;
  const { code, output } = await shell(step.vitest === true ? `${step.command} ${reporters}` : step.command);
  const single: Count = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const tests = step.vitest === true ? await readReport(report) : null;
  const count = step.vitest === true ? countTests(tests, code === 0) : single;
  const failures = describeFailures(tests);
  const seconds = (performance.now() - started) / 1000;
  const outcome = { name: step.name, seconds, failures, ...count };
  console.log(line(outcome));
  // Passed, but not at once: to be seen, since a journey that does so often is a defect.
  for (const again of output.match(/^.*\(retry x\d+\).*$/gm) ?? [])
    console.log(`  second try: ${again.trim()}`);
  if (count.failed > 0) console.log([...failures, output.slice(-longestOutput)].join('\n'));
  return outcome;
}

async function readReport(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as unknown;
  } catch {
    // Vitest ended before it wrote one, which countTests counts as a failure.
    return null;
  }
}

function shell(command: string): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: inProject(), shell: true, env: { ...process.env, NO_COLOR: '1' } });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${String(error)}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function line({ name, passed, failed, seconds }: Outcome): string {
  const verdict = failed === 0 ? 'ok    ' : 'FAILED';
  return `${verdict} ${name.padEnd(24)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(6)} s`;
}

function total(outcomes: readonly Outcome[], key: keyof Count): number {
  return outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
}

const outcomes: Outcome[] = [];
const scratch = await mkdtemp(join(tmpdir(), 'clipshelf-test-'));
try {
  for (const kind of ['chromium', 'firefox'] as const) console.log(`${kind}: ${ensureBrowser(kind).path}`);
  for (const step of steps) outcomes.push(await run(step, scratch));
} catch (error) {
  console.log(String(error));
  outcomes.push({ name: 'browsers', passed: 0, failed: 1, seconds: 0, failures: [] });
} finally {
  await rm(scratch, { recursive: true });
}
const failed = outcomes.filter((outcome) => outcome.failed > 0);
if (failed.length > 0) {
  console.log(`\nFailed:\n${failed.flatMap((one) => [line(one), ...one.failures]).join('\n')}`);
}
const minutes = outcomes.reduce((sum, outcome) => sum + outcome.seconds, 0) / 60;
console.log(`\n${minutes.toFixed(1)} minutes`);
console.log(`${String(total(outcomes, 'passed'))} passed, ${String(total(outcomes, 'failed'))} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
