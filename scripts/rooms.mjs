/**
 * The rooms of each package, from the bottom up: a room imports from those before it, types too.
 * Files beside the rooms see all of them. CONTRIBUTING.md says what each is for.
 */
export const ROOMS = {
  core: [
    'values',
    'statuses',
    'challenges',
    'errors',
    'reporting',
    'mappers',
    'locales',
    'catalogue',
    'renderers',
    'negotiation',
    'headers',
    'policy',
    'answer',
    'options',
  ],
  node: ['answering', 'guarding'],
};
