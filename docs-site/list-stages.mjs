import { STAGES } from '../packages/cli/dist/which/stages.js';

const DIAGRAM = /^```mermaid\n[\s\S]*?^```$/m;

/** The page of questions with a list in place of its diagram, whose statuses lead to their pages. */
export function listStages(page) {
  const steps = STAGES.map(({ question, cases }) => {
    const statuses = [...new Set(cases.map(({ status }) => status))];
    const links = statuses.map((status) => `[${status}](status/${status}.md)`);
    return `1. **${question.en}** If not: ${links.join(' · ')}`;
  });
  return page.replace(DIAGRAM, () => steps.join('\n'));
}
