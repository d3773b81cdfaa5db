import { STAGES } from '../packages/cli/dist/which/stages.js';

const DIAGRAM = /^!\[[^\]]+\]\(pictures\/which-status\.svg\)$/m;

/** The page of questions with a list beneath its diagram, whose statuses lead to their pages. */
export function listStages(page) {
  const steps = STAGES.map(({ question, cases }) => {
    const statuses = [...new Set(cases.map(({ status }) => status))];
    const links = statuses.map((status) => `[${status}](status/${status}.md)`);
    return `1. **${question.en}** If not: ${links.join(' · ')}`;
  });
  return page.replace(DIAGRAM, (picture) => `${picture}\n\n${steps.join('\n')}`);
}
